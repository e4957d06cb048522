// `npm run check`: reads the book, has the engine prove its answers, and prints what is wrong, place first.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookRoot, currentBook } from '../book/current.ts';
import { idsFile } from '../book/index.ts';
import { readOptions } from '../tasks/options.ts';
import { prove } from './prove.ts';
import { hasErrors, reportOn } from './report.ts';

const values = readOptions({
  record: { type: 'boolean', default: false },
  /** Leaves out the lines on what holds. */
  quiet: { type: 'boolean', default: false },
});
const book = currentBook();
const proofs = prove(book);
const { faults, text } = reportOn(book, proofs.faults);
const refused = hasErrors(faults);

if (!values.quiet) for (const line of proofs.lines) console.log(line);
console.log(text);

if (values.record && !refused) {
  const ids = [...book.targets].filter(([, { type }]) => type === 'exercise').map(([name]) => name);
  writeFileSync(join(bookRoot, idsFile), `${ids.sort().join('\n')}\n`);
  console.log(`${ids.length} ids recorded in ${idsFile}.`);
}
process.exitCode = refused ? 1 : 0;
