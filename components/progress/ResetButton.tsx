// Erasing asks once more before it does, in place and without a dialogue box.

import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words.ts';

interface ResetButtonProps {
  /** The full name of what is erased. */
  readonly label: string;
  /** Show the short word and say the full one. */
  readonly short?: boolean;
  readonly onErase: () => void;
}

export function ResetButton({ label, short, onErase }: ResetButtonProps) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button key="ask" type="button" class="button quiet" aria-label={label} onClick={() => setAsking(true)}>
        {short ? words.progress.reset : label}
      </button>
    );
  }
  return (
    <span key="sure" class="progress-sure">
      <button
        type="button"
        class="button"
        aria-label={`${words.progress.sure}: ${label}`}
        onClick={() => {
          setAsking(false);
          onErase();
        }}
      >
        {words.progress.sure}
      </button>
      <button ref={keep} type="button" class="button quiet" onClick={() => setAsking(false)}>
        {words.progress.keep}
      </button>
    </span>
  );
}
