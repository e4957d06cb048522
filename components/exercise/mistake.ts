// The author's messages, which the build has put into the page hidden: found and copied when they apply.

/** A copy of what stands under `data-mistake="key"`, nearest part first; nothing where there is none. */
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
