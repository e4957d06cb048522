// Reads in what a page keeps back (src/layouts/Later.astro) at the reader's first sign: bit by bit, so that nobody waits for the
// last of it; all of it before the page is printed, where the reader goes to a place in it, and where it is unfolded without a
// sign, as a search in the page may do. In a page that is opened at a place within it, src/public/early.js has done so.
import { watch } from './overflow.ts';
import { beforeJump } from './piecemeal.ts';
import { atFirstSign } from './sign.ts';

const parts = [...document.querySelectorAll('noscript.later')];
/** Half a frame, in milliseconds. */
const TURN = 8;

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

function goOn(): void {
  const end = performance.now() + TURN;
  while (performance.now() < end) if (!readIn()) return;
  setTimeout(goOn);
}

function unfolded(box: EventTarget | null): void {
  if (box instanceof Element && box.querySelector('noscript.later')) readAll();
}

if (parts.length > 0) {
  addEventListener('beforeprint', readAll);
  // Such an event goes past the window on its way down only.
  addEventListener('toggle', ({ target }) => unfolded(target), true);
  beforeJump(readAll);
  atFirstSign(goOn);
}
