// Writing progress as the text that is saved and exported.

import { formatName, formatVersion } from './read.ts';
import type { PartProgress, Progress, Try } from './types.ts';

/**
 * The record as JSON; `readProgress` reads it back.
 *
 * Equal records give equal texts, whatever order they were made in: two tabs that answer each other's
 * writes would otherwise never come to rest.
 */
export function writeProgress(progress: Progress, space?: number): string {
  const exercises = sorted(progress, ({ seed, seedAt, cleared, parts }) => ({
    seed,
    seedAt,
    cleared,
    parts: sorted(parts, writePart),
  }));
  return JSON.stringify({ format: formatName, version: formatVersion, exercises }, null, space);
}

const writePart = ({ response, seed, at, tries, earlier, solved }: PartProgress) => ({
  response,
  seed,
  at,
  tries: tries.map(writeTry),
  earlier,
  solved: solved && writeTry(solved),
});

const writeTry = ({ at, response, verdict, seed }: Try) => ({ at, response, verdict, seed });

function sorted<From, To>(map: ReadonlyMap<string, From>, write: (value: From) => To): Record<string, To> {
  const names = [...map.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, write(map.get(name)!)]));
}
