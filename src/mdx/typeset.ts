// One formula to HTML by KaTeX, with its MathML beside it for assistive technology.
import katex from 'katex';
import { katexOptions } from '../book/katex.ts';

export function typeset(tex: string, display: boolean): string {
  return katex.renderToString(tex, { ...katexOptions, displayMode: display, throwOnError: true });
}
