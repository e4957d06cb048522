// Reads content/sources.yaml: what the book cites, by key, and how each source is named in the text.
import { idRule, isId } from './book-file.ts';
import type { Complain, Source } from './types.ts';
import { type Field, openYaml, readFields } from './yaml.ts';

/** Where the sources stand, from the root of the book; a book that cites nothing needs none. */
export const sourcesFile = 'content/sources.yaml';

const fields = {
  authors: { kind: 'names', required: true, says: 'a list of names, one a line: `- Ada Lovelace`' },
  title: { kind: 'text', required: true, says: 'the title of the work, a line of text' },
  year: { kind: 'year', required: true, says: 'the year it came out, such as 1986' },
  where: { kind: 'text', says: 'where it came out, such as `Nature 323, 533–536`' },
  url: { kind: 'url', says: 'an address of the work, starting with https://' },
} as const satisfies Record<string, Field>;

/** The sources by key; a source with a fault keeps its key, so that no reference to it is blamed. */
export function readSources(text: string, complain: Complain): Map<string, Source> | undefined {
  const opened = openYaml(text, sourcesFile, 1, complain);
  if (!opened) return undefined;
  const sources = new Map<string, Source>();
  for (const { name: key, place, node } of opened.pairs) {
    if (!isId(key)) {
      complain(place, `\`${key}\` cannot be the key of a source.`, `Write \`lovelace-1843:\`. ${idRule}`);
      continue;
    }
    const entry = opened.inside(node);
    if (!entry) {
      complain(
        place,
        `The source \`${key}\` has no fields.`,
        'Below its key, indented by two spaces, stand `authors`, `title`, `year`, and if you like `where` and `url`.',
      );
    }
    const found = entry ? readFields(entry, fields, complain) : new Map();
    const authors = (found.get('authors')?.value as string[] | undefined) ?? [];
    const year = (found.get('year')?.value as number | undefined) ?? 0;
    const textOf = (name: 'title' | 'where' | 'url'): string =>
      ((found.get(name)?.value as string | undefined) ?? '').trim();
    sources.set(key, {
      ...place,
      key,
      authors,
      title: textOf('title'),
      year,
      where: textOf('where'),
      url: textOf('url'),
      label: '',
    });
  }
  return labelled(sources);
}

/** Two sources of the same people and year are told apart by a letter. */
function labelled(sources: ReadonlyMap<string, Source>): Map<string, Source> {
  const plain = ({ authors, year }: Source): string => `${namesOf(authors)}, ${year}`;
  const all = [...sources.values()];
  return new Map(
    all.map((source) => {
      const alike = all.filter((other) => plain(other) === plain(source));
      const letter = alike.length > 1 ? String.fromCharCode(97 + alike.indexOf(source)) : '';
      return [source.key, { ...source, label: plain(source) + letter }];
    }),
  );
}

/** Whom the text names: `['Ada Lovelace', 'Babbage, Charles']` are `Lovelace and Babbage`, three and more `Lovelace et al.`. */
export function namesOf(authors: readonly string[]): string {
  const [first = '', second, ...more] = authors.map(familyName);
  if (second === undefined) return first;
  return more.length > 0 ? `${first} et al.` : `${first} and ${second}`;
}

/** What stands before a comma, else the last word. */
function familyName(author: string): string {
  const comma = author.indexOf(',');
  return comma >= 0 ? author.slice(0, comma).trim() : (author.trim().split(/\s+/).at(-1) ?? '');
}
