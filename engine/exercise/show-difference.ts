// Says at which indices and numbers a response and the right answer part.

import { type Difference, printTex, realTex } from '../formula/index.ts';
import type { Subject } from './subject.ts';

/** Below 1e-6 relative the sixth digit would not show the difference. */
function shown(left: number, right: number): [string, string] {
  for (const digits of [4, 6, 9, 12]) {
    const [a, b] = [realTex(left, digits), realTex(right, digits)];
    if (a !== b) return [a, b];
  }
  return [String(left), String(right)];
}

/** Whether an index asks for what no layer or array has. */
export function leavesArrays({ noValue }: Difference): boolean {
  return noValue?.lack === 'layer' || noValue?.lack === 'range';
}

/** A name where the entries tell one: no value at all, right in some places only. */
export function partlyRight(found: Difference, subject: Subject): string | null {
  if (found.noValue) return leavesArrays(found) ? 'out-of-range' : 'undefined';
  const right = found.entries.filter(Boolean).length;
  return !subject.numeric && found.entries.length > 1 && right > 0 ? 'some-entries' : null;
}

export function showDifference(found: Difference, subject: Subject): string {
  if (found.noValue) {
    const { lack, message } = found.noValue;
    if (lack === 'layer') return 'An upper index leaves the layers of the net.';
    if (lack === 'range') return 'An index leaves the range of its array.';
    return `Your formula has no value where the right one has: it ${message}.`;
  }
  const right = found.entries.filter(Boolean).length;
  const share =
    found.entries.length > 1 && right > 0
      ? ` It is right for ${right} of ${found.entries.length} entries.`
      : '';
  if (subject.numeric || found.left === null || found.right === null)
    return `That is not the right value.${share}`;
  const [left, wanted] = shown(found.left, found.right);
  const place = placeOf(found);
  return `${place ? `Where ${place},` : 'At a point tried'} your formula gives $${left}$; the right value there is $${wanted}$.${share}`;
}

/** More names than these make no sentence. */
const MOST_NAMES = 4;

/** The point in words: `$k = 0$, $l = 1$, $f_{k} = 0.21$`; '' where nothing tells it. */
function placeOf({ at, names }: Difference): string {
  const indices = [...at].map(([name, value]) => `$${name} = ${value}$`);
  const values = names.map(({ name, value }) => `$${printTex(name)} = ${realTex(value, 4)}$`);
  const all = values.length <= MOST_NAMES ? [...indices, ...values] : indices;
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
