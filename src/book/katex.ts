// How KaTeX is called for the formulas that authors write: strict, with the book's two hues and nothing else allowed.
import type { KatexOptions } from 'katex';

/** `\fwd{...}` sets a value of the forward pass in its hue, `\grd{...}` a gradient in its own. */
const words: Readonly<Record<string, string>> = {
  '\\fwd': '\\htmlClass{forward}{#1}',
  '\\grd': '\\htmlClass{gradient}{#1}',
  '\\softmax': '\\operatorname{softmax}',
  '\\relu': '\\operatorname{relu}',
  '\\sign': '\\operatorname{sign}',
  '\\argmax': '\\operatorname*{argmax}',
};

export const katexOptions: KatexOptions = {
  strict: 'ignore',
  trust: ({ command }) => command === '\\htmlClass',
  // Equations that stand side by side stand one below the other where the window is narrow.
  macros: { ...words, '\\qquad': '\\hskip2em\\relax\\allowbreak' },
};

/** The same TeX without the book's own words, for a document that does not know them: `\grd{x} = \relu(y)` is `{x} = \operatorname{relu}(y)`. */
export function withoutMacros(tex: string): string {
  return Object.entries(words).reduce(
    (text, [name, meaning]) =>
      text.replace(new RegExp(`\\${name}(?![A-Za-z])`, 'g'), () => (meaning.includes('#1') ? '' : meaning)),
    tex,
  );
}
