// Where Astro finds the chapters and the pages around them; src/book checks what stands in them.

import { defineCollection } from 'astro:content';
import { join } from 'node:path';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { bookRoot } from './book/current.ts';

const base = join(bookRoot, 'content');

/** Loose on purpose: the reader of content complains better, with places and hints. */
const schema = z.looseObject({
  title: z.coerce.string().default(''),
  description: z.coerce.string().default(''),
});

const chapters = defineCollection({ loader: glob({ base, pattern: ['*/index.mdx', '!_*/**'] }), schema });

/** Pages that are no chapters: conventions, glossary, privacy, ... */
const pages = defineCollection({ loader: glob({ base: join(base, '_pages'), pattern: '*.mdx' }), schema });

export const collections = { chapters, pages };
