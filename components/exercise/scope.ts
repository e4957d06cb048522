// What stands around a card in the page: its part, the hints and the solution, the exercise after it.

/** The nearest element around a field that holds the author's options or steps: its part, or its exercise. */
export function scopeOf(inside: Element | null): Element | undefined {
  return inside?.closest('[data-part]') ?? inside?.closest('[data-exercise]') ?? undefined;
}

/** The first hint that is still folded: of the part, where it has hints of its own. */
export function foldedHint(card: Element | null): HTMLDetailsElement | undefined {
  return scopeOf(card)?.querySelector<HTMLDetailsElement>('[data-hint]:not([open])') ?? undefined;
}

/** The solution, where it gives nothing else away: that of the part, or of the exercise once `whole` is solved. */
export function solutionFor(card: Element | null, whole: boolean): HTMLDetailsElement | undefined {
  const place = whole ? card?.closest('[data-exercise]') : scopeOf(card);
  return place?.querySelector<HTMLDetailsElement>('[data-solution]') ?? undefined;
}

/** The exercise that comes next on the page. */
export function exerciseAfter(card: Element | null): { id: string; title: string } | undefined {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-exercise]')];
  const next = sections[sections.indexOf(card?.closest('[data-exercise]') as HTMLElement) + 1];
  if (!card || !next) return undefined;
  const words = [...next.querySelectorAll('.exercise-title > span')].map((word) => word.textContent!.trim());
  return { id: next.id, title: words.join(' ') };
}
