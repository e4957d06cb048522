// Takes KaTeX's own font faces out of its style sheet: src/styles/fonts.css has them, as woff2 only and cut to size.
import type { Plugin } from 'vite';

export function katexFaces(): Plugin {
  return {
    name: 'katex-faces',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('katex.min.css') ? code.replace(/@font-face\{[^}]*\}/g, '') : undefined;
    },
  };
}
