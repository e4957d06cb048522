// A row of buttons for symbols that phones lack and beginners do not know how to spell.

import { useRef } from 'preact/hooks';
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
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...row.current!.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length]!;
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  };
  return (
    <div ref={row} class="formula-symbols" role="toolbar" aria-label={words.symbols} onKeyDown={move}>
      {keys.map((key, i) => (
        <button
          key={`${key.label} ${key.insert}`}
          type="button"
          class="formula-symbol notranslate"
          tabIndex={i === 0 ? 0 : -1}
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
