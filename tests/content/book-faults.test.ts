// Books with one fault in book.yaml, in front matter or between chapters: what the author is told, and where.
import { describe, expect, test } from 'vitest';
import { bookYaml, chapter, readThrowaway, told } from './throwaway.ts';

const ok = '<Exercise id="ok" title="T" find="1" answer="1">One?</Exercise>';

/** Files of a book, and what has to be said: `file:line:column message`. */
const inBook: readonly [name: string, files: Record<string, string>, expected: RegExp][] = [
  [
    'malformed YAML',
    { 'book.yaml': 'title: "A\nauthors: [' },
    /^content\/book\.yaml:\d+:\d+ This is not YAML/,
  ],
  [
    'a field that is not known',
    { 'book.yaml': `${bookYaml}titel: B\n` },
    /^content\/book\.yaml:6:1 There is no field `titel`\. \| Did you mean `title`/,
  ],
  [
    'a field that is missing',
    { 'book.yaml': bookYaml.replace(/description.*\n/, '') },
    /^content\/book\.yaml:1:1 The field `description` is missing/,
  ],
  [
    'a field given twice',
    { 'book.yaml': `${bookYaml}title: B\n` },
    /^content\/book\.yaml:6:1 This field stands here twice/,
  ],
  [
    'a base path without slashes',
    { 'book.yaml': `${bookYaml}base: book\n` },
    /^content\/book\.yaml:6:7 `base` is not what it should be\. \| It is the path/,
  ],
  [
    'a reference to nothing in a page around the chapters',
    {
      'one/index.mdx': chapter(ok),
      '_pages/about.mdx': '---\ntitle: A\ndescription: B\n---\n\nSee <Ref to="okk" />.\n',
    },
    /^content\/_pages\/about\.mdx:6:14 Nothing has the id `okk`\. \| Did you mean `ok`/,
  ],
  [
    'a computed number in a page around the chapters',
    {
      'one/index.mdx': chapter(ok),
      '_pages/about.mdx': '---\ntitle: A\ndescription: B\n---\n\nIt is {value("1", "m")}.\n',
    },
    /^content\/_pages\/about\.mdx:6:7 Braces in a page hold a comment/,
  ],
  [
    'a page without front matter',
    { '_pages/about.mdx': 'Text.\n' },
    /^content\/_pages\/about\.mdx:1:1 There is no front matter\. \| Start the file with/,
  ],
  [
    'an exercise in a page around the chapters',
    { '_pages/about.mdx': `---\ntitle: A\ndescription: B\n---\n\n${ok}\n` },
    /^content\/_pages\/about\.mdx:6:1 `<Exercise>` stands in a chapter only/,
  ],
  [
    'a first page that offers an exercise that is not there',
    { 'one/index.mdx': chapter(ok), '_pages/home.mdx': '---\ntitle: A\ndescription: B\ntry: okk\n---\n' },
    /^content\/_pages\/home\.mdx:4:6 There is no exercise `okk`\. \| Did you mean `ok`/,
  ],
  [
    'a picture on the first page without a point',
    { '_pages/home.mdx': '---\ntitle: A\ndescription: B\ngraph: s = x + y\n---\n' },
    /^content\/_pages\/home\.mdx:4:8 The graph has no point\. \| Write `at:`/,
  ],
  [
    'a page named as one of the site',
    { '_pages/print.mdx': '---\ntitle: A\ndescription: B\n---\n' },
    /^content\/_pages\/print\.mdx:1:1 The name `print` is taken/,
  ],
  [
    'a chapter named as a page around the chapters',
    { '_pages/one.mdx': '---\ntitle: A\ndescription: B\n---\n' },
    /^content\/one\/index\.mdx:1:1 The name `one` is taken/,
  ],
  [
    'an old name that is a page of the site',
    { 'one/index.mdx': chapter('Text.').replace('title: One', 'title: One\naliases: [print]') },
    /^content\/one\/index\.mdx:1:1 The name `print` is taken/,
  ],
  [
    'an old name that cannot have been one',
    { 'one/index.mdx': chapter('Text.').replace('title: One', 'title: One\naliases: [Old One]') },
    /^content\/one\/index\.mdx:3:11 `Old One` cannot have named a chapter/,
  ],
  [
    'an old name that is another chapter',
    {
      'book.yaml': `${bookYaml}  - two\n`,
      'one/index.mdx': chapter('Text.').replace('title: One', 'title: One\naliases: [two]'),
      'two/index.mdx': chapter('Text.'),
    },
    /^content\/two\/index\.mdx:1:1 The id `two` is used twice/,
  ],
  [
    'front matter that is not closed',
    { 'one/index.mdx': '---\ntitle: One\n\nText.\n' },
    /^content\/one\/index\.mdx:1:1 The front matter is not closed/,
  ],
  [
    'nobody who wrote it',
    { 'book.yaml': bookYaml.replace('[Ada]', '[]') },
    /^content\/book\.yaml:3:10 `authors` is not what it should be/,
  ],
  [
    'an author that is a number',
    { 'book.yaml': bookYaml.replace('[Ada]', '[7]') },
    /^content\/book\.yaml:3:11 An author is a name/,
  ],
  [
    'a chapter that vanished',
    { 'book.yaml': bookYaml.replace('- one', '- one\n  - won') },
    /^content\/book\.yaml:6:5 The chapter `won` has no file content\/won\/index\.mdx\. \| Did you mean `one`/,
  ],
  [
    'a chapter listed twice',
    { 'book.yaml': bookYaml.replace('- one', '- one\n  - one') },
    /^content\/book\.yaml:6:5 The chapter `one` is listed twice/,
  ],
  [
    'a chapter neither on nor off',
    { 'book.yaml': bookYaml.replace('- one', '- one: of') },
    /^content\/book\.yaml:5:5 A chapter is `on` or `off`, not `of`/,
  ],
  [
    'a folder that is not listed',
    { 'two/index.mdx': chapter('Text.') },
    /^content\/book\.yaml:1:1 The folder content\/two is not in the list/,
  ],
  [
    'a chapter that stands beside the folders',
    { 'two.mdx': chapter('Text.') },
    /^content\/two\.mdx:1:1 This file is not read.* \| Move it to content\/two\/index\.mdx/,
  ],
  [
    'a chapter without front matter',
    { 'one/index.mdx': 'Text.' },
    /^content\/one\/index\.mdx:1:1 There is no front matter/,
  ],
  [
    'an unknown field in front matter',
    { 'one/index.mdx': '---\ntitle: T\ndescription: D\nbasedon: x\n---\n' },
    /^content\/one\/index\.mdx:4:1 There is no field `basedon`\. \| Did you mean `basedOn`/,
  ],
  [
    'an empty title',
    { 'one/index.mdx': '---\ntitle:\ndescription: D\n---\n' },
    /^content\/one\/index\.mdx:2:\d+ `title` is not what it should be/,
  ],
  [
    'an exercise that was published and is gone',
    { 'ids.txt': 'gone\n' },
    /^content\/ids\.txt:1:1 The exercise `gone` was published and is gone/,
  ],
  [
    'an id in two chapters',
    {
      'book.yaml': bookYaml.replace('- one', '- one\n  - two'),
      'one/index.mdx': chapter(ok),
      'two/index.mdx': chapter(ok),
    },
    /^content\/two\/index\.mdx:6:1 The id `ok` is used twice\. \| It stands at content\/one\/index\.mdx:6/,
  ],
  [
    'a link to a page that is not there',
    {
      'one/index.mdx': chapter('See [the rules](../abuot/).'),
      '_pages/about.mdx': '---\ntitle: A\ndescription: B\n---\n\nText.\n',
    },
    /^content\/one\/index\.mdx:6:5 The book has no page `abuot`\. \| Did you mean `about`/,
  ],
  [
    'a link to a place that is not there',
    { 'one/index.mdx': chapter('## The first step\n\nSee [above](#the-frist-step).') },
    /^content\/one\/index\.mdx:8:5 Nothing on the page has the id `the-frist-step`\. \| Did you mean `the-first-step`/,
  ],
  [
    'a link from the first page to a place of a chapter that is not there',
    {
      'one/index.mdx': chapter(ok),
      '_pages/home.mdx': '---\ntitle: A\ndescription: B\n---\n\nTry [one](one/#oak), [this](one/#ok).\n',
    },
    /^content\/_pages\/home\.mdx:6:5 Nothing on the page has the id `oak`\. \| Did you mean `ok`/,
  ],
  [
    'a heading that takes the id of an exercise',
    { 'one/index.mdx': chapter(`## Ok\n\n${ok}`) },
    /^content\/one\/index\.mdx:6:1 This heading and something else on the page both have the id `ok`\. \| .*change a word of the heading/,
  ],
  [
    'a heading of a page around the chapters that takes the id of a part of it',
    {
      'one/index.mdx': chapter(ok),
      '_pages/about.mdx':
        '---\ntitle: A\ndescription: B\n---\n\n<div id="the-rest">Text.</div>\n\n## The rest\n',
    },
    /^content\/_pages\/about\.mdx:8:1 This heading and something else on the page both have the id `the-rest`/,
  ],
  [
    'a link from the root of the host',
    { 'one/index.mdx': chapter('See [it](/one/).') },
    /^content\/one\/index\.mdx:6:5 The link to `\/one\/` leaves a book/,
  ],
  [
    'a chapter named as a page is',
    {
      'book.yaml': bookYaml.replace('- one', '- print'),
      'print/index.mdx': chapter('Text.'),
      'one/index.mdx': '',
    },
    /^content\/print\/index\.mdx:1:1 The name `print` is taken/,
  ],
];

