// Pagefind finds something for every word: of one that no page has it drops letters until one is left that some page has.

/** Whether an excerpt marks a word that was searched, and not only the first letters of one. */
export function isHit(excerpt: string, query: string): boolean {
  // TeX is taken apart into its signs, so that a short hit may be all there is.
  const words = query.toLowerCase().split(/\s+/);
  if (words.some((word) => /[^\p{L}\p{N}-]/u.test(word))) return true;
  const hits = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, hit]) => hit!.toLowerCase());
  return hits.some((hit) => words.some((word) => hit.includes(word.slice(0, 4))));
}
