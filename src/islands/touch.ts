// `client:touch`: an island wakes when the reader turns to it. Scrolling past a lab then costs no script.
import type { ClientDirective } from 'astro';
import { hear } from './missed.ts';

/** By pointer, by finger, by keyboard, or by what a screen reader does. */
const calls = ['pointerover', 'focusin', 'click', 'input'] as const;

const touch: ClientDirective = (load, _options, element) => {
  const repeatMissed = hear(element);
  const wake = async (): Promise<void> => {
    for (const call of calls) element.removeEventListener(call, wake);
    const hydrate = await load();
    await hydrate();
    await repeatMissed();
  };
  for (const call of calls) element.addEventListener(call, wake);
  if (isSetByAddress(element)) wake();
};

/** An address may hold the setting of a lab: `?xor.seed=3`. */
function isSetByAddress(element: Element): boolean {
  const lab = element.querySelector('[data-lab]')?.getAttribute('data-lab');
  return [...new URLSearchParams(location.search).keys()].some((key) => key.startsWith(`${lab}.`));
}

// biome-ignore lint/style/noDefaultExport: Astro asks for one
export default touch;
