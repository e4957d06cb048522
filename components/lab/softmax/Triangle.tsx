// Three probabilities as a point of a triangle, with the gradient by the logits as an arrow.

import { shortNumber } from '../../figure/number.ts';
import { SvgText } from '../frame/index.ts';
import { words } from '../words.ts';
import { corners, picture, type Spot, spotOf } from './triangle.ts';

interface TriangleProps {
  readonly probabilities: readonly number[];
  readonly gradient: readonly number[];
  readonly trueClass: number;
  /** Earlier places, oldest first. */
  readonly trail: readonly (readonly number[])[];
}

/** The arrow is shorter than the way from the true corner, so that it ends before the names of the others. */
const shrink = 0.2;
const near = { above: -14, below: 26 } as const;
const far = { above: -45, below: 54 } as const;

export function Triangle({ probabilities, gradient, trueClass, trail }: TriangleProps) {
  const here = spotOf(probabilities);
  const by = spotOf(gradient);
  const tip = { x: here.x + shrink * by.x, y: here.y + shrink * by.y };
  const text = words.lab.simplex;
  const shown = probabilities.map((p) => shortNumber(p, 3));
  return (
    <svg
      class="lab-picture simplex notranslate"
      viewBox={`-30 -44 ${picture.width + 60} ${picture.height + 44}`}
      width={picture.width + 60}
      role="img"
      aria-label={text.picture(
        shown,
        gradient.map((g) => shortNumber(g, 3)),
      )}
    >
      <polygon class="simplex-edge" points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {corners.map(({ x, y }, k) => (
        <g key={k} class="simplex-corner" data-true={k === trueClass || undefined}>
          <circle cx={x} cy={y} r={k === trueClass ? 8 : 4} />
          <SvgText x={x} y={y + (k === trueClass ? near : far)[k === 2 ? 'above' : 'below']} anchor="middle">
            {text.corner(k, shown[k]!, k === trueClass)}
          </SvgText>
        </g>
      ))}
      {trail.length > 0 && (
        <polyline
          key="trail"
          class="lab-curve lab-forward lab-dashed"
          points={[...trail, probabilities]
            .map(spotOf)
            .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
            .join(' ')}
        />
      )}
      <Arrow from={here} to={tip} />
      <circle class="lab-dot lab-forward" cx={here.x} cy={here.y} r={7} />
    </svg>
  );
}

function Arrow({ from, to }: { readonly from: Spot; readonly to: Spot }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 2) return null;
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return (
    <g class="lab-gradient simplex-arrow">
      <line class="lab-curve" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <path d="M-9 -5 2 0 -9 5Z" transform={`translate(${to.x} ${to.y}) rotate(${angle.toFixed(1)})`} />
    </g>
  );
}
