// Why one walk backwards: paths multiply with every stage of a graph, edges only add up.

import { useState } from 'preact/hooks';
import { Say } from '../../prose/index.ts';
import { words } from '../../words.ts';
import { countPaths, turns } from './counts.ts';

export interface PathCountProps {
  /** How many stages are shown at first. */
  readonly stages?: number;
}

const most = 10;

export function PathCount({ stages: first = 4 }: PathCountProps) {
  const [stages, setStages] = useState(Math.min(first, most));
  const [path, setPath] = useState(0);
  const counts = countPaths(stages);
  const shown = Math.min(path, counts.paths - 1);
  return (
    <div class="paths">
      <Chain stages={stages} path={shown} />
      <fieldset class="card-group paths-controls" aria-label={words.paths.label}>
        <label class="paths-control">
          <span>{words.paths.stages}</span>
          <input
            type="range"
            min={1}
            max={most}
            value={stages}
            onInput={(event) => {
              setStages(Number(event.currentTarget.value));
              setPath(0);
            }}
          />
          <Say class="paths-number">{String(stages)}</Say>
        </label>
        <label class="paths-control">
          <span>{words.paths.path}</span>
          <input
            type="range"
            min={1}
            max={counts.paths}
            value={shown + 1}
            onInput={(event) => setPath(Number(event.currentTarget.value) - 1)}
          />
          <Say class="paths-number">{String(shown + 1)}</Say>
        </label>
      </fieldset>
      <p class="paths-tale">
        <Say>{words.paths.one(shown + 1, counts.paths, counts.length)}</Say>
      </p>
      <table class="graph-table paths-table">
        <thead>
          <tr>
            <th scope="col">{words.paths.way}</th>
            <th scope="col">{words.paths.multiplications}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.paths.ways.paths}</th>
            <td>
              <Say>{`${whole(counts.paths)} × ${whole(counts.length - 1)} = ${whole(counts.byPaths)}`}</Say>
            </td>
          </tr>
          <tr>
            <th scope="row">{words.paths.ways.walk}</th>
            <td class="gradient">
              <Say>{whole(counts.byWalk)}</Say>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

const whole = (value: number) => value.toLocaleString('en-GB').replaceAll(',', '\u202f');

/** Four stages fit on a telephone, ten beside the margin. */
const step = 27;
const rise = 24;

/** The chain of diamonds, one path in the hue of gradients and drawn thicker. */
function Chain({ stages, path }: { readonly stages: number; readonly path: number }) {
  const taken = turns(path, stages);
  const joint = (i: number) => ({ x: 16 + i * 2 * step, y: rise + 14 });
  const branch = (i: number, side: 0 | 1) => ({ x: 16 + (2 * i + 1) * step, y: 14 + 2 * rise * side });
  const width = 32 + stages * 2 * step;
  const edges = Array.from({ length: stages }, (_, i) =>
    ([0, 1] as const).flatMap((side) => [
      { key: `${i} ${side} a`, from: joint(i), to: branch(i, side), on: taken[i] === side },
      { key: `${i} ${side} b`, from: branch(i, side), to: joint(i + 1), on: taken[i] === side },
    ]),
  ).flat();
  const nodes = [
    ...Array.from({ length: stages + 1 }, (_, i) => ({ key: `joint ${i}`, ...joint(i) })),
    ...Array.from({ length: stages }, (_, i) => [
      { key: `up ${i}`, ...branch(i, 0) },
      { key: `down ${i}`, ...branch(i, 1) },
    ]).flat(),
  ];
  const said = words.paths.picture(stages, 2 ** stages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box that scrolls is no set of fields
    <div
      class="graph-scroll scroll-x"
      role="group"
      aria-label={words.graph.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      <svg
        class="paths-chain"
        viewBox={`0 0 ${width} ${2 * rise + 28}`}
        width={width}
        height={2 * rise + 28}
        role="img"
        aria-label={said}
      >
        {edges.map(({ key, from, to, on }) => (
          <line
            key={key}
            class="paths-edge"
            data-on={on || undefined}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
          />
        ))}
        {nodes.map(({ key, x, y }) => (
          <circle key={key} class="paths-node" cx={x} cy={y} r={6} />
        ))}
      </svg>
    </div>
  );
}
