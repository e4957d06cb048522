// Reproducible random numbers by name: the same seed and key always give the same number, in any order of asking.

/** A 32-bit hash of text under a seed (a murmur-style mix; not for secrets). */
export function hash(seed: number, key: string): number {
  let h = (seed ^ 0x9e3779b9) >>> 0;
  for (let i = 0; i < key.length; i += 1) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in [0, 1) with 52 random bits. */
export function uniform(seed: number, key: string): number {
  return (hash(seed, key) + (hash(seed ^ 0x5bd1e995, key) >>> 12) / 2 ** 20) / 2 ** 32;
}

/** A whole number from least to most, both included. */
export function integer(seed: number, key: string, least: number, most: number): number {
  return least + Math.floor(uniform(seed, key) * (most - least + 1));
}
