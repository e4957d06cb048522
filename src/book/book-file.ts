// Reads content/book.yaml: what the book is called, where it lives, and which chapters it has in which order.
import { isName, LONGEST_NAME } from '../../components/progress/name.ts';
import { suggest } from './nearest.ts';
import type { Author, Complain, Place } from './types.ts';
import { type Field, readYaml } from './yaml.ts';

const fields = {
  title: { kind: 'text', required: true, says: 'the title of the book, a line of text' },
  description: { kind: 'text', required: true, says: 'one sentence on what the book is' },
  authors: { kind: 'list', required: true, says: 'a list of names, or of `name:` with `url:`' },
  language: { kind: 'text', says: 'a language tag such as `en` or `pt-BR`' },
  repository: { kind: 'url', says: 'the address of the source, starting with https://' },
  site: { kind: 'url', says: 'the origin the book is published under, such as https://someone.github.io' },
  base: {
    kind: 'base',
    says: 'the path it is published under: `/`, or `/some/path/` with a slash at both ends',
  },
  chapters: { kind: 'list', required: true, says: 'the list of chapters in order, one a line: `- my-topic`' },
} as const satisfies Record<string, Field>;

export interface ChapterEntry {
  readonly id: string;
  readonly off: boolean;
  readonly place: Place;
}

export interface BookFile {
  readonly title: string;
  readonly description: string;
  readonly authors: readonly Author[];
  readonly language: string;
  readonly repository: string;
  readonly site: string;
  readonly base: string;
  readonly chapters: readonly ChapterEntry[];
}

/** Names of chapters, exercises and the like: lower case, digits, single hyphens. */
const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const isId = (text: string): boolean => idPattern.test(text) && isName(text);
/** Progress could not be kept under other names. */
const limits = `It has at most ${LONGEST_NAME} characters; words such as \`constructor\` are taken.`;
export const idRule = `A name is made of lower-case letters, digits and single hyphens, and starts with a letter: \`my-topic\`. ${limits}`;

const partPattern = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;
export const isPartName = (text: string): boolean => partPattern.test(text) && isName(text);
export const partNameRule = `A name is made of letters, digits and single hyphens. ${limits}`;

export function readBookFile(text: string, file: string, complain: Complain): BookFile {
  const found = readYaml(text, file, 1, fields, complain);
  const textOf = (name: keyof typeof fields, fallback = ''): string =>
    (found.get(name)?.value as string | undefined) ?? fallback;

  const language = textOf('language', 'en');
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language)) {
    complain(
      found.get('language')!.place,
      '`language` is not a language tag.',
      `It is ${fields.language.says}.`,
    );
  }

  const authors: Author[] = [];
  for (const { value, place } of found.get('authors')?.items ?? []) {
    const author = authorOf(value);
    if (author) authors.push(author);
    else complain(place, 'An author is a name, or `name:` with `url:`.', 'Write `- Ada Lovelace`.');
  }

  const chapters: ChapterEntry[] = [];
  for (const { value, place } of found.get('chapters')?.items ?? []) {
    const entry = entryOf(value);
    if (!entry) {
      complain(
        place,
        'A line under `chapters` is the name of a chapter.',
        'Write `- my-topic`, or `- my-topic: off` to leave it out of this edition.',
      );
      continue;
    }
    if (entry.state !== 'on' && entry.state !== 'off') {
      complain(
        place,
        `A chapter is \`on\` or \`off\`, not \`${entry.state}\`.`,
        suggest(entry.state, ['on', 'off']),
      );
    }
    if (!isId(entry.id)) complain(place, `\`${entry.id}\` cannot name a chapter.`, idRule);
    else if (chapters.some((other) => other.id === entry.id)) {
      complain(place, `The chapter \`${entry.id}\` is listed twice.`, 'Keep one of the two lines.');
    } else chapters.push({ id: entry.id, off: entry.state === 'off', place });
  }

  return {
    title: textOf('title', 'Untitled'),
    description: textOf('description'),
    authors,
    language,
    repository: textOf('repository').replace(/\/+$/, ''),
    site: textOf('site').replace(/\/+$/, ''),
    base: textOf('base', '/'),
    chapters,
  };
}

function authorOf(value: unknown): Author | undefined {
  if (typeof value === 'string' && value.trim() !== '') return { name: value };
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, url, ...rest } = value as Record<string, unknown>;
  if (typeof name !== 'string' || name.trim() === '' || Object.keys(rest).length > 0) return undefined;
  if (url === undefined) return { name };
  return typeof url === 'string' && /^https?:\/\//.test(url) ? { name, url } : undefined;
}

function entryOf(value: unknown): { id: string; state: string } | undefined {
  if (typeof value === 'string') return { id: value, state: 'on' };
  if (typeof value !== 'object' || value === null) return undefined;
  const [pair, ...more] = Object.entries(value);
  if (!pair || more.length > 0) return undefined;
  const state = pair[1] === false ? 'off' : pair[1] === true ? 'on' : String(pair[1]);
  return { id: pair[0], state };
}
