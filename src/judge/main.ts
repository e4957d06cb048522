// `npm run -s judge`: JSON lines on standard input, one response each; JSON lines out in the same order, one verdict each.
import { createInterface } from 'node:readline';
import { currentBook } from '../book/current.ts';
import { judgeLine } from './judge.ts';

const book = currentBook();
const errors = book.problems.filter(({ severity }) => severity === 'error');
for (const { file, line, message } of errors) console.error(`${file}:${line}: ${message}`);

// Whoever reads may have had enough: `npm run -s judge | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

let failed = false;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  const answer = judgeLine(book, line);
  if ('error' in answer) failed = true;
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) {
    await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
process.exitCode = failed ? 1 : 0;