describe('a book with a fault', () => {
  test.each(inBook)('%s', (_, files, expected) => {
    const { problems } = readThrowaway({ 'one/index.mdx': chapter('Text.'), ...files });
    const faults = problems.filter(({ message }) => !/content\/one is not in the list/.test(message));
    const texts = faults.map((fault) => `${fault.file}:${told(fault)}`);
    expect(texts.length, texts.join('\n')).toBeGreaterThanOrEqual(1);
    expect(texts[0]).toMatch(expected);
  });

  test('links to all that the book has are no faults', () => {
    const { problems } = readThrowaway({
      'one/index.mdx': chapter(
        `## A step, and 2 more\n\n${ok}\n\n[a](#a-step-and-2-more) [b](#ok) [c](../) [d](../exercises/) [e](../print/one/) [f](../embed/ok/) [g](../about/#why) [h](https://example.org/x#y)`,
      ),
      '_pages/about.mdx': '---\ntitle: A\ndescription: B\n---\n\n## Why\n\n[one](../one/#ok)\n',
    });
    expect(problems).toEqual([]);
  });

  test('headings have the ids that the page gives them, with formulas in them and in other alphabets', () => {
    const heads =
      '## The slope $\\sigma\\prime$ at `z = 0` -- and *why*\n\n## Über $f$\n\n## Why\n\n## Why\n\n';
    const links = '[a](#the-slope--at-z--0--and-why) [b](#über-) [c](#why) [d](#why-1)';
    expect(readThrowaway({ 'one/index.mdx': chapter(`${heads}${ok}\n\n${links}`) }).problems).toEqual([]);
    const { problems } = readThrowaway({ 'one/index.mdx': chapter(`${heads}${ok}\n\n[e](#über-f)`) });
    expect(problems.map(({ message }) => message)).toEqual(['Nothing on the page has the id `über-f`.']);
  });

  test('no folder at all is said, not thrown', () => {
    const { problems } = readThrowaway({ 'book.yaml': '' });
    expect(problems.length).toBeGreaterThan(0);
  });
});
