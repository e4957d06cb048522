// One line of the judge: reads the request, finds the exercise, checks the response.
import { check, type Exercise, type Verdict } from '../../engine/exercise/index.ts';
import type { Book } from '../book/index.ts';

export type Answer =
  | ({ readonly exercise: string; readonly part: string } & Verdict)
  | { readonly exercise?: string; readonly part?: string; readonly error: string };

const known = new Set(['exercise', 'part', 'response', 'variant', 'earlier']);

/** The verdict on a line of JSON, or what is wrong with the line. Never throws. */
export function judgeLine(book: Book, line: string): Answer {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return { error: 'This line is not JSON.' };
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    return { error: 'A line is an object with `exercise` and `response`.' };
  }
  const { exercise: id, part, response, variant, earlier } = request as Record<string, unknown>;
  const unknown = Object.keys(request).find((key) => !known.has(key));
  const echo = {
    ...(typeof id === 'string' && { exercise: id }),
    ...(typeof part === 'string' && { part }),
  };
  if (unknown !== undefined) return { ...echo, error: `There is no field \`${unknown}\`.` };
  if (typeof id !== 'string') return { ...echo, error: '`exercise` is not a text.' };
  if (part !== undefined && typeof part !== 'string') return { ...echo, error: '`part` is not a text.' };
  if (typeof response !== 'string') return { ...echo, error: '`response` is not a text.' };
  if (variant !== undefined && !Number.isSafeInteger(variant)) {
    return { ...echo, error: '`variant` is not a whole number.' };
  }
  if (earlier !== undefined && !isTexts(earlier)) {
    return { ...echo, error: '`earlier` is not an object of texts.' };
  }

  const exercise = find(book, id);
  if (!exercise) return { ...echo, error: `There is no exercise \`${id}\`.` };
  const names = exercise.parts.map(({ name }) => name);
  const name = part ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) return { ...echo, error: `\`${id}\` has parts: ${names.join(', ')}.` };
  if (!names.includes(name)) return { ...echo, error: `\`${id}\` has no part \`${name}\`.` };
  try {
    const context = {
      ...(variant !== undefined && { seed: variant as number }),
      ...(earlier !== undefined && { earlier }),
    };
    return { exercise: id, part: name, ...check(exercise, name, response, context) };
  } catch (error) {
    return { ...echo, error: `The engine failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function find(book: Book, id: string): Exercise | undefined {
  for (const chapter of book.chapters) {
    for (const { exercise, aliases } of chapter.exercises) {
      if (exercise.id === id || aliases.includes(id)) return exercise;
    }
  }
  return undefined;
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}
