// The seed of a lab's random numbers: shown, typed, or the next one taken.

import { words } from '../words.ts';
import { NumberField } from './Slider.tsx';

interface SeedProps {
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
}

export const mostSeed = 999_999;

export function Seed({ seed, onSeed }: SeedProps) {
  return (
    <span class="lab-seed">
      <span aria-hidden="true">{words.lab.seed}</span>
      <NumberField label={words.lab.seed} value={seed} min={0} max={mostSeed} whole onValue={onSeed} />
      <button type="button" class="button" onClick={() => onSeed(seed >= mostSeed ? 0 : seed + 1)}>
        {words.lab.nextSeed}
      </button>
    </span>
  );
}
