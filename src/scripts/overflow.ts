// Makes a box that scrolls sideways reachable by keyboard, but only while it does scroll.
import type { words } from '../words.ts';

type Kind = keyof typeof words.sideways;

const kinds: readonly [selector: string, kind: Kind][] = [
  ['.formula', 'formula'],
  ['.derivation-box, .slip-box', 'derivation'],
  ['.table-box', 'table'],
  ['pre', 'source'],
];

const labels: Record<Kind, string> = JSON.parse(document.body.dataset.sideways!);
const labelOf = new Map<Element, string>();
for (const [selector, kind] of kinds) {
  for (const box of document.querySelectorAll(selector)) labelOf.set(box, labels[kind]);
}

const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) mark(target);
});
for (const box of labelOf.keys()) watcher.observe(box);
// A face that comes late makes what is in a box wider, and the box no larger.
document.fonts.addEventListener('loadingdone', () => {
  for (const box of labelOf.keys()) mark(box);
});

function mark(box: Element): void {
  const wide = box.scrollWidth > box.clientWidth + 1;
  for (const [name, value] of [
    ['tabindex', '0'],
    ['role', 'group'],
    ['aria-label', labelOf.get(box) ?? ''],
  ] as const) {
    if (wide) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}
