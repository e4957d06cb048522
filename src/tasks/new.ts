// `npm run new -- chapter my-topic`: copies the template to a chapter of that name and adds it to the book.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookRoot } from '../book/current.ts';
import { contentFolder, idRule, isId, readBook } from '../book/index.ts';

const [what, id = ''] = process.argv.slice(2);

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

if (what !== 'chapter' || id === '') stop('Write `npm run new -- chapter my-topic`.');
if (!isId(id)) stop(`\`${id}\` cannot name a chapter. ${idRule}`);
const content = join(bookRoot, contentFolder);
const folder = join(content, id);
if (existsSync(folder)) stop(`${contentFolder}/${id} is there already.`);
if (readBook(bookRoot).targets.has(id)) stop(`The name \`${id}\` is taken in the book.`);

const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
const template = readFileSync(join(content, '_template', 'index.mdx'), 'utf8');
mkdirSync(folder);
writeFileSync(join(folder, 'index.mdx'), template.replaceAll('NAME', id).replace('TITLE', title));

const bookFile = join(content, 'book.yaml');
const lines = readFileSync(bookFile, 'utf8').split('\n');
const start = lines.findIndex((line) => /^chapters\s*:/.test(line));
const last = lines.findLastIndex((line, i) => i > start && /^\s*-\s/.test(line));
const listed = start >= 0 && /^chapters\s*:\s*$/.test(lines[start] ?? '') && last > start;
if (listed) {
  const indent = /^\s*/.exec(lines[last] ?? '')?.[0] ?? '';
  lines.splice(last + 1, 0, `${indent}- ${id}`);
  writeFileSync(bookFile, lines.join('\n'));
}

console.log(
  `${contentFolder}/${id}/index.mdx is written. Change it, run \`npm run check\`, look at it with \`npm run dev\`.`,
);
if (!listed) console.log(`Add \`- ${id}\` under \`chapters\` in ${contentFolder}/book.yaml.`);
