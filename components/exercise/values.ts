// The numbers in a prompt, written anew when the reader asks for new numbers.

import type { Exercise } from '../../engine/exercise/index.ts';
import { typeset } from '../prose/index.ts';
import { loadEngine } from './engine.ts';

/** Rewrites every `data-value` of the exercise's section for a variant. */
export async function renewValues(inside: Element | null, exercise: Exercise, seed: number): Promise<void> {
  const section = inside?.closest('[data-exercise]');
  const places = [...(section?.querySelectorAll<HTMLElement>('[data-value]') ?? [])];
  if (places.length === 0) return;
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
