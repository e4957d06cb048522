// A formula that is copied arrives as its TeX.
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
  event.clipboardData.setData('text/plain', fragment.textContent ?? '');
  event.preventDefault();
});

function formulaAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.math') ?? null;
}

export {};
