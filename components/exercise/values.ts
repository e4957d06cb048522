// The numbers in a prompt, written anew when the reader asks for new numbers.

import type { Exercise } from '../../engine/exercise/index.ts';
import { typeset } from '../prose/index.ts';
import { loadEngine } from './engine.ts';

/**
 * Rewrites every `data-value` of the exercise's section for a variant. The section says which variant it shows, so
 * that the cards of its parts do not do it twice; the build writes variant 1.
 */
export async function showVariant(inside: Element | null, exercise: Exercise, seed: number): Promise<void> {
  const section = inside?.closest<HTMLElement>('[data-exercise]');
  if (!section || (section.dataset.variant ?? '1') === String(seed)) return;
  const places = [...section.querySelectorAll<HTMLElement>('[data-value]')];
  if (places.length > 0) {
    const engine = await loadEngine();
    for (const place of places) {
      const { value, digits } = place.dataset;
      const [shown] = engine.valuesOf(exercise, [value!], seed, digits ? Number(digits) : undefined);
      if (shown) typeset(place, shown.tex);
    }
  }
  section.dataset.variant = String(seed);
}
