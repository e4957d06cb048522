// Merging two records of progress, so that tabs and files never lose each other's work.
//
// The result does not depend on the order of merging, and merging twice changes nothing: tries are a
// union, the field's text and the variant go to the newest, a reset erases what is older than itself.

import type { ExerciseProgress, PartProgress, Progress, Try } from './types.ts';
import { emptyExercise, triesKept } from './types.ts';

/** The union of two records. */
export function merge(a: Progress, b: Progress): Progress {
  const merged = new Map(a);
  for (const [id, other] of b) {
    const own = merged.get(id);
    merged.set(id, own ? mergeExercise(own, other) : other);
  }
  return merged;
}

export function mergeExercise(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
  const cleared = Math.max(a.cleared, b.cleared);
  const newest = a.seedAt > b.seedAt || (a.seedAt === b.seedAt && a.seed > b.seed) ? a : b;
  const kept = newest.seedAt > cleared;
  const parts = new Map<string, PartProgress>();
  for (const name of new Set([...a.parts.keys(), ...b.parts.keys()])) {
    const part = mergePart(since(a.parts.get(name), cleared), since(b.parts.get(name), cleared));
    if (part) parts.set(name, part);
  }
  return {
    seed: kept ? newest.seed : emptyExercise.seed,
    seedAt: kept ? newest.seedAt : 0,
    cleared,
    parts,
  };
}

/** What of a part is newer than a reset; nothing where all of it is older. */
function since(part: PartProgress | undefined, cleared: number): PartProgress | undefined {
  if (!part || cleared === 0) return part;
  const tries = part.tries.filter((one) => one.at > cleared);
  const whole = tries.length === part.tries.length && (tries.length > 0 || part.earlier === 0);
  if (part.at <= cleared && tries.length === 0) return undefined;
  const { solved, ...rest } = part;
  return {
    ...rest,
    ...(part.at <= cleared ? { response: '', at: tries[tries.length - 1]!.at } : {}),
    tries,
    earlier: whole ? part.earlier : 0,
    ...(solved && solved.at > cleared ? { solved } : firstRight(tries)),
  };
}

function mergePart(a: PartProgress | undefined, b: PartProgress | undefined): PartProgress | undefined {
  if (!a || !b) return a ?? b;
  const field = a.at > b.at || (a.at === b.at && a.response >= b.response) ? a : b;
  const { tries, earlier } = mergeTries(a, b);
  const solved = [a.solved, b.solved].filter((one) => one !== undefined).sort(byTime)[0];
  return {
    response: field.response,
    seed: field.seed,
    at: field.at,
    tries,
    earlier,
    ...(solved ? { solved } : {}),
  };
}

/** The union of the lists. Tries older than a list that has already dropped some are among those it counts. */
function mergeTries(a: PartProgress, b: PartProgress): { tries: readonly Try[]; earlier: number } {
  if (sameTries(a.tries, b.tries)) return { tries: a.tries, earlier: Math.max(a.earlier, b.earlier) };
  const horizon = Math.max(...[a, b].map((one) => (one.earlier > 0 ? (one.tries[0]?.at ?? 0) : 0)));
  const union = new Map<string, Try>();
  for (const one of [...a.tries, ...b.tries]) {
    if (one.at >= horizon) union.set(`${one.at} ${one.seed} ${one.response}`, one);
  }
  const tries = [...union.values()].sort(byTime);
  const over = Math.max(0, tries.length - triesKept);
  return { tries: tries.slice(over), earlier: Math.max(a.earlier, b.earlier) + over };
}

function sameTries(a: readonly Try[], b: readonly Try[]): boolean {
  return a.length === b.length && a.every((one, i) => one.at === b[i]!.at && one.response === b[i]!.response);
}

function firstRight(tries: readonly Try[]): { solved?: Try } {
  const solved = tries.find((one) => one.verdict === 'correct');
  return solved ? { solved } : {};
}

const byTime = (a: Try, b: Try) =>
  a.at - b.at || a.seed - b.seed || (a.response < b.response ? -1 : a.response > b.response ? 1 : 0);
