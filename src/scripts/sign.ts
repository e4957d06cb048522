// The reader's first sign: a page keeps what it may need only later until then, or until none has come for some seconds, since
// who is read to gives no sign.
const signs = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'focusin'];
const PATIENCE = 10_000;

/** Settled at the first sign, or ten seconds after the page has been loaded. */
export const firstSign = new Promise<void>((done) => {
  const controller = new AbortController();
  const { signal } = controller;
  const settle = (): void => {
    controller.abort();
    done();
  };
  const once = (event: Event): void => {
    // A browser tells where the pointer rests when the page under it is new: nobody has moved it.
    const rests = event.type === 'pointermove' && event instanceof PointerEvent;
    if (!(rests && event.movementX === 0 && event.movementY === 0)) settle();
  };
  for (const sign of signs) addEventListener(sign, once, { passive: true, signal });
  addEventListener('load', () => setTimeout(settle, PATIENCE), { signal });
});
