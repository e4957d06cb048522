// Kind `code`: a function in JavaScript, run apart from the page and judged by the gradients of the tape.

import { ReadFault, realText } from '../formula/index.ts';
import { type CodeTask, codeTasks, flat, type Nested, shapeOfNested } from './code-tasks.ts';
import type { CodePart, Context, Verdict } from './types.ts';

const TOLERANCE = 1e-6;

/** The task of a part; throws a RangeError that lists the tasks there are. */
export function taskOf(part: CodePart): CodeTask {
  const task = codeTasks[part.task];
  if (!task)
    throw new RangeError(`There is no task ${part.task}: there are ${Object.keys(codeTasks).join(', ')}.`);
  return task;
}

/** What the function is to be run on: one list of arguments a case. */
export function codeCases(part: CodePart, seed: number): readonly (readonly Nested[])[] {
  return taskOf(part).cases(seed);
}

export function checkCode(part: CodePart, response: string, context: Context): Verdict {
  const task = taskOf(part);
  if (response.trim() === '') throw new ReadFault('Nothing is typed yet.', [0, response.length]);
  const { ran } = context;
  if (!ran) throw new ReadFault('The program has not been run.', [0, response.length]);
  if ('fault' in ran) return { verdict: 'unreadable', message: ran.fault, ...lineSpan(response, ran.line) };
  for (const [i, args] of task.cases(context.seed ?? 1).entries()) {
    const verdict = judgeCase(task, args, ran.outputs[i]);
    if (verdict) return verdict;
  }
  return { verdict: 'correct', message: 'Right: every entry agrees with the gradient check.' };
}

function lineSpan(source: string, line: number | undefined): { span?: [number, number] } {
  if (line === undefined) return {};
  const lines = source.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  return {
    span: [Math.min(start, source.length), Math.min(start + (lines[line - 1]?.length ?? 0), source.length)],
  };
}

function judgeCase(task: CodeTask, args: readonly Nested[], output: unknown): Verdict | null {
  const right = task.right(args);
  const given = `given ${args.map((a) => (shapeOfNested(a) ?? []).join(' x ')).join(', ')}`;
  if (typeof output !== 'object' || output === null)
    return wrong('no-object', `${task.fn} must give back an object: { ${task.gives.join(', ')} }.`);
  for (const name of task.gives) {
    const value = (output as Record<string, unknown>)[name];
    const expected = right[name] as Nested;
    const shape = shapeOfNested(value);
    const wanted = (shapeOfNested(expected) as number[]).join(' x ');
    if (value === undefined) return wrong('missing', `${name} is missing in what ${task.fn} gives back.`);
    if (!shape)
      return wrong(
        'shape',
        `${name} is not an array of numbers in equal rows; it should be ${wanted} (${given}).`,
      );
    if (shape.join(' x ') !== wanted)
      return wrong('shape', `${name} is ${shape.join(' x ')}; it should be ${wanted} (${given}).`);
    const named = judgeNumbers(name, flat(value as Nested), flat(expected), shape);
    if (named) return named;
  }
  return null;
}

function judgeNumbers(
  name: string,
  got: readonly number[],
  want: readonly number[],
  shape: readonly number[],
): Verdict | null {
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
  const entries = got.map((v, i) => near(v, want[i] as number));
  const i = entries.indexOf(false);
  if (i < 0) return null;
  if (got.every((v, k) => near(-v, want[k] as number)))
    return wrong('sign', `The sign: every entry of ${name} is the opposite of the right one.`);
  if (got.every((v, k) => near(v / 2, want[k] as number)))
    return wrong('constant-factor', `A factor 2 too much in every entry of ${name}.`);
  const place = `${name}${placeOf(i, shape)
    .map((k) => `[${k}]`)
    .join('')}`;
  return wrong(
    'entry',
    `The first entry that differs is ${place}: yours is ${realText(got[i] as number, 6)}, the gradient check finds ${realText(want[i] as number, 6)}. ${entries.filter(Boolean).length} of ${entries.length} entries of ${name} are right.`,
  );
}

function placeOf(i: number, shape: readonly number[]): number[] {
  let rest = i;
  return shape
    .slice()
    .reverse()
    .map((length) => {
      const k = rest % length;
      rest = Math.floor(rest / length);
      return k;
    })
    .reverse();
}

function wrong(misconception: string, message: string): Verdict {
  return { verdict: 'wrong', misconception, message };
}
