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
    const values = engine.valuesOf(
      exercise,
      places.map((place) => place.dataset.value!),
      seed,
    );
    for (const [i, place] of places.entries()) {
      const value = values[i];
      if (value) typeset(place, value.tex);
    }
  }
  section.dataset.variant = String(seed);
}
