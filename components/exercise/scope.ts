// The part of the page that belongs to a field: its part, or its exercise where that asks one thing.

/** The nearest element around the field that holds the author's options or steps. */
export function scopeOf(inside: Element | null): Element | undefined {
  return inside?.closest('[data-part]') ?? inside?.closest('[data-exercise]') ?? undefined;
}
