// Makes a small book in a temporary folder, reads it, and throws it away.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Book, type Fault, readBook } from '../../src/book/index.ts';

export const bookYaml = `title: A book
description: For a test.
authors: [Ada]
chapters:
  - one
`;

/** A chapter around `body`; the body starts in line 6. */
export function chapter(body: string): string {
  return `---
title: One
description: The first.
---

${body}
`;
}

/** Files by path under `content/`; `book.yaml` is there by itself. */
export function readThrowaway(files: Readonly<Record<string, string>>): Book {
  const root = writeThrowaway(files);
  try {
    return readBook(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Writes the book and leaves it; the caller removes the folder that is returned. */
export function writeThrowaway(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'book-'));
  for (const [path, text] of Object.entries({ 'book.yaml': bookYaml, ...files })) {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

/** The faults of a book whose only chapter has this body. */
export function faultsOf(body: string): readonly Fault[] {
  return readThrowaway({ 'one/index.mdx': chapter(body) }).problems;
}

/** `line:column message | hint`, to compare with what an author is told. */
export function told({ line, column, message, hint = '' }: Fault): string {
  return `${line}:${column} ${message} | ${hint}`;
}
