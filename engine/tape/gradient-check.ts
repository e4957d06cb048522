// The gradient check: what backward says against what the function does when each entry of each leaf is moved a little.
import { refuse } from './errors.ts';
import type { Node } from './row.ts';
import type { Tape } from './tape.ts';

export interface CheckOptions {
  /** How far an entry is moved; 1e-3 if left out. For linear functions 1 gives nearly all digits. */
  step?: number;
  /** The largest relative error that passes; 1e-7 if left out. */
  tolerance?: number;
  /** Which leaves to check; all inputs and parameters if left out. */
  leaves?: readonly Node[];
}

/** One entry of one leaf. */
export interface CheckedEntry {
  readonly leaf: Node;
  readonly entry: number;
  /** The gradient by backward and by differences. */
  readonly backward: number;
  readonly differences: number;
  /** Their distance, relative to the larger one (or to a ten-thousandth of the leaf's largest, or to what rounding explains). */
  readonly error: number;
}

export interface CheckReport {
  readonly passed: boolean;
  /** How many entries were compared. */
  readonly compared: number;
  /** The largest error, 0 if nothing was compared. */
  readonly worst: number;
  /** The entries whose error exceeds the tolerance, worst first. */
  readonly failures: readonly CheckedEntry[];
  /** A few lines to read. */
  readonly text: string;
}

/**
 * Compares the gradients of a scalar `root` with five-point differences,
 * f'(x) = (f(x - 2h) - 8 f(x - h) + 8 f(x + h) - f(x + 2h)) / 12h, whose error shrinks with h^4.
 * Seals the tape; leaves, values and gradients are afterwards as a forward and backward run leaves them.
 * Close to a kink (of relu, abs, max) differences mean nothing: an entry that fails is tried again with h / 1000.
 *
 * @example
 * const t = createTape();
 * const x = t.parameter(3, 'x');
 * gradientCheck(t, t.exp(x)).passed; // true
 */
export function gradientCheck(tape: Tape, root: Node, options: CheckOptions = {}): CheckReport {
  const { step = 1e-3, tolerance = 1e-7 } = options;
  if (root.size !== 1) refuse('gradientCheck', `${root.label} is not a scalar; sum it first`);
  const leaves = options.leaves ?? tape.rows.filter((row) => !row.rule && row.differentiable);
  const run = () => {
    tape.forward();
    tape.backward(root);
  };
  run();
  // Each value carries rounding of a few units in the last place, which the division by h magnifies.
  const rounding = 4 * Number.EPSILON * Math.max(1, Math.abs(tape.item(root)));
  const entries: CheckedEntry[] = [];
  for (const leaf of leaves) {
    const gradients = tape.gradient(leaf);
    const least = 1e-4 * gradients.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    gradients.forEach((backward, entry) => {
      const place = leaf.at + entry;
      const x = tape.values[place]!;
      const at = (moved: number): number => {
        tape.values[place] = moved;
        tape.forward();
        return tape.item(root);
      };
      const compare = (h: number): CheckedEntry => {
        const differences = (at(x - 2 * h) - at(x + 2 * h) + 8 * (at(x + h) - at(x - h))) / (12 * h);
        const scale = Math.max(Math.abs(backward), Math.abs(differences), least, rounding / h / tolerance);
        const error = Math.abs(backward - differences) / scale;
        return { leaf, entry, backward, differences, error: Number.isNaN(error) ? Infinity : error };
      };
      const results = [compare(step)];
      if (results[0]!.error > tolerance) results.push(compare(step / 1000));
      tape.values[place] = x;
      entries.push(results.sort(byError)[0]!);
    });
  }
  run();
  entries.sort(byError).reverse();
  const failures = entries.filter(({ error }) => error > tolerance);
  const worst = entries[0]?.error ?? 0;
  const lines = failures
    .slice(0, 5)
    .map(
      ({ leaf, entry, backward, differences }) =>
        `\n${leaf.label}, entry ${entry}: ${backward} by backward, ${differences} by differences`,
    );
  const passed = failures.length === 0;
  return {
    passed,
    compared: entries.length,
    worst,
    failures,
    text: `${passed ? 'passed' : 'failed'}: ${entries.length} entries, worst error ${worst}${lines.join('')}`,
  };
}

const byError = (p: CheckedEntry, q: CheckedEntry): number => p.error - q.error;
