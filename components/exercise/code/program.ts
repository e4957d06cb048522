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

/** The script that follows the program: it calls the functions and sends what they give back. */
export function callsText(calls: readonly Call[]): string {
  const names = [...new Set(calls.map(({ fn }) => fn))];
  const functions = names.map((fn) => `${fn}: typeof ${fn} === 'undefined' ? undefined : ${fn}`);
  return `;__book.run({ ${functions.join(', ')} }, ${JSON.stringify(calls)});`;
}

/**
 * What came out, from the messages of a run. They are the program's own word and only data: text that is not as the
 * harness writes it is a fault, never an error. Line 1 is the first line of `source`.
 */
export function ranFrom(sent: readonly unknown[], ending: Ending, source: string): Ran {
  if (ending.end === 'late') return { fault: words.code.late };
  if (ending.end === 'flood') return { fault: words.code.flood };
  if (ending.end === 'error')
    return fault(clean(ending.message ?? ''), ending.line ?? 0, ending.before, source);
  const last = sent.findLast((text) => typeof text === 'string' && /^[rf]/.test(text));
  const data = typeof last === 'string' ? parsed(last.slice(1)) : undefined;
  if (!Array.isArray(data)) return { fault: words.code.nothing };
  if ((last as string)[0] === 'r') return { outputs: data };
  const [message, line] = data as unknown[];
  if (line === -1) return { fault: words.code.missing(String(message).slice('missing '.length)) };
  return fault(String(message), Number(line) || 0, ending.before, source);
}

/** The lines that the program printed. */
export function printedFrom(sent: readonly unknown[]): string[] {
  return sent
    .flatMap((text) => (typeof text === 'string' && text[0] === 'l' ? [text.slice(1)] : []))
    .slice(0, 100);
}

function parsed(json: string): unknown {
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

function fault(message: string, line: number, before: number, source: string): Ran {
  const own = line - before;
  const lines = source.split('\n').length;
  // A bracket that is never closed is noticed after the program's end.
  const at = own > lines && /SyntaxError/.test(message) ? lines : own;
  return { fault: message, ...(at >= 1 && at <= lines && { line: at }) };
}
