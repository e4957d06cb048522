// `npm run check`: reads the book, has the engine prove its answers, and prints what is wrong, place first.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bookRoot, currentBook } from '../book/current.ts';
import { idsFile } from '../book/index.ts';
import { prove } from './prove.ts';
import { countText, faultText, sorted } from './report.ts';

const { values } = parseArgs({
  options: {
    record: { type: 'boolean', default: false },
    /** Leaves out the lines on what holds. */
    quiet: { type: 'boolean', default: false },
  },
});
const book = currentBook();
const { faults, lines } = prove(book);
const all = sorted([...book.problems, ...faults]);
const errors = all.filter(({ severity }) => severity === 'error').length;

if (!values.quiet) for (const line of lines) console.log(line);
for (const fault of all) console.log(faultText(fault));

const exercises = book.chapters.reduce((n, chapter) => n + chapter.exercises.length, 0);
const size = `${book.chapters.length} chapters, ${exercises} exercises`;
console.log(all.length === 0 ? `${size}: nothing to complain about.` : `${size}: ${countText(all)}.`);

if (values.record && errors === 0) {
  const ids = [...book.targets.values()].filter(({ type }) => type === 'exercise').length;
  const names = [...book.targets].filter(([, { type }]) => type === 'exercise').map(([name]) => name);
  writeFileSync(join(bookRoot, idsFile), `${names.sort().join('\n')}\n`);
  console.log(`${ids} ids recorded in ${idsFile}.`);
}
process.exitCode = errors === 0 ? 0 : 1;
