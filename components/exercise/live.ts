// The one live region of an exercise: in the page from the start, since a screen reader hears no other.

/** Says a sentence politely. The same sentence twice is said twice. */
export function announce(inside: Element | null, sentence: string): void {
  const region = inside?.closest('[data-exercise]')?.querySelector('[data-live]');
  // A no-break space more or less makes the text new to a screen reader.
  if (region) region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
