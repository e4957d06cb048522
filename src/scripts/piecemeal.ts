// A page opened at its top has only that laid out (src/styles/piecemeal.css). A reader who reads on, or follows a link into the
// page, is given the whole of it.
const { classList } = document.documentElement;
const whole = (): void => classList.remove('piecemeal');

// While the reader scrolls, what comes into the window is laid out alone: all of it at once would stop a phone for half a second.
addEventListener('onscrollend' in window ? 'scrollend' : 'scroll', whole, { once: true });
beforeJump(whole);

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
