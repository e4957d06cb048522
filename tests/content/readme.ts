// What the page for authors shows: the commands and the chapter that stand there, for tests that follow it word by word.
import { readFileSync } from 'node:fs';

export const readme = readFileSync('content/README.md', 'utf8');

/** The indented lines that follow a sentence of the page. */
export function shown(after: string): string {
  const lines = readme.slice(readme.indexOf(after)).split('\n').slice(1);
  const start = lines.findIndex((line) => /^\s{4,}\S/.test(line));
  const end = lines.findIndex((line, i) => i > start && line.trim() !== '' && !/^\s{4,}/.test(line));
  const block = lines.slice(start, end < 0 ? undefined : end);
  const indent = Math.min(...block.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return block
    .map((line) => line.slice(indent))
    .join('\n')
    .trim();
}

/** book.yaml with all chapters but the first left out: the proofs of the others are waited for elsewhere. */
export function firstChapterOnly(bookYaml: string): string {
  return bookYaml.replace(/^( {2}- (?!computation-graphs)[a-z-]+)$/gm, '$1: off');
}
