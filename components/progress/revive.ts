// Imported work that is older than a reset here: who imports a file wants what is in it.

import type { ExerciseProgress, PartProgress, Try } from './types.ts';

/** The work with all that is not newer than `cleared` put right behind it, in its order; so the same file twice counts once. */
export function revived(work: ExerciseProgress, cleared: number): ExerciseProgress {
  const parts = [...work.parts.values()];
  const tries = parts.flatMap((part) => [...part.tries, ...(part.solved ? [part.solved] : [])]);
  const times = [work.seedAt, ...parts.map(({ at }) => at), ...tries.map(({ at }) => at)];
  const old = [...new Set(times)].filter((at) => at > 0 && at <= cleared).sort((a, b) => a - b);
  if (old.length === 0) return work;
  const later = new Map(old.map((at, i) => [at, cleared + 1 + i]));
  const move = <T extends { readonly at: number }>(one: T): T => ({
    ...one,
    at: later.get(one.at) ?? one.at,
  });
  const movePart = ({ solved, ...part }: PartProgress): PartProgress => ({
    ...move(part),
    tries: part.tries.map((one): Try => move(one)),
    ...(solved && { solved: move(solved) }),
  });
  return {
    ...work,
    seedAt: later.get(work.seedAt) ?? work.seedAt,
    parts: new Map([...work.parts].map(([name, part]) => [name, movePart(part)])),
  };
}
