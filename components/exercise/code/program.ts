// A reader's program made ready to run: the calls that follow it, and what is read out of the lines that it sends.

import type { Call, Ran } from '../../../engine/exercise/index.ts';
import { words } from '../../words.ts';

/** How a run ended, beside what the program sent. */
export interface Ending {
  readonly end: 'done' | 'late' | 'flood' | 'error';
  /** Lines of the script before the first line of the program, so that a line can be counted from there. */
  readonly before: number;
  readonly message?: string;
  readonly line?: number;
}

/**
 * The script that follows the harness. The program stands in a block, so that its functions are not there yet while
 * the harness clears up; `after` says what to do with them. The program's first line is the second of this text.
 */
export function scriptOf(source: string, after: string): string[] {
  return ['try {\n', bare(source), `\n;${after}\n} catch (error) { __book.fail(error); }\n`];
}

const FENCED = /^[ \t]*(```|~~~)\w*[ \t]*\n([^`~]*(?:(?!\1)[`~][^`~]*)*)\1/m;
const EXPORT =
  /^export (?:default )?(?=(?:async )?function\b|const\b|let\b|class\b)|^(?:export (?:default )?|module\.exports\s*=\s*)(?:\w+|\{[^{}]*\})[ \t]*;?[ \t]*$/gm;

/**
 * A pasted program without the Markdown round it, without `export` and without characters that nobody sees; spaces
 * instead, so that lines stay true.
 */
function bare(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  const [block = '', fence = '', inside] = FENCED.exec(source) ?? [];
  const from = source.indexOf(block) + block.length - fence.length - (inside ?? '').length;
  const program = inside === undefined ? source : blank(source.slice(0, from)) + inside;
  return program.replace(/^\s*```\w*|```\s*$|^#!.*|[\u200b-\u200d\u2060]/g, blank).replace(EXPORT, blank);
}

/** Calls the functions and sends what they give back. */
export function callsText(calls: readonly Call[]): string {
  const names = [...new Set(calls.map(({ fn }) => fn))];
  const functions = names.map((fn) => `${fn}: typeof ${fn} === 'undefined' ? undefined : ${fn}`);
  return `__book.run({ ${functions.join(', ')} }, ${JSON.stringify(calls)});`;
}

/**
 * What came out, from the messages of a run. They are the program's own word and only data: text that is not as the
 * harness writes it is a fault, never an error. Line 1 is the first line of `source`.
 */
export function ranFrom(sent: readonly unknown[], ending: Ending, source: string): Ran {
  if (ending.end === 'late') return { fault: words.code.late };
  if (ending.end === 'flood') return { fault: words.code.flood };
  if (ending.end === 'error')
    return fault(clean(ending.message ?? ''), [ending.line ?? 0], ending.before, source);
  const last = sent.findLast((text) => typeof text === 'string' && /^[rf]/.test(text));
  const data = typeof last === 'string' ? parsed(last.slice(1)) : undefined;
  if (!Array.isArray(data)) return { fault: words.code.nothing };
  if ((last as string)[0] === 'r') return { outputs: data };
  const [message, from] = data as unknown[];
  if (from === 'missing') return { fault: words.code.missing(String(message)) };
  const lines = Array.isArray(from) ? from.map(Number) : [];
  return fault(String(message) || words.code.notAnError, lines, ending.before, source);
}

/** The lines that the program printed. */
export function printedFrom(sent: readonly unknown[]): string[] {
  return sent
    .flatMap((text) => (typeof text === 'string' && text[0] === 'l' ? [text.slice(1)] : []))
    .slice(0, 100);
}

/** What the harness has written; undefined where it has not. */
export function parsed(json: string): unknown {
  try {
    // Numbers that JSON does not have are sent as words.
    return JSON.parse(json, (_, value) =>
      value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : value,
    );
  } catch {
    return undefined;
  }
}

/** Browsers put a word of their own before the message of an error that nothing caught. */
function clean(message: string): string {
  return message.replace(/^(Uncaught )?(exception: )?/, '').replace(/^Error: /, '') || words.code.nothing;
}

/** What browsers say of a frozen array that is written to. */
const written = /read[- ]only|not extensible|non-writable/i;

/** The fault at the first of the script's lines that is the program's own. */
function fault(message: string, lines: readonly number[], before: number, source: string): Ran {
  const count = source.split('\n').length;
  // A bracket that is never closed is noticed after the program's end.
  if (/SyntaxError/.test(message) && (lines[0] ?? 0) - before > count) {
    return { fault: words.code.unclosed, line: count };
  }
  if (/SyntaxError/.test(message) && /^\s*def \w+\(.*\):/m.test(source)) message = words.code.python;
  const line = lines.map((one) => one - before).find((one) => one >= 1 && one <= count);
  const told = written.test(message) ? `${message}. ${words.code.frozen}` : message;
  return { fault: told, ...(line !== undefined && { line }) };
}
