// KaTeX, loaded when first needed, and drawn into elements that Preact leaves alone.

import type { KatexOptions } from 'katex';
import { lazily } from '../lazily.ts';

type Katex = typeof import('katex').default;

/** KaTeX once it is there, so that later formulas are drawn at once and nothing moves. */
let loaded: Katex | undefined;

/** Starts loading KaTeX; later calls give the same promise. */
export const loadTypesetter = lazily(async () => {
  loaded = (await import('katex')).default;
  return loaded;
});

const hues = new Set(['forward', 'gradient']);

/** `\fwd{...}` and `\grd{...}` set a formula in the hue of values or of gradients; no other class, link or HTML. */
export const options: KatexOptions = {
  throwOnError: false,
  maxExpand: 200,
  trust: (asked) => asked.command === '\\htmlClass' && hues.has(asked.class),
  strict: 'ignore',
  macros: { '\\fwd': '\\htmlClass{forward}{#1}', '\\grd': '\\htmlClass{gradient}{#1}' },
};

/**
 * Draws a formula into an element, at once where KaTeX is there, else when it arrives. Gives a function that
 * calls it off. The TeX may stem from a reader: no links, no HTML, bounded expansion, no exception.
 */
export function typeset(element: HTMLElement, tex: string, display = false): () => void {
  let wanted = true;
  const draw = (katex: Katex) => {
    if (wanted) {
      katex.render(tex, element, { ...options, displayMode: display });
    }
  };
  if (loaded) draw(loaded);
  else loadTypesetter().then(draw, () => {});
  return () => {
    wanted = false;
  };
}
