// A page opened at its top has only that laid out (src/styles/piecemeal.css). A reader who reads on, or follows a link into the
// page, is given the whole of it.
const { classList } = document.documentElement;

// While the reader scrolls, what comes into the window is laid out alone: all of it at once would stop a phone for half a second.
addEventListener('onscrollend' in window ? 'scrollend' : 'scroll', whole, { once: true });
beforeJump(whole);

/** Lays the whole page out. What lies above the window gets its true height; what is seen stays where it is. */
function whole(): void {
  if (!classList.contains('piecemeal')) return;
  const blocks = [...document.querySelectorAll('.text > *, .paper-chapter > *, .answer-key > dl > div')];
  const seen = blocks.find((block) => block.getBoundingClientRect().bottom > 0);
  const before = seen?.getBoundingClientRect().top ?? 0;
  classList.remove('piecemeal');
  const after = seen?.getBoundingClientRect().top ?? 0;
  if (after !== before) scrollBy({ top: after - before, behavior: 'instant' });
}

/** Calls before a jump within the page, which then knows its place. */
export function beforeJump(call: () => void): void {
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a[href*="#"]')) call();
    },
    true,
  );
}
