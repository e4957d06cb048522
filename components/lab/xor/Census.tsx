// A hundred random starts trained to the end: how many learn, and what stops the others.

import { useRef, useState } from 'preact/hooks';
import { Numbers, runSlice, useTicker } from '../frame/index.ts';
import { words } from '../words.ts';
import { type Fate, fates, futureOf } from './fate.ts';
import { randomStart } from './net.ts';

const starts = 100;

export function Census({ rate }: { readonly rate: number }) {
  const [found, setFound] = useState<{ rate: number; fates: readonly Fate[] }>();
  const element = useRef<HTMLDivElement>(null);
  const running = found !== undefined && found.fates.length < starts;
  useTicker(element, running, () => {
    if (!found) return;
    const more = [...found.fates];
    runSlice(
      () => more.push(futureOf(randomStart(more.length + 1), found.rate).fate) > 0,
      starts - more.length,
    );
    setFound({ ...found, fates: more });
  });
  const text = words.lab.xor;
  return (
    <div ref={element}>
      <button type="button" class="button" onClick={() => setFound({ rate, fates: [] })}>
        {text.census(starts)}
      </button>
      {found && (
        <Numbers
          key="found"
          open
          caption={text.censusCaption}
          columns={[{ title: text.fate }, { title: text.of(found.fates.length) }]}
          rows={fates
            .map((fate) => [text.fateNames[fate], String(found.fates.filter((one) => one === fate).length)])
            .filter(([, count]) => count !== '0')}
        />
      )}
    </div>
  );
}
