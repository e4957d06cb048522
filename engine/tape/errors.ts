// The one error of the engine: it names the op and says what to do.
import { type Shape, shapeText } from './shape.ts';

/** Thrown for every misuse of a tape. `op` is the operation or method concerned; the message starts with it. */
export class TapeError extends Error {
  readonly op: string;

  constructor(op: string, message: string) {
    super(`${op}: ${message}`);
    this.name = 'TapeError';
    this.op = op;
  }
}

/** The error for shapes that do not fit: lists what was given and says what was expected. */
export function shapeError(op: string, shapes: readonly Shape[], expected: string): TapeError {
  return new TapeError(op, `got ${shapes.map(shapeText).join(' and ')}; ${expected}`);
}
