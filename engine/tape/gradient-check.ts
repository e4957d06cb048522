// The gradient check: what backward says against what the function does when each entry of each leaf is moved a little.
import { TapeError } from './errors.ts';
import type { Node, Row } from './row.ts';
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
  if (root.size !== 1) throw new TapeError('gradientCheck', `${root.label} is not a scalar; sum it first`);
  const leaves = options.leaves ?? tape.rows.filter((row) => row.rule === undefined && row.differentiable);
  tape.forward();
  tape.backward(root);
  const size = Math.abs(tape.item(root));
  let worst = 0;
  let compared = 0;
  const failures: CheckedEntry[] = [];
  for (const leaf of leaves) {
    const gradients = tape.gradient(leaf);
    const largest = gradients.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    gradients.forEach((backward, entry) => {
      let result = compare(tape, root, leaf, entry, backward, step, largest, size, tolerance);
      if (!(result.error <= tolerance)) {
        const closer = compare(tape, root, leaf, entry, backward, step / 1000, largest, size, tolerance);
        if (closer.error < result.error) result = closer;
      }
      compared += 1;
      if (!(result.error <= worst)) worst = result.error;
      if (!(result.error <= tolerance)) failures.push(result);
    });
  }
  tape.forward();
  tape.backward(root);
  failures.sort((p, q) => q.error - p.error);
  const passed = failures.length === 0;
  return { passed, compared, worst, failures, text: report(compared, worst, tolerance, failures) };
}

function compare(
  tape: Tape,
  root: Row,
  leaf: Row,
  entry: number,
  backward: number,
  h: number,
  largest: number,
  size: number,
  tolerance: number,
): CheckedEntry {
  const place = leaf.at + entry;
  const x = tape.values[place]!;
  const at = (moved: number): number => {
    tape.values[place] = moved;
    tape.forward();
    return tape.item(root);
  };
  const differences = (at(x - 2 * h) - at(x + 2 * h) + 8 * (at(x + h) - at(x - h))) / (12 * h);
  tape.values[place] = x;
  // Each value carries rounding of a few units in the last place, which the division by h magnifies.
  const rounding = (4 * Number.EPSILON * Math.max(1, size)) / h;
  const distance = Math.abs(backward - differences);
  const scale = Math.max(Math.abs(backward), Math.abs(differences), 1e-4 * largest, rounding / tolerance);
  const error = Number.isNaN(distance) ? Infinity : distance / scale;
  return { leaf, entry, backward, differences, error };
}

function report(
  compared: number,
  worst: number,
  tolerance: number,
  failures: readonly CheckedEntry[],
): string {
  const passed = failures.length === 0;
  const head = passed ? 'passed' : `failed at ${failures.length} of ${compared}`;
  const lines = [`${head}: ${compared} entries, worst relative error ${worst.toExponential(1)}`];
  for (const { leaf, entry, backward, differences, error } of failures.slice(0, 5)) {
    lines.push(
      `  ${leaf.name ?? leaf.label}[${entry}]: backward says ${Number(backward.toPrecision(7))}, differences say ` +
        `${Number(differences.toPrecision(7))} (error ${error.toExponential(1)}, allowed ${tolerance.toExponential(1)})`,
    );
  }
  return lines.join('\n');
}
