// The check as a thread beside the dev server: told what was saved, it reports on the book, that file first.
import { setImmediate as pause } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { currentBook } from '../book/current.ts';
import { prove, provePieces } from './prove.ts';
import { hasErrors, type Report, reportOn } from './report.ts';

/** What the thread is told: a file was saved; or what it is asked: is this file refused? */
export type Question = { readonly saved: string } | { readonly file: string; readonly number: number };

export type Reply = { readonly report: Report } | { readonly number: number; readonly refused: boolean };

const reply = (message: Reply): void => parentPort?.postMessage(message);
let round = 0;

parentPort?.on('message', (question: Question) => {
  if ('saved' in question) void look(question.saved);
  else reply({ number: question.number, refused: refuses(question.file) });
});

async function look(saved: string): Promise<void> {
  round += 1;
  const mine = round;
  const book = currentBook();
  const first = reportOn(book, prove(book, chaptersIn(saved)).faults);
  if (hasErrors(first.faults)) reply({ report: first });
  const pieces = provePieces(book);
  for (;;) {
    // There may be a question, or another save.
    await pause();
    if (mine !== round) return;
    const { done, value } = pieces.next();
    if (!done) continue;
    reply({ report: reportOn(book, value.faults) });
    return;
  }
}

function refuses(file: string): boolean {
  const book = currentBook();
  const { faults } = reportOn(book, prove(book, chaptersIn(file)).faults);
  return hasErrors(faults.filter((fault) => fault.file === file));
}

function chaptersIn(path: string) {
  return currentBook().chapters.filter(({ file }) => file === path);
}
