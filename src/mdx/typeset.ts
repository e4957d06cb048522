// Formulas, and sentences with formulas in them, to HTML by KaTeX.
import katex from 'katex';
import { katexOptions } from '../book/katex.ts';

/** One formula, with its MathML beside it for assistive technology. */
export function typeset(tex: string, display: boolean): string {
  return katex.renderToString(tex, { ...katexOptions, displayMode: display, throwOnError: true });
}

/** Plain text in which formulas stand between dollar signs; everything else is escaped. */
export function sentence(text: string): string {
  return text
    .split(/\$([^$]+)\$/)
    .map((piece, i) => (i % 2 === 1 ? typeset(piece, false) : escapeHtml(piece)))
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
