// What the book cites: how sources are read and named, and what is said about faulty ones.
import { describe, expect, test } from 'vitest';
import { namesOf, readBook } from '../../src/book/index.ts';
import { chapter, readThrowaway, told } from './throwaway.ts';

const ada = `ada-1843:
  authors: [Ada Lovelace]
  title: Notes
  year: 1843
`;
const cites = chapter('As is known <Cite key="ada-1843" />.');

describe('sources', () => {
  test('are read with their places, and cited by family name and year', () => {
    const { sources, chapters, problems } = readThrowaway({ 'one/index.mdx': cites, 'sources.yaml': ada });
    expect(problems).toEqual([]);
    expect(sources.get('ada-1843')).toMatchObject({ label: 'Lovelace, 1843', line: 1, where: '', url: '' });
    expect(chapters[0]?.citations).toEqual([
      { file: 'content/one/index.mdx', line: 6, column: 24, key: 'ada-1843' },
    ]);
  });

  test.each([
    [['Ada Lovelace'], 'Lovelace'],
    [['Ada Lovelace', 'Babbage, Charles'], 'Lovelace and Babbage'],
    [['Jan van den Berg', 'A B', 'C D'], 'Berg et al.'],
    [['van den Berg, Jan'], 'van den Berg'],
  ])('%j are %s', (authors, names) => {
    expect(namesOf(authors)).toBe(names);
  });

  test('of the same people and year are told apart by a letter', () => {
    const both = ada + ada.replace('ada-1843', 'ada-second');
    const { sources } = readThrowaway({ 'one/index.mdx': cites, 'sources.yaml': both });
    expect([...sources.values()].map(({ label }) => label)).toEqual(['Lovelace, 1843a', 'Lovelace, 1843b']);
  });

  test('of the book itself are all cited', () => {
    const { sources, problems } = readBook('.');
    expect(sources.size).toBeGreaterThan(3);
    expect(problems.filter(({ message }) => /source/.test(message))).toEqual([]);
  });
});

const faults: readonly [name: string, files: Record<string, string>, expected: string | RegExp][] = [
  [
    'a key that is not there',
    { 'one/index.mdx': chapter('As is known <Cite key="ada-1834" />, <Cite key="ada-1843" />.') },
    'content/one/index.mdx:6:24 There is no source `ada-1834`. | Did you mean `ada-1843`?',
  ],
  [
    'a key where no sources are',
    { 'sources.yaml': '' },
    'content/one/index.mdx:6:24 There is no source `ada-1843`. | Write it into content/sources.yaml.',
  ],
  [
    'a citation of nothing',
    { 'one/index.mdx': chapter('As is known <Cite />, <Cite key="ada-1843" />.') },
    'content/one/index.mdx:6:13 The citation does not say what it cites. | Write `<Cite key="some-source" />`.',
  ],
  [
    'a source that nothing cites',
    { 'one/index.mdx': chapter('As is known.') },
    /^content\/sources\.yaml:1:1 Nothing cites the source `ada-1843`\./,
  ],
  [
    'a field that is not known',
    { 'sources.yaml': `${ada}  wher: Here\n` },
    'content/sources.yaml:5:3 There is no field `wher`. | Did you mean `where`?',
  ],
  [
    'a field that is missing',
    { 'sources.yaml': ada.replace('  title: Notes\n', '') },
    /^content\/sources\.yaml:2:3 The field `title` is missing\./,
  ],
  [
    'a year that is none',
    { 'sources.yaml': ada.replace('1843\n', 'about 1843\n') },
    /^content\/sources\.yaml:4:9 `year` is not what it should be\./,
  ],
  [
    'authors that are no list',
    { 'sources.yaml': ada.replace('[Ada Lovelace]', 'Ada Lovelace') },
    /^content\/sources\.yaml:2:12 `authors` is not what it should be\./,
  ],
  [
    'an address that is none',
    { 'sources.yaml': `${ada}  url: javascript:alert(1)\n` },
    /^content\/sources\.yaml:5:8 `url` is not what it should be\./,
  ],
  [
    'a source without fields',
    { 'sources.yaml': 'ada-1843: Notes\n' },
    /^content\/sources\.yaml:1:1 The source `ada-1843` has no fields\./,
  ],
  [
    'a key that cannot be one',
    { 'sources.yaml': `${ada}Ada 1843:\n  year: 1843\n` },
    /^content\/sources\.yaml:5:1 `Ada 1843` cannot be the key of a source\./,
  ],
  [
    'a key used twice',
    { 'sources.yaml': ada + ada },
    /^content\/sources\.yaml:5:1 This field stands here twice\./,
  ],
  [
    'a list of sources',
    { 'sources.yaml': '- Notes\n' },
    /^content\/sources\.yaml:1:1 Fields were expected here/,
  ],
];

describe('a book whose sources have a fault', () => {
  test.each(faults)('%s', (_, files, expected) => {
    const { problems } = readThrowaway({ 'one/index.mdx': cites, 'sources.yaml': ada, ...files });
    const texts = problems.map((fault) => `${fault.file}:${told(fault)}`);
    expect(texts.length, texts.join('\n')).toBe(1);
    expect(texts[0]).toMatch(expected);
  });
});
