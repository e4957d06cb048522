// One line of the judge: reads the request, finds the exercise, checks the response.
import type { Verdict } from '../../engine/exercise/index.ts';
import type { AuthoredExercise, Book } from '../book/index.ts';
import { checkRun } from './run-code.ts';

export type Judgement =
  | ({ readonly exercise: string; readonly part: string } & Verdict)
  | { readonly exercise?: string; readonly part?: string; readonly error: string };

/** The verdict on a line of JSON, or what is wrong with the line. Never throws. */
export function judgeLine(book: Book, line: string): Judgement {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return { error: 'This line is not JSON.' };
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    return { error: 'A line is an object with `exercise` and `response`.' };
  }
  const { exercise: id, response, variant, earlier, ...rest } = request as Record<string, unknown>;
  // An exercise without parts may be named with no part, an empty one, or null.
  const part = rest.part === null || rest.part === '' ? undefined : rest.part;
  const echo = {
    ...(typeof id === 'string' && { exercise: id }),
    ...(typeof part === 'string' && { part }),
  };
  if (typeof id !== 'string') return { ...echo, error: '`exercise` is not a text.' };
  if (part !== undefined && typeof part !== 'string') return { ...echo, error: '`part` is not a text.' };
  if (typeof response !== 'string') return { ...echo, error: '`response` is not a text.' };
  if (variant !== undefined && variant !== null && !Number.isSafeInteger(variant)) {
    return { ...echo, error: '`variant` is not a whole number.' };
  }
  if (earlier !== undefined && !isTexts(earlier)) {
    return { ...echo, error: '`earlier` is not an object of texts.' };
  }

  const found = find(book, id);
  if (!found) return { ...echo, error: `There is no exercise \`${id}\`.` };
  const { exercise, messages } = found;
  const names = exercise.parts.map(({ name }) => name);
  const name = part ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) return { ...echo, error: `\`${id}\` has parts: ${names.join(', ')}.` };
  if (!names.includes(name)) return { ...echo, error: `\`${id}\` has no part \`${name}\`.` };
  try {
    const context = {
      ...(typeof variant === 'number' && { seed: variant }),
      ...(earlier !== undefined && { earlier }),
    };
    return { exercise: id, part: name, ...inWords(checkRun(exercise, name, response, context), messages) };
  } catch (error) {
    return { ...echo, error: `The engine failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** An authored mistake speaks in its author's words. */
function inWords(verdict: Verdict, messages: ReadonlyMap<string, string>): Verdict {
  const message = verdict.verdict === 'wrong' ? messages.get(verdict.misconception ?? '') : undefined;
  return message === undefined ? verdict : { ...verdict, message };
}

function find(book: Book, id: string): AuthoredExercise | undefined {
  return book.chapters
    .flatMap((chapter) => chapter.exercises)
    .find(({ exercise, aliases }) => exercise.id === id || aliases.includes(id));
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}
