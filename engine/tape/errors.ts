// The one error of the engine: it names the op and says what to do.
import { type Shape, shapeText } from './shape.ts';

/** Thrown for every misuse of a tape. `op` is the operation or method concerned; the message starts with it. */
export class TapeError extends Error {
  override readonly name = 'TapeError';
  readonly op: string;

  constructor(op: string, message: string) {
    super(`${op}: ${message}`);
    this.op = op;
  }
}

/** Why a value must not decide what is recorded, and what to do instead. */
export const FROZEN = 'its value would be frozen in; decide with t.max or t.select, look with t.peek';

export const NO_GRADIENTS = 'no gradients yet; call backward first';

/** Throws a TapeError. */
export function refuse(op: string, message: string): never {
  throw new TapeError(op, message);
}

/** Refuses shapes that do not fit: lists what was given and says what was expected. */
export function refuseShapes(op: string, shapes: readonly Shape[], expected: string): never {
  refuse(op, `got ${shapes.map(shapeText).join(' and ')}; expected ${expected}`);
}

/** Refuses anything but whole numbers from `least` to `most`. */
export function requireWhole(op: string, what: string, x: number, least: number, most = Infinity): void {
  if (!(Number.isInteger(x) && x >= least && x <= most)) {
    refuse(op, `${what} must be a whole number from ${least} to ${most}, not ${x}`);
  }
}

/** Refuses lengths of axes that are not whole numbers from 1 on. */
export function requireShape(op: string, shape: Shape): void {
  for (const length of shape) requireWhole(op, 'each length of a shape', length, 1);
}
