// A page opened at its top has only that laid out (src/styles/piecemeal.css). A reader who reads on, or follows a link into the
// page, is given the whole of it.
const { classList } = document.documentElement;
const whole = (): void => classList.remove('piecemeal');

addEventListener('scroll', whole, { once: true });
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
