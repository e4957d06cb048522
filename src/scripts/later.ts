// Reads in what a page keeps back (src/layouts/Later.astro) at the reader's first sign: bit by bit, so that nobody waits for the
// last of it; sooner what the reader scrolls towards, so that nothing grows where it is seen; all of it before the page is
// printed, where the reader goes to a place in it, and where it is unfolded without a sign, as a search in the page may do. In a
// page that is opened at a place within it, src/public/early.js has done so.
import { watch } from './overflow.ts';
import { beforeJump } from './piecemeal.ts';
import { firstSign } from './sign.ts';

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

/** Reads in what begins above the end of the window after next. All places are asked for first: that lays the page out once. */
function ahead(): void {
  const end = 3 * innerHeight;
  const far = parts.findIndex((part) => {
    const place = part.closest('.exercise, .figure') ?? part.previousElementSibling;
    return place !== null && place.getBoundingClientRect().top > end;
  });
  for (let near = far < 0 ? parts.length : far; near > 0; near -= 1) readIn();
  if (parts.length === 0) removeEventListener('scroll', ahead);
}

function unfolded(box: EventTarget | null): void {
  if (box instanceof Element && box.querySelector('noscript.later')) readAll();
}

if (parts.length > 0) {
  addEventListener('beforeprint', readAll);
  // Such an event goes past the window on its way down only.
  addEventListener('toggle', ({ target }) => unfolded(target), true);
  beforeJump(readAll);
  addEventListener('scroll', ahead, { passive: true });
  firstSign.then(goOn);
}
