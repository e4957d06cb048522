// Which of KaTeX's faces a page sets its formulas in. It asks for them at once: a face that is met in a line far below comes
// late, and moves the line.
import { leaveOut } from './kept.ts';

/** The name of a face, as its file has it, and what tells in a page that the face is used. */
const signs: readonly (readonly [face: string, sign: RegExp])[] = [
  ['Main-Regular', /class="katex"/],
  ['Main-Bold', classed('mathbf|textbf')],
  ['Main-Italic', classed('mathit|textit')],
  ['Math-Italic', classed('mathnormal')],
  ['Math-BoldItalic', classed('boldsymbol')],
  ['AMS-Regular', classed('amsrm|mathbb', '[^\u2190-\u21ff]')],
  ['AMS-Arrows', classed('amsrm|mathbb', '[\u2190-\u21ff]')],
  ['Caligraphic-Regular', classed('mathcal')],
  ['Typewriter-Regular', classed('mathtt|texttt')],
  ['Size1-Regular', classed('delimsizing size1|delim-size1|small-op')],
  ['Size2-Regular', classed('delimsizing size2|large-op')],
  ['Size3-Regular', classed('delimsizing size3')],
  ['Size4-Regular', classed('delimsizing size4|delim-size4')],
];

function classed(names: string, first = ''): RegExp {
  return new RegExp(`class="[^"]*\\b(?:${names})\\b[^"]*"[^>]*>${first}`);
}

/** Names of the faces: `KaTeX_Main-Regular`. What is folded away counts once it is unfolded. */
export function facesOf(html: string): string[] {
  const seen = html.replaceAll(/<details\b[\s\S]*?<\/details>/g, '');
  return signs.filter(([, sign]) => sign.test(seen)).map(([face]) => `KaTeX_${face}`);
}

/** Those that stand in a page's place from the beginning, and those that come only with what it keeps back. */
export function facesByTurn(html: string): { readonly first: string[]; readonly later: string[] } {
  const first = facesOf(leaveOut(html));
  return { first, later: facesOf(html).filter((face) => !first.includes(face)) };
}
