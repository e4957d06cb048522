// The one live region of an exercise.

/** The region of the exercise around an element; made where there is none yet. */
export function liveRegion(inside: Element | null): Element | undefined {
  const section = inside?.closest('[data-exercise]') ?? inside;
  if (!section) return undefined;
  const found = section.querySelector('[data-live]');
  if (found) return found;
  const region = document.createElement('p');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  region.setAttribute('data-live', '');
  section.append(region);
  return region;
}

/** Says a sentence politely. The same sentence twice is said twice. */
export function announce(inside: Element | null, sentence: string): void {
  const region = liveRegion(inside);
  // A no-break space more or less makes the text new to a screen reader.
  if (region) region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
