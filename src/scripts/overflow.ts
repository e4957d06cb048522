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

const watcher = new ResizeObserver((entries) => {
  mark(entries.map(({ target }) => target));
});

/** Looks after the boxes of some text, which may not be part of the page yet. */
export function watch(text: ParentNode): void {
  for (const [selector, kind] of kinds) {
    for (const box of text.querySelectorAll(selector)) {
      labelOf.set(box, labels[kind]);
      watcher.observe(box);
    }
  }
}
watch(document);

// A face that comes late makes what is in a box wider, and the box no larger. What is folded or far below is not laid out yet;
// the observer tells of it when it is.
document.fonts.addEventListener('loadingdone', () => {
  mark([...labelOf.keys()].filter((box) => box.checkVisibility({ contentVisibilityAuto: true })));
});

/** All boxes are read before any is written to: each turn from one to the other would lay the page out anew. */
function mark(boxes: readonly Element[]): void {
  const wide = boxes.map((box) => box.scrollWidth > box.clientWidth + 1);
  boxes.forEach((box, i) => {
    if (box.hasAttribute('tabindex') === wide[i]) return;
    for (const [name, value] of [
      ['tabindex', '0'],
      ['role', 'group'],
      ['aria-label', labelOf.get(box) ?? ''],
    ] as const) {
      if (wide[i]) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  });
}
