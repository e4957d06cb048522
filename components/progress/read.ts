// Reading progress from text that may be anything: another edition's, damaged, or made to do harm.
//
// Every field is looked at by name and copied; what is not known is left out and counted.

import { isName } from './name.ts';
import type { ExerciseProgress, PartProgress, Progress, Try } from './types.ts';
import { longestResponse, triesKept } from './types.ts';

export const formatName = 'backprop-by-hand progress';
export const formatVersion = 1;

/** Longer texts are refused unread: ten times what a diligent reader of the whole book fills. */
export const longestText = 4_000_000;

export type Reading =
  | { readonly ok: true; readonly progress: Progress; readonly dropped: number }
  | { readonly ok: false; readonly problem: 'too large' | 'not progress' | 'newer' };

/**
 * Reads a saved or imported record.
 *
 * `readProgress('{"format":"backprop-by-hand progress","version":1,"exercises":{}}')` is ok, with nothing in it.
 * Times later than `latest` are taken for `latest`, so that a wrong clock elsewhere cannot outlive every reset here.
 */
export function readProgress(text: string, latest = Number.MAX_SAFE_INTEGER): Reading {
  if (text.length > longestText) return { ok: false, problem: 'too large' };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'not progress' };
  }
  const root = asObject(data);
  if (!root || root.format !== formatName || !isCount(root.version))
    return { ok: false, problem: 'not progress' };
  if (root.version > formatVersion) return { ok: false, problem: 'newer' };
  const listed = asObject(root.exercises);
  if (!listed) return { ok: false, problem: 'not progress' };
  const reader = { latest, dropped: 0 };
  const progress = new Map<string, ExerciseProgress>();
  for (const [id, value] of Object.entries(listed)) {
    const exercise = isName(id) ? readExercise(value, reader) : undefined;
    if (exercise) progress.set(id, exercise);
    else reader.dropped++;
  }
  return { ok: true, progress, dropped: reader.dropped };
}

interface Reader {
  readonly latest: number;
  dropped: number;
}

function readExercise(data: unknown, reader: Reader): ExerciseProgress | undefined {
  const found = asObject(data);
  const listed = asObject(found?.parts);
  if (!found || !listed) return undefined;
  const { seed = 1, seedAt = 0, cleared = 0 } = found;
  if (!isCount(seed) || !isTime(seedAt) || !isTime(cleared)) return undefined;
  const parts = new Map<string, PartProgress>();
  for (const [name, value] of Object.entries(listed)) {
    const part = name === '' || isName(name) ? readPart(value, reader) : undefined;
    if (part) parts.set(name, part);
    else reader.dropped++;
  }
  const { latest } = reader;
  return { seed, seedAt: Math.min(seedAt, latest), cleared: Math.min(cleared, latest), parts };
}

function readPart(data: unknown, reader: Reader): PartProgress | undefined {
  const { response, seed, at, tries, earlier = 0, solved } = asObject(data) ?? {};
  if (!isResponse(response) || !isCount(seed) || !isTime(at) || !Array.isArray(tries)) return undefined;
  if (!isCount(earlier)) return undefined;
  const kept = tries.slice(-triesKept).map((one) => readTry(one, reader));
  const read = kept.filter((one) => one !== undefined).sort((a, b) => a.at - b.at);
  reader.dropped += kept.length - read.length;
  const first = solved === undefined ? undefined : readTry(solved, reader);
  return {
    response,
    seed,
    at: Math.min(at, reader.latest),
    tries: read,
    earlier: Math.min(earlier, 1_000_000),
    ...(first?.verdict === 'correct' ? { solved: first } : {}),
  };
}

function readTry(data: unknown, reader: Reader): Try | undefined {
  const { at, response, verdict, seed } = asObject(data) ?? {};
  if (!isTime(at) || !isResponse(response) || !isCount(seed)) return undefined;
  if (verdict !== 'correct' && verdict !== 'wrong') return undefined;
  return { at: Math.min(at, reader.latest), response, verdict, seed };
}

/** Of such an object only fields named in this file are read, and names are listed by `Object.entries`: own ones. */
function asObject(data: unknown): Record<string, unknown> | undefined {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : undefined;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isTime = (value: unknown): value is number => isCount(value) && value <= 8.64e15;
const isResponse = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestResponse;
