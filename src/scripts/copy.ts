// What is copied together with a formula arrives as a reader saw it, and the formula as its TeX.

/** What is not seen, or no text. */
const UNSEEN =
  'script, style, noscript, button, select, [hidden], .visually-hidden, details:not([open]) > :not(summary)';
/** What begins and ends a line. */
const BLOCKS =
  'p, li, h1, h2, h3, h4, header, section, article, figure, figcaption, div, table, tr, pre, details, summary, aside, dt, dd';

document.addEventListener('copy', (event) => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0).cloneRange();
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const fragment = range.cloneContents();
  const formulas = fragment.querySelectorAll<HTMLElement>('.math');
  if (formulas.length === 0) return;
  for (const formula of formulas) {
    const tex = formula.dataset.tex ?? formula.querySelector('.math-words')?.textContent ?? '';
    const display = formula.querySelector('.katex-display') !== null;
    formula.replaceWith(display ? `\n$$${tex}$$\n` : `$${tex}$`);
  }
  event.clipboardData.setData('text/plain', textOf(fragment));
  event.preventDefault();
});

function textOf(fragment: DocumentFragment): string {
  for (const part of fragment.querySelectorAll(UNSEEN)) part.remove();
  for (const block of fragment.querySelectorAll(BLOCKS)) {
    block.before('\n');
    block.after('\n');
  }
  for (const cell of fragment.querySelectorAll('td, th')) cell.append('\t');
  const lines = (fragment.textContent ?? '').split('\n').map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function formulaAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.math') ?? null;
}

export {};
