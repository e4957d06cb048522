// What is remembered of a reader's work: plain data, keyed by exercise id and part name.

/** One response that counted: it was readable, and judged right or not. */
export interface Try {
  /** Milliseconds since 1970, made strictly increasing within a record. */
  readonly at: number;
  readonly response: string;
  readonly verdict: 'correct' | 'wrong';
  readonly seed: number;
}

export interface PartProgress {
  /** What stands in the field, checked or not, and the variant it was typed for. */
  readonly response: string;
  readonly seed: number;
  readonly at: number;
  /** The latest tries, oldest first. */
  readonly tries: readonly Try[];
  /** How many tries are no longer listed. */
  readonly earlier: number;
  /** The first right try; it stays when later responses are wrong. */
  readonly solved?: Try;
}

export interface ExerciseProgress {
  /** The variant shown, and when it was chosen (0: never). */
  readonly seed: number;
  readonly seedAt: number;
  /** When the exercise was last reset; nothing older counts (0: never). */
  readonly cleared: number;
  readonly parts: ReadonlyMap<string, PartProgress>;
}

/** Maps, not objects: a name such as `__proto__` is then a key like any other. */
export type Progress = ReadonlyMap<string, ExerciseProgress>;

export const emptyExercise: ExerciseProgress = { seed: 1, seedAt: 0, cleared: 0, parts: new Map() };

/** Tries listed for a part; older ones are only counted. */
export const triesKept = 50;

/** The longest response that is saved, in characters. */
export const longestResponse = 20_000;

/** How many tries a part has had. */
export function triesOf(part: PartProgress | undefined): number {
  return part ? part.earlier + part.tries.length : 0;
}
