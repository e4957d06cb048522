// Reads in what a page keeps back (src/layouts/Later.astro), at the first sign of the reader, or when none has come for some
// seconds: who is read to gives no sign. Part by part, so that nobody waits for the last one; all of it before the page is
// printed, where the reader goes to a place in it, and where it is unfolded without a sign, as a search in the page may do.
import { watch } from './overflow.ts';
import { beforeJump } from './piecemeal.ts';

const parts = [...document.querySelectorAll('noscript.later')];
const signs = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'focusin'];
const PATIENCE = 10_000;

/** Reads in the next part; false if none was left. */
function readIn(): boolean {
  const part = parts.shift();
  if (!part) return false;
  const text = document.createRange().createContextualFragment(part.textContent);
  watch(text);
  part.replaceWith(text);
  return true;
}

function readAll(): void {
  while (readIn());
}

let begun = false;
function begin(): void {
  if (begun) return;
  begun = true;
  for (const sign of signs) removeEventListener(sign, begin);
  goOn();
}

function goOn(): void {
  if (readIn()) setTimeout(goOn);
}

function unfolded(box: EventTarget | null): void {
  if (box instanceof Element && box.querySelector('noscript.later')) readAll();
}

if (parts.length > 0) {
  addEventListener('beforeprint', readAll);
  // Such an event goes past the window on its way down only.
  addEventListener('toggle', ({ target }) => unfolded(target), true);
  beforeJump(readAll);
  for (const sign of signs) addEventListener(sign, begin, { passive: true });
  addEventListener('load', () => setTimeout(begin, PATIENCE));
  // Who comes back, or follows a link into the page, is shown a place in it.
  if (!document.documentElement.classList.contains('piecemeal')) readAll();
}
