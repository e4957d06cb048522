// Seeded random numbers: the same seed gives the same numbers in every browser and on every machine.
import { log } from './elementary.ts';

/** A source of random numbers. */
export interface Random {
  /** The seed it was made from, for messages. */
  readonly seed: number;
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A number from `low` to `high`. */
  uniform(low: number, high: number): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A normal number with the given mean and standard deviation. */
  normal(mean?: number, deviation?: number): number;
  /** A shuffled copy. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/**
 * Random numbers from a whole-number seed: a 32-bit counter-and-shift generator (Doty-Humphrey's sfc32),
 * two draws for each number in [0, 1), so that all 53 bits are random.
 *
 * @example
 * createRandom(1).integer(1, 6); // 4
 */
export function createRandom(seed: number): Random {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const bits = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // Neighbouring seeds begin alike; after fifteen rounds nothing is left of that.
  for (let round = 0; round < 15; round++) bits();

  const next = (): number => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53;
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  // The polar method makes two normal numbers at a time.
  const spare: number[] = [];
  const polar = (): number => {
    const x = 2 * next() - 1;
    const y = 2 * next() - 1;
    const s = x * x + y * y;
    if (s >= 1 || s === 0) return polar();
    const scale = Math.sqrt((-2 * log(s)) / s);
    spare.push(y * scale);
    return x * scale;
  };
  return {
    seed,
    next,
    integer,
    uniform: (low, high) => low + (high - low) * next(),
    normal: (mean = 0, deviation = 1) => mean + deviation * (spare.pop() ?? polar()),
    shuffle(items) {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
}
