// Kind `code`: a function in JavaScript, run apart from the page and judged by the gradients of the tape.

import { ReadFault, realText } from '../formula/index.ts';
import { type Call, type CodeTask, codeTasks, flat, type Nested, shapeOfNested } from './code-tasks.ts';
import { ruleTasks } from './code-tasks-rules.ts';
import type { CodePart, Context, Verdict } from './types.ts';

const TOLERANCE = 1e-6;

/** The task of a part; throws a RangeError that lists the tasks there are. */
export function taskOf(part: CodePart): CodeTask {
  const tasks = { ...codeTasks, ...ruleTasks };
  const task = Object.hasOwn(tasks, part.task) ? tasks[part.task] : undefined;
  if (!task)
    throw new RangeError(`There is no task ${part.task}: there are ${Object.keys(tasks).join(', ')}.`);
  return task;
}

/** The calls by which the program is to be tried, in order. */
export function codeCases(part: CodePart, seed: number): readonly Call[] {
  return taskOf(part).cases(seed);
}

export function checkCode(part: CodePart, response: string, context: Context): Verdict {
  const task = taskOf(part);
  if (response.trim() === '') throw new ReadFault('Nothing is typed yet.', [0, response.length]);
  const { ran } = context;
  if (!ran) throw new ReadFault('The program has not been run.', [0, response.length]);
  if ('fault' in ran) return { verdict: 'unreadable', message: ran.fault, ...lineSpan(response, ran.line) };
  for (const [i, call] of task.cases(context.seed ?? 1).entries()) {
    const verdict = judgeCase(task, call, ran.outputs[i]);
    if (verdict) return verdict;
  }
  return { verdict: 'correct', message: 'Every entry agrees with the engine.' };
}

function lineSpan(source: string, line: number | undefined): { span?: [number, number] } {
  if (line === undefined) return {};
  const lines = source.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  return {
    span: [Math.min(start, source.length), Math.min(start + (lines[line - 1]?.length ?? 0), source.length)],
  };
}

function judgeCase(task: CodeTask, call: Call, output: unknown): Verdict | null {
  const right = task.right(call);
  const { fn } = call;
  if (typeof right === 'number' || Array.isArray(right))
    return judgeArray(`${fn}(…)`, output, right as Nested, givenText(task, call));
  const named = right as Readonly<Record<string, Nested>>;
  if (typeof output !== 'object' || output === null || Array.isArray(output))
    return wrong('no-object', `${fn} must give back an object: { ${Object.keys(named).join(', ')} }.`);
  for (const [name, expected] of Object.entries(named)) {
    const value = Object.hasOwn(output, name) ? (output as Record<string, unknown>)[name] : undefined;
    if (value === undefined) return wrong('missing', `${name} is missing in what ${fn} gives back.`);
    const verdict = judgeArray(name, value, expected, givenText(task, call));
    if (verdict) return verdict;
  }
  return null;
}

/** What the function was called with: `given delta: 2 x 3, x: 3 x 5`. */
function givenText({ signature }: CodeTask, { fn, args }: Call): string {
  const names = new RegExp(`${fn}\\(([^)]*)\\)`).exec(signature)?.[1]?.split(', ') ?? [];
  return `given ${args.map((value, i) => `${names[i]}: ${shapeText(value)}`).join(', ')}`;
}

function judgeArray(name: string, value: unknown, expected: Nested, given: string): Verdict | null {
  const shape = shapeOfNested(value);
  const wanted = shapeText(expected);
  if (!shape)
    return wrong('shape', `${name} is not made of numbers in equal rows; it should be ${wanted} (${given}).`);
  if (shapeText(value as Nested) !== wanted)
    return wrong('shape', `${name} is ${shapeText(value as Nested)}; it should be ${wanted} (${given}).`);
  return judgeNumbers(name, flat(value as Nested), flat(expected), shape, given);
}

function shapeText(value: Nested): string {
  const shape = shapeOfNested(value) ?? [];
  if (shape.length === 0) return 'one number';
  return shape.length === 1 ? `a list of ${shape[0]}` : shape.join(' x ');
}

function judgeNumbers(
  name: string,
  got: readonly number[],
  want: readonly number[],
  shape: readonly number[],
  given: string,
): Verdict | null {
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
  const entries = got.map((v, i) => near(v, want[i] as number));
  const i = entries.indexOf(false);
  if (i < 0) return null;
  if (got.every((v, k) => near(-v, want[k] as number)))
    return wrong('sign', `The sign: every entry of ${name} is the opposite of the right one.`);
  if (got.every((v, k) => near(v / 2, want[k] as number)))
    return wrong('constant-factor', `A factor 2 too much in every entry of ${name}.`);
  const share = shareOf(got, want);
  if (share)
    return wrong('constant-factor', `Every entry of ${name} is ${share} times what it should be (${given}).`);
  const place = `${name}${placeOf(i, shape)
    .map((k) => `[${k}]`)
    .join('')}`;
  const sentences = [
    `${entries.length === 1 ? '' : 'The first entry that differs is '}${place}: yours is ${realText(got[i] as number, 6)}, the engine finds ${realText(want[i] as number, 6)}.`,
    entries.length > 1 &&
      `${entries.filter(Boolean).length} of ${entries.length} entries of ${name} are right.`,
    Number.isNaN(got[i]) && 'NaN comes of $0/0$, of $\\infty/\\infty$, or of an entry that is not there.',
  ];
  return wrong('entry', sentences.filter(Boolean).join(' '));
}

/** The same fraction in every entry, such as 1/6 where a mean was taken of six; nothing where there is none. */
function shareOf(got: readonly number[], want: readonly number[]): string | undefined {
  const most = want.reduce((at, v, i) => (Math.abs(v) > Math.abs(want[at] as number) ? i : at), 0);
  const share = (got[most] as number) / (want[most] as number);
  if (got.length < 2 || !got.every((v, i) => Math.abs(v - share * (want[i] as number)) <= TOLERANCE)) return;
  for (let below = 1; below <= 24; below++) {
    const above = Math.round(share * below);
    if (above !== 0 && Math.abs(share - above / below) < TOLERANCE)
      return below === 1 ? String(above) : `${above}/${below}`;
  }
  return undefined;
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
