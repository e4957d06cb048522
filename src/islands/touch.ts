// `client:touch`: an island wakes when the reader turns to it. Scrolling past a lab then costs no script.
import type { ClientDirective } from 'astro';

/** By pointer, by finger, by keyboard, or by what a screen reader does. */
const calls = ['pointerover', 'focusin', 'click', 'input'] as const;

/** Events of the time before the island was awake, which it is told of again. */
const lost = ['click', 'input', 'change'] as const;

const touch: ClientDirective = (load, _options, element) => {
  const missed: Event[] = [];
  const note = (event: Event): void => {
    missed.push(event);
  };
  const wake = async (): Promise<void> => {
    for (const call of calls) element.removeEventListener(call, wake);
    const hydrate = await load();
    await hydrate();
    for (const name of lost) element.removeEventListener(name, note);
    for (const event of missed) repeat(event);
  };
  for (const name of lost) element.addEventListener(name, note);
  for (const call of calls) element.addEventListener(call, wake);
  if (isSetByAddress(element)) wake();
};

/** Boxes and fields have kept their values, and only have to say so; a button did nothing yet. */
function repeat({ type, target }: Event): void {
  if (!(target instanceof Element) || !target.isConnected) return;
  if (type !== 'click') target.dispatchEvent(new Event(type, { bubbles: true }));
  else target.closest('button')?.click();
}

/** An address may hold the setting of a lab: `?xor.seed=3`. */
function isSetByAddress(element: Element): boolean {
  const lab = element.querySelector('[data-lab]')?.getAttribute('data-lab');
  return [...new URLSearchParams(location.search).keys()].some((key) => key.startsWith(`${lab}.`));
}

// biome-ignore lint/style/noDefaultExport: Astro asks for one
export default touch;
