// One entry of a stage with its numbers put in, for the first example.

import { texNumber } from '../../figure/number.ts';
import { type DeltaRun, top } from './net.ts';
import type { Stage } from './stages.ts';

const tex = (n: number) => texNumber(n, 3);
const inside = (n: number) => (n < 0 ? `(${tex(n)})` : tex(n));
const fwd = (text: string) => `\\fwd{${text}}`;
const grd = (text: string) => `\\grd{${text}}`;

/** Entry `unit` of the stage, in TeX; indices count from 0, as everywhere in the book. */
export function entryTex(run: DeltaRun, stage: Stage, unit: number): string {
  const { layer: l, what } = stage;
  const j = unit;
  if (what === 'activation') {
    const sum = run.a[l - 1]![0]!.map((a, i) => `${inside(run.W[l]![unit]![i]!)} \\cdot ${inside(a)}`).join(
      ' + ',
    );
    return `a_{${j}}^{${l}} = ${fwd(l === top ? sum : `f\\big(${sum}\\big)`)} = ${fwd(tex(run.a[l]![0]![unit]!))}`;
  }
  if (what === 'error') {
    const [a, t] = [run.a[l]![0]![unit]!, run.target[0]![unit]!];
    return `\\delta_{${j}}^{${l}} = ${fwd(`${tex(a)} - ${inside(t)}`)} = ${grd(tex(run.delta[l]![0]![unit]!))}`;
  }
  if (what === 'delta') {
    const sum = run.delta[l + 1]![0]!.map(
      (d, k) => `${grd(inside(d))} \\cdot ${fwd(inside(run.W[l + 1]![k]![unit]!))}`,
    ).join(' + ');
    return `\\delta_{${j}}^{${l}} = ${fwd(tex(run.slope[l]![0]![unit]!))} \\cdot \\big(${sum}\\big) = ${grd(tex(run.delta[l]![0]![unit]!))}`;
  }
  const uses = run.delta[l]!.map(
    (d, n) => `${grd(inside(d[unit]!))} \\cdot ${fwd(inside(run.a[l - 1]![n]![0]!))}`,
  );
  const sum = uses.length === 1 ? uses[0]! : `\\tfrac{1}{${uses.length}} \\big(${uses.join(' + ')}\\big)`;
  return `\\frac{\\partial L}{\\partial W_{${j}0}^{${l}}} = ${sum} = ${grd(tex(run.gradient[l]![unit]![0]!))}`;
}
