// The reader's first sign: a page keeps what it may need only later until then, or until none has come for some seconds, since
// who is read to gives no sign.
const signs = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'focusin'];
const PATIENCE = 10_000;

/** Calls once: at the first sign, or ten seconds after the page has been loaded. */
export function atFirstSign(call: () => void): void {
  const controller = new AbortController();
  const { signal } = controller;
  const once = (): void => {
    if (signal.aborted) return;
    controller.abort();
    call();
  };
  for (const sign of signs) addEventListener(sign, once, { passive: true, signal });
  addEventListener('load', () => setTimeout(once, PATIENCE), { signal });
}
