// Formulas, and sentences with formulas in them, to HTML by KaTeX.
import katex from 'katex';
import { katexOptions, withoutMacros } from '../book/katex.ts';
import { slim } from './slim.ts';
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

/** So many letters still fit on a line of a telephone; a formula of more must be free to break. */
const KEPT_LETTERS = 16;

const lettersOf = (html: string): number => html.replaceAll(/<[^>]*>|\u200b|\s/g, '').length;

/** A line may break between the pieces that KaTeX makes, but not behind the last one: a full stop may stand there. */
function lastKept(html: string): string {
  const [from, to] = [html.lastIndexOf('<span class="base">'), html.lastIndexOf('</span></span>')];
  return `${html.slice(0, from)}<span class="keep">${html.slice(from, to)}</span>${html.slice(to)}`;
}

/**
 * What KaTeX draws, hidden from assistive technology, and the formula's words, which lie invisibly over the same place,
 * so that a finger on a touch screen meets them where the formula is. The TeX is kept for copying, unless it is the words,
 * as for every plain number.
 */
export function framed(seen: string, tex: string, words: string): string {
  const bare = withoutMacros(tex).replace(/^\\displaystyle (?:\{\} )?/, '');
  const kept = bare === words ? '' : ` data-tex="${escapeHtml(bare)}"`;
  const wide = !seen.includes('katex-display') && lettersOf(seen) > KEPT_LETTERS;
  const drawn = wide ? lastKept(slim(seen)) : slim(seen);
  return `<span class="math${wide ? ' wide' : ''}"${kept}><span class="math-words">${escapeHtml(words)}</span>${drawn}</span>`;
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
