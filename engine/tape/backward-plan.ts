// Decides, once for each starting row, which rows backward visits and where a gradient is stored and where added.
import { ADD, type Into, SKIP, STORE, type Write } from './op.ts';
import type { Row } from './row.ts';

/** One visit: the row's gradient is complete and is sent on to its inputs. */
export interface Step {
  readonly row: Row;
  readonly into: Into;
}

/** The visits from `root` down, in the order of falling rows. */
export function planBackward(rows: readonly Row[], root: Row): readonly Step[] {
  const reached = new Uint8Array(root.index + 1);
  reached[root.index] = 1;
  const steps: Step[] = [];
  // A row written for the first time is stored; `reached` at that moment tells the first from the later ones.
  const write = (input: Row | undefined): Write => {
    if (!input?.differentiable) return SKIP;
    if (reached[input.index]) return ADD;
    reached[input.index] = 1;
    return STORE;
  };
  for (let index = root.index; index >= 0; index--) {
    const row = rows[index]!;
    if (!row.rule || !row.differentiable || !reached[index]) continue;
    const [a, b, c] = row.inputs;
    steps.push({ row, into: { a: write(a), b: write(b), c: write(c) } });
  }
  return steps;
}
