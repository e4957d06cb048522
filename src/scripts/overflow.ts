// Makes a box that scrolls sideways reachable by keyboard, but only while it does scroll.
const labels: readonly [selector: string, label: string][] = [
  ['.formula', 'Formula, scrolls sideways'],
  ['.derivation-box', 'Derivation, scrolls sideways'],
  ['.slip-box', 'Derivation, scrolls sideways'],
  ['.table-box', 'Table, scrolls sideways'],
  ['pre', 'Source text, scrolls sideways'],
];

const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) mark(target);
});

for (const [selector, label] of labels) {
  for (const box of document.querySelectorAll<HTMLElement>(selector)) {
    box.dataset.label = label;
    watcher.observe(box);
  }
}

function mark(box: Element): void {
  const wide = box.scrollWidth > box.clientWidth + 1;
  for (const [name, value] of [
    ['tabindex', '0'],
    ['role', 'group'],
    ['aria-label', (box as HTMLElement).dataset.label ?? ''],
  ] as const) {
    if (wide) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}

export {};
