// Formulas, and sentences with formulas in them, to HTML by KaTeX.
import katex from 'katex';
import { katexOptions } from '../book/katex.ts';
import { speech } from './speech.ts';

/** One formula, framed. */
export function typeset(tex: string, display: boolean, words = speech(tex)): string {
  const seen = katex.renderToString(tex, {
    ...katexOptions,
    displayMode: display,
    output: 'html',
    throwOnError: true,
  });
  return framed(seen, tex, words);
}

/**
 * What KaTeX draws, hidden from assistive technology, and the formula's words, which lie invisibly over the same place,
 * so that a finger on a touch screen meets them where the formula is. The TeX is kept for copying, unless it is the words,
 * as for every plain number.
 */
export function framed(seen: string, tex: string, words: string): string {
  const kept = tex === words ? '' : ` data-tex="${escapeHtml(tex)}"`;
  return `<span class="math"${kept}><span class="math-words">${escapeHtml(words)}</span>${rounded(seen)}</span>`;
}

/** Heights, places and gaps to a hundredth of an em, a fifth of a pixel: a page of formulas is full of them. */
function rounded(html: string): string {
  return html.replace(
    /\b(height|top|vertical-align|margin-right):(-?\d*\.\d{3,})em/g,
    (_, name: string, length: string) => {
      return `${name}:${Number(Number(length).toFixed(2))}em`;
    },
  );
}

/** Plain text in which formulas stand between dollar signs; everything else is escaped. */
export function sentence(text: string): string {
  return text
    .split(/\$([^$]+)\$/)
    .map((piece, i) => (i % 2 === 1 ? typeset(piece, false) : escapeHtml(piece)))
    .join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
