// Text in plain characters, one for one: what phones and word processors put in, as a keyboard would have it.

import { PLAIN } from './spelling.ts';

/** The same text, as long as before, so that places stay true. */
export function plain(text: string): string {
  return [...text].map((c) => (c.length === 1 ? (PLAIN[c] ?? c) : c)).join('');
}
