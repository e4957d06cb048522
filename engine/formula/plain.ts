// Text in plain characters, one for one: what phones and word processors put in, as a keyboard would have it.

import { PLAIN } from './spelling.ts';

/** The same text, as long as before, so that places stay true. */
export function plain(text: string): string {
  return [...text].map((c) => (c.length === 1 ? (PLAIN[c] ?? c) : unfaced(c))).join('');
}

/** 𝑧 and 𝜎, as they come out of printed formulas, are z and σ; the space behind keeps the length and separates nothing. */
function unfaced(c: string): string {
  const letter = /^[\u{1D400}-\u{1D7FF}]$/u.test(c) ? c.normalize('NFKC') : c;
  return letter.length === 1 ? `${letter}\u200b` : c;
}
