// The foot of a lab: its seed, if it has one, and a button that copies the address of this very setting.

import { useState } from 'preact/hooks';
import { Say } from '../../prose/index.ts';
import { words } from '../../words.ts';
import type { Fields } from './fields.ts';
import { NumberField } from './Slider.tsx';
import { addressOf } from './useLabState.ts';

interface SendProps<S extends object> {
  readonly lab: string;
  readonly fields: Fields<S>;
  readonly state: S;
}

export function Send<S extends object>({ lab, fields, state }: SendProps<S>) {
  const [sent, setSent] = useState<{ state: S; said: string }>();
  const copy = async () => {
    const address = new URL(addressOf(lab, fields, state), location.href);
    const place = document.querySelector(`[data-lab="${CSS.escape(lab)}"]`)?.closest('[id]')?.id;
    if (place) address.hash = place;
    history.replaceState(history.state, '', address);
    try {
      await navigator.clipboard.writeText(address.href);
      setSent({ state, said: words.lab.copied });
    } catch {
      setSent({ state, said: words.lab.inAddress });
    }
  };
  return (
    <p class="lab-send">
      <button type="button" class="button quiet" onClick={copy}>
        {words.lab.copy}
      </button>
      <span role="status">{sent?.state === state && <Say key="said">{sent.said}</Say>}</span>
    </p>
  );
}

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
