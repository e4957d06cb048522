// Ids on a page that several chapters share.
const REFERENCE =
  /(\s(?:id|for|aria-(?:labelledby|describedby|controls|details|owns))="|\shref="#|url\(#)([^")]*)/g;

/**
 * The HTML of chapters that are to stand on one page: an id that an earlier chapter has gets a number, `summary-2`, and so do
 * the references to it within the chapter.
 */
export function uniqueIds(chapters: readonly string[]): string[] {
  const taken = new Set<string>();
  return chapters.map((html) => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
    const names = new Map([...ids].filter((id) => taken.has(id)).map((id) => [id, free(id, taken, ids)]));
    for (const id of ids) taken.add(names.get(id) ?? id);
    if (names.size === 0) return html;
    return html.replaceAll(
      REFERENCE,
      (_, before: string, list: string) =>
        before +
        list
          .split(' ')
          .map((id) => names.get(id) ?? id)
          .join(' '),
    );
  });
}

function free(id: string, taken: ReadonlySet<string>, own: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const name = `${id}-${number}`;
    if (!taken.has(name) && !own.has(name)) return name;
  }
}
