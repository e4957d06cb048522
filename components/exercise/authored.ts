// What the author wrote for the case that happened; the build has put it into the page hidden.

import { scopeOf } from './scope.ts';

/** A copy of the message under `data-mistake="key"`, nearest part first; nothing where there is none. */
export function mistakeMessage(
  inside: Element | null,
  key: string | undefined,
): DocumentFragment | undefined {
  if (key === undefined) return undefined;
  const selector = `[data-mistake="${CSS.escape(key)}"]`;
  const found =
    inside?.closest('[data-part]')?.querySelector(selector) ??
    inside?.closest('[data-exercise]')?.querySelector(selector);
  if (!found) return undefined;
  const copy = document.createDocumentFragment();
  for (const node of found.childNodes) copy.append(node.cloneNode(true));
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  return copy;
}

/** The reasons beside the options chosen in a response such as `a, c`, as they are heard; none in other kinds. */
export function reasonsFor(card: Element | null, response: string): readonly string[] {
  const chosen = response.split(',').map((key) => key.trim());
  const reasons = [...(scopeOf(card)?.querySelectorAll('[data-option] [data-because]') ?? [])].filter(
    (reason) => chosen.includes(reason.closest<HTMLElement>('[data-option]')!.dataset.option!),
  );
  // Of a single option the verdict itself says whether it is right.
  return reasons.map((reason) => heard(reason, reasons.length === 1 ? '.choice-mark' : ''));
}

/** What a screen reader says of such a piece: a formula is its words, not the signs that are drawn for the eye. */
export function heard(piece: Element | DocumentFragment, without = ''): string {
  const copy = piece.cloneNode(true) as Element | DocumentFragment;
  for (const drawn of copy.querySelectorAll(['[aria-hidden="true"]', without].filter(Boolean).join())) {
    drawn.remove();
  }
  return copy.textContent!.replace(/\s+/g, ' ').trim();
}
