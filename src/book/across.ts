// What only shows across chapters: ids used twice, references to nothing, ids that were published once and are gone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggest } from './nearest.ts';
import { sourcesFile } from './sources.ts';
import type { Chapter, Complain, Source, Target } from './types.ts';

/** The ids that readers' progress may hold, one a line; `npm run check -- --record` writes it. */
export const idsFile = 'content/ids.txt';

/** Addresses that the site itself uses. */
export const reserved = [
  '404',
  'assets',
  'embed',
  'exercises',
  'fonts',
  'pagefind',
  'print',
  'progress',
  'search',
];

interface Whole {
  readonly root: string;
  /** Whether some chapter could not be parsed, so that its ids are not known. */
  readonly unreadable: boolean;
  /** What can be cited; undefined where the list cannot be read. */
  readonly sources: ReadonlyMap<string, Source> | undefined;
  /** Names of the pages around the chapters. */
  readonly pages: readonly string[];
  /** For faults that no chapter is to blame for. */
  readonly complain: Complain;
}

/** Complains in each chapter's own list of problems, and returns every target by name. */
export function checkAcross(
  chapters: readonly Chapter[],
  { root, unreadable, sources, pages, complain }: Whole,
): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const chapter of chapters) {
    const own = complainIn(chapter);
    for (const target of [...chapter.targets, ...aliasesOf(chapter)]) {
      const first = targets.get(target.id);
      if (first) {
        own(
          target,
          `The id \`${target.id}\` is used twice.`,
          `It stands at ${first.file}:${first.line} already; ids are unique in the whole book.`,
        );
      } else targets.set(target.id, target);
    }
    const taken = [chapter.id, ...chapter.aliases].find(
      (name) => reserved.includes(name) || pages.includes(name),
    );
    if (taken !== undefined) {
      own(
        { file: chapter.file, line: 1, column: 1 },
        `The name \`${taken}\` is taken by a page of the site.`,
        'Choose another one.',
      );
    }
  }
  for (const page of pages.filter((name) => reserved.includes(name))) {
    complain(
      { file: `content/_pages/${page}.mdx`, line: 1, column: 1 },
      `The name \`${page}\` is taken by a page of the site.`,
      'Choose another one.',
    );
  }
  if (unreadable) return targets;
  for (const chapter of chapters) {
    const own = complainIn(chapter);
    for (const reference of chapter.references) {
      if (!targets.has(reference.to))
        own(reference, `Nothing has the id \`${reference.to}\`.`, suggest(reference.to, targets.keys()));
    }
  }
  if (sources) checkCitations(chapters, sources, complain);
  for (const [i, id] of publishedIds(root).entries()) {
    if (targets.has(id)) continue;
    complain(
      { file: idsFile, line: i + 1, column: 1 },
      `The exercise \`${id}\` was published and is gone.`,
      `Readers have progress saved under it: put \`aliases="${id}"\` on the exercise that replaces it, or take this line out for good.`,
    );
  }
  return targets;
}

function checkCitations(
  chapters: readonly Chapter[],
  sources: ReadonlyMap<string, Source>,
  complain: Complain,
): void {
  const cited = new Set<string>();
  for (const chapter of chapters) {
    const own = complainIn(chapter);
    for (const { key, ...place } of chapter.citations) {
      cited.add(key);
      if (!sources.has(key)) {
        const hint = sources.size > 0 ? suggest(key, sources.keys()) : `Write it into ${sourcesFile}.`;
        own(place, `There is no source \`${key}\`.`, hint);
      }
    }
  }
  for (const source of sources.values()) {
    if (!cited.has(source.key))
      complain(
        source,
        `Nothing cites the source \`${source.key}\`.`,
        `Cite it with \`<Cite key="${source.key}" />\`, or take it out.`,
        'warning',
      );
  }
}

function complainIn(chapter: Chapter): Complain {
  const problems = chapter.problems as Chapter['problems'][number][];
  return (place, message, hint, severity = 'error') => {
    const { file, line, column } = place;
    problems.push({ file, line, column, severity, message, ...(hint !== undefined && { hint }) });
  };
}

function aliasesOf(chapter: Chapter): Target[] {
  const own = chapter.targets[0];
  return own ? chapter.aliases.map((id) => ({ ...own, id })) : [];
}

function publishedIds(root: string): string[] {
  const path = join(root, idsFile);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
