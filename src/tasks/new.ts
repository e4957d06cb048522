// `npm run new -- chapter my-topic`: copies the template to a chapter of that name and adds it to the book.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, isSeq, parseDocument } from 'yaml';
import { bookRoot } from '../book/current.ts';
import { contentFolder, idRule, isId, isPage, readBook } from '../book/index.ts';

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
if (isPage(bookRoot, id)) stop(`The name \`${id}\` is taken by a page of the site.`);
if (readBook(bookRoot).targets.has(id)) stop(`The name \`${id}\` is taken in the book.`);

const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
const template = readFileSync(join(content, '_template', 'index.mdx'), 'utf8');
mkdirSync(folder);
writeFileSync(join(folder, 'index.mdx'), template.replaceAll('NAME', id).replace('TITLE', title));

const bookFile = join(content, 'book.yaml');
const text = readFileSync(bookFile, 'utf8');
const chapters = parseDocument(text).get('chapters');
const last = isSeq(chapters) && !chapters.flow ? chapters.items.at(-1) : undefined;
// A name, or `name: off`.
const place = isNode(last) ? last.range?.[0] : undefined;
if (place !== undefined) {
  // Only a line is added: what the author has written and how stays as it is.
  const start = text.lastIndexOf('\n', place) + 1;
  const end = text.indexOf('\n', place);
  const [lead] = /^\s*-\s+/.exec(text.slice(start)) ?? ['- '];
  const at = end < 0 ? text.length : end;
  writeFileSync(bookFile, `${text.slice(0, at)}\n${lead}${id}${text.slice(at)}`);
}

console.log(
  `${contentFolder}/${id}/index.mdx is written. Change it, run \`npm run check\`, look at it with \`npm run dev\`.`,
);
if (place === undefined) console.log(`Add \`- ${id}\` under \`chapters\` in ${contentFolder}/book.yaml.`);
