// Runs a program for the judge of the command line: the page's harness and calls in a context of Node's, ended by time.
import { readFileSync } from 'node:fs';
import { types } from 'node:util';
import { constants, createContext, runInContext, Script } from 'node:vm';
import { callsText, ranFrom, scriptOf } from '../../components/exercise/code/program.ts';
import { words } from '../../components/words.ts';
import {
  type Call,
  type Context,
  check,
  codeCases,
  type Exercise,
  type Ran,
  type Verdict,
} from '../../engine/exercise/index.ts';
import { harnessOf } from '../sandbox/harness.ts';

/**
 * What comes out of calling a program's functions. No object of this process enters the context, so that the program
 * finds what it finds in the page; still, run programs of strangers in a container of their own.
 */
export function runCode(source: string, calls: readonly Call[]): Ran {
  if (!process.listeners('unhandledRejection').includes(forgive)) process.on('unhandledRejection', forgive);
  const harness = harnessOf((part) =>
    readFileSync(new URL(`../sandbox/harness/${part}.js`, import.meta.url), 'utf8'),
  );
  const context = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const take: () => string = runInContext(
    `(() => { let sent = ''; globalThis.postMessage = (text) => { sent += text + '\\0'; }; return () => sent; })()`,
    context,
  );
  const before = harness.split('\n').length + 1;
  const text = [harness, '\n', ...scriptOf(source, callsText(calls))].join('');
  try {
    new Script(text, { filename: 'program.js' }).runInContext(context, { timeout: 900 });
  } catch (error) {
    const { code, message, line } = told(error);
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return ranFrom([], { end: 'late', before }, source);
    return ranFrom([], { end: 'error', before, message, line }, source);
  }
  return ranFrom(take().split('\0'), { end: 'done', before }, source);
}

/** What an error says of itself. It may be made by the program: nothing of it is called. */
function told(error: unknown): { code: string; message: string; line: number } {
  if (!types.isNativeError(error)) return { code: '', message: words.code.notAnError, line: 0 };
  const read = (name: string): string => {
    const value = Object.getOwnPropertyDescriptor(error, name)?.value;
    return typeof value === 'string' ? value : '';
  };
  const stack = error instanceof Error ? String(error.stack) : read('stack');
  const name = /^\w+Error(?=: )/m.exec(stack)?.[0] ?? 'SyntaxError';
  const line = Number(/program\.js:(\d+)/.exec(stack)?.[1] ?? 0);
  return { code: read('code'), message: `${name}: ${read('message')}`.slice(0, 500), line };
}

/** A promise that the program breaks and leaves alone must not end this process. */
function forgive(reason: unknown): void {
  const own =
    reason instanceof Error &&
    (reason as { code?: unknown }).code !== 'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING';
  if (own) throw reason;
}

/** The verdict on a response; a program is run first. */
export function checkRun(exercise: Exercise, name: string, response: string, context: Context = {}): Verdict {
  const part = exercise.parts.find((one) => one.name === name);
  if (part?.kind !== 'code' || response.trim() === '') return check(exercise, name, response, context);
  const ran = runCode(response, codeCases(part, context.seed ?? 1));
  return check(exercise, name, response, { ...context, ran });
}
