// Follows the links that lead to pages of the book itself: to a page that exists, and to a place that is on it, once.
import Slugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { suggest } from './nearest.ts';
import { walk } from './text.ts';
import { isElement, placeOf } from './tree.ts';
import type { Chapter, Complain } from './types.ts';

/** A text of the book with the path of the page that it becomes: '' for the first page. */
export interface PageText {
  readonly path: string;
  readonly file: string;
  readonly tree: Root;
  readonly complain: Complain;
}

/** Pages that the site makes by itself. */
const made = ['', 'exercises', 'progress', 'print'];

/** Complains of each link to nothing, and of two places with one name. `texts` are those of all pages that are published. */
export function checkLinks(texts: readonly PageText[], chapters: readonly Chapter[]): void {
  const anchors = new Map<string, ReadonlySet<string> | undefined>();
  for (const path of made) anchors.set(path, undefined);
  for (const { id, exercises } of chapters) {
    anchors.set(`print/${id}`, undefined);
    for (const { exercise } of exercises) anchors.set(`embed/${exercise.id}`, undefined);
  }
  for (const text of texts)
    anchors.set(text.path, anchorsOf(text, chapters.find(({ id }) => id === text.path)?.targets ?? []));
  for (const text of texts) {
    walk(text.tree, (node) => {
      if (node.type === 'link' || node.type === 'definition')
        checkLink(node.url, placeOf(node, text.file), text, anchors);
      if (!isElement(node, 'a')) return;
      const href = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'href');
      if (typeof href?.value === 'string') checkLink(href.value, placeOf(node, text.file), text, anchors);
    });
  }
}

function checkLink(
  url: string,
  place: ReturnType<typeof placeOf>,
  { path: from, complain }: PageText,
  anchors: ReadonlyMap<string, ReadonlySet<string> | undefined>,
): void {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return;
  if (url.startsWith('/')) {
    complain(
      place,
      `The link to \`${url}\` leaves a book that is published under a path.`,
      'Write it from this page, such as `../conventions/`.',
    );
    return;
  }
  const { pathname, hash } = new URL(url, `https://book.invalid/${from === '' ? '' : `${from}/`}`);
  const to = pathname.slice(1).replace(/\/$/, '');
  if (!anchors.has(to)) {
    complain(place, `The book has no page \`${to}\`.`, suggest(to, anchors.keys()));
    return;
  }
  const known = anchors.get(to);
  const id = decoded(hash.slice(1));
  if (id !== '' && known && !known.has(id))
    complain(place, `Nothing on the page has the id \`${id}\`.`, suggest(id, known));
}

/** `%C3%BC` is ü; a lone % stays what it is. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** What a link can name on a page. A heading takes its name from its words, and may so take that of something else. */
function anchorsOf({ tree, file, complain }: PageText, targets: Chapter['targets']): Set<string> {
  const named = new Set(targets.filter(({ type }) => type !== 'chapter').map(({ id }) => id));
  walk(tree, (node) => {
    if (node.type === 'code' && node.lang === 'model') {
      named.add(`model-${(node.meta ?? '').trim().split(/\s+/)[0]}`);
    } else if (isElement(node)) {
      const id = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
      if (typeof id?.value === 'string') named.add(id.value);
    }
  });
  const slugger = new Slugger();
  const headings = new Set<string>();
  walk(tree, (node) => {
    if (node.type !== 'heading') return;
    const slug = slugger.slug(lettersOf(node));
    headings.add(slug);
    if (named.has(slug))
      complain(
        placeOf(node, file),
        `This heading and something else on the page both have the id \`${slug}\`.`,
        'A link to it would reach only the first of the two: change a word of the heading, or the other id if it is not published yet.',
      );
  });
  return new Set([...targets.map(({ id }) => id), ...named, ...headings]);
}

/** The text of a heading when the page gives it its id: formulas, values and pictures are elements by then. */
function lettersOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/-{2,3}/g, '—');
  if (node.type === 'inlineCode') return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(lettersOf).join('') : '';
}
