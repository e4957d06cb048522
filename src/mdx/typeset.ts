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

const textOf = (html: string): string => html.replaceAll(/<[^>]*>|\u200b|\s/g, '');

const lettersOf = (html: string): number => textOf(html).length;

/** So many letters between brackets still stay together. */
const KEPT_IN_BRACKETS = 24;

const BASE = '<span class="base">';

/**
 * A line may break between the pieces that KaTeX makes, but not inside brackets or behind the dot of a product, where a reader
 * would stumble, nor behind the last one: a full stop may stand there. What is displayed breaks only between equations that
 * stand side by side. Nothing if it cannot break at all.
 */
function breakable(html: string, display: boolean): string | undefined {
  const end = '</span>'.repeat(display ? 3 : 2);
  const [start = '', ...pieces] = html.slice(0, -end.length).split(BASE);
  if (pieces.length < 2) return undefined;
  const groups: string[] = [];
  let depth = 0;
  let bars = 0;
  let joined = false;
  for (const piece of pieces) {
    const all = (groups.at(-1) ?? '') + BASE + piece;
    if (joined && (display || lettersOf(all) <= KEPT_IN_BRACKETS)) groups[groups.length - 1] = all;
    else groups.push(BASE + piece);
    const letters = textOf(piece);
    depth = Math.max(0, depth + count(letters, /[([]/g) - count(letters, /[)\]]/g));
    bars += count(letters, /[∣∥]/g);
    joined = display ? !piece.includes('allowbreak') : depth > 0 || bars % 2 === 1 || /⋅$/.test(letters);
  }
  const kept = groups.map((group, i) =>
    i === groups.length - 1 || group.indexOf(BASE, 1) > 0 ? `<span class="keep">${group}</span>` : group,
  );
  return start + kept.join('') + end;
}

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

/**
 * What KaTeX draws, hidden from assistive technology, and the formula's words, which lie invisibly over the same place,
 * so that a finger on a touch screen meets them where the formula is. The TeX is kept for copying, unless it is the words,
 * as for every plain number.
 */
export function framed(seen: string, tex: string, words: string): string {
  const bare = withoutMacros(tex).replace(/^\\displaystyle (?:\{\} )?/, '');
  const kept = bare === words ? '' : ` data-tex="${escapeHtml(bare)}"`;
  const drawn = slim(seen);
  const display = seen.includes('katex-display');
  const mayBreak = display ? seen.includes('allowbreak') : lettersOf(seen) > KEPT_LETTERS;
  const wide = mayBreak ? breakable(drawn, display) : undefined;
  return `<span class="math${wide ? ' wide' : ''}"${kept}><span class="math-words">${escapeHtml(words)}</span>${wide ?? drawn}</span>`;
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
