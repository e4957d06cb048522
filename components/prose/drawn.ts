// What KaTeX draws while the book is built. In the browser nothing: there the page has it already.

import { options } from './typeset.ts';

const katex = import.meta.env.SSR ? (await import('katex')).default : undefined;

/** The formula as HTML; without KaTeX's MathML where something else says it. */
export function drawn(tex: string, display: boolean, said: boolean): string {
  const output = said ? 'html' : 'htmlAndMathml';
  return katex?.renderToString(tex, { ...options, displayMode: display, output }) ?? '';
}
