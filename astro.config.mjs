// How Astro builds the book: Markdown pipeline, islands, security policy, addresses.
import { basename, join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { basePath, bookRoot, currentBook } from './src/book/current.ts';
import { katexOptions } from './src/book/katex.ts';
import { gate } from './src/check/gate.ts';
import { islands } from './src/islands/index.ts';
import { katexFaces } from './src/mdx/katex-faces.ts';
import { rehypeFormulas } from './src/mdx/rehype-formulas.ts';
import { remarkBook } from './src/mdx/remark-book.ts';

const { site, chapters } = currentBook();
const base = basePath();
const origin = process.env.SITE_URL ?? site;

export default defineConfig({
  ...(origin && { site: origin }),
  base,
  // Chapters that had another name are still found under it.
  redirects: Object.fromEntries(
    chapters.flatMap(({ id, aliases }) => aliases.map((old) => [`/${old}/`, `${base}${id}/`])),
  ),
  trailingSlash: 'always',
  // Another book, in a test, must not find the pages of this one.
  cacheDir: join('node_modules/.cache/astro', bookRoot === process.cwd() ? 'book' : basename(bookRoot)),
  publicDir: './src/public',
  // Only what has JSX needs Preact's own compiler.
  integrations: [gate(), preact({ include: ['**/*.tsx'] }), mdx(), islands()],
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath, remarkBook],
      rehypePlugins: [[rehypeKatex, katexOptions], rehypeFormulas],
    }),
    // The check reads these three and the page typesets them.
    syntaxHighlight: { type: 'prism', excludeLangs: ['model', 'derivation', 'slip', 'math'] },
  },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      // Pagefind's index is read by WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      // KaTeX places its boxes by style attributes; style elements stay forbidden.
      styleDirective: { resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },
  vite: {
    plugins: [katexFaces()],
    build: { assetsInlineLimit: 0, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  },
});
