// What is done to an island before it is awake, and is told to it again afterwards.

const kinds = ['click', 'input', 'change', 'keydown'] as const;

/** Listens from now on. Calling what it gives ends that, and repeats what was heard. */
export function hear(island: HTMLElement): () => Promise<void> {
  const missed: Event[] = [];
  const note = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key === 'Enter') missed.push(event);
  };
  for (const kind of kinds) island.addEventListener(kind, note);
  return async () => {
    for (const kind of kinds) island.removeEventListener(kind, note);
    if (missed.length > 0) await settled();
    for (const event of missed) repeat(event);
  };
}

/** An island has effects after it is drawn, and they have effects of their own. */
async function settled(): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
  }
}

/** Boxes and fields have kept their values, and only have to say so; a button did nothing yet. */
function repeat(event: Event): void {
  const { type, target } = event;
  if (!(target instanceof Element) || !target.isConnected) return;
  if (event instanceof KeyboardEvent) target.dispatchEvent(new KeyboardEvent(type, event));
  else if (type !== 'click') target.dispatchEvent(new Event(type, { bubbles: true }));
  else target.closest('button')?.click();
}
