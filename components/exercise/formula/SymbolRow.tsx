// A row of buttons for symbols that phones lack and beginners do not know how to spell.

import { useRef, useState } from 'preact/hooks';
import { words } from '../../words.ts';

export interface SymbolKey {
  readonly label: string;
  readonly insert: string;
  readonly speech: string;
}

interface SymbolRowProps {
  readonly keys: readonly SymbolKey[];
  readonly onInsert: (text: string) => void;
}

/** The row: one tab stop, arrow keys inside; pressing a button leaves the caret where it was. */
export function SymbolRow({ keys, onInsert }: SymbolRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const move = (event: KeyboardEvent) => {
    const buttons = [...row.current!.querySelectorAll('button')];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || now < 0) return;
    event.preventDefault();
    const next = buttons.at(to % buttons.length)!;
    setStop(buttons.indexOf(next));
    next.focus();
  };
  return (
    <div ref={row} class="formula-symbols" role="toolbar" aria-label={words.symbols} onKeyDown={move}>
      {keys.map((key, i) => (
        <button
          key={`${key.label} ${key.insert}`}
          type="button"
          class="formula-symbol notranslate"
          tabIndex={i === stop ? 0 : -1}
          title={key.speech}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onInsert(key.insert)}
        >
          <span aria-hidden="true">{key.label}</span>
          <span class="visually-hidden">{key.speech}</span>
        </button>
      ))}
    </div>
  );
}
