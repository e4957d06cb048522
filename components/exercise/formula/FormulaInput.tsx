// One line in which a formula is typed: plain text, a row of symbols, and what was understood, typeset.

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { loadTypesetter } from '../../prose/index.ts';
import { loadEngine } from '../engine.ts';
import { Preview, type Reading } from './Preview.tsx';
import { type SymbolKey, SymbolRow } from './SymbolRow.tsx';
import { useReading } from './useReading.ts';

export interface FormulaInputProps {
  readonly id: string;
  readonly label: string;
  /** Stands before the input, typeset at build or plain; the label remains for screen readers. */
  readonly before?: JSX.Element;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onCheck: () => void;
  readonly ready: boolean;
  /** May be typed in before the script is there; the card takes that over. */
  readonly early?: boolean;
  readonly invalid: boolean;
  readonly describedBy: string;
  /** Reads what was typed; the engine is loaded by then. */
  readonly read: (text: string) => Promise<Reading>;
  /** The symbols offered; none for an empty list. */
  readonly symbols: () => Promise<readonly SymbolKey[]>;
  /** The verdict below already points at the place. */
  readonly quiet: boolean;
}

/** The line. The engine and KaTeX are loaded when it gets the focus first; row and preview stay from then on. */
export function FormulaInput(props: FormulaInputProps) {
  const { id, value, onValue, onCheck, ready } = props;
  const input = useRef<HTMLInputElement>(null);
  const [awake, setAwake] = useState(false);
  const [keys, setKeys] = useState<readonly SymbolKey[]>([]);

  const wake = () => {
    if (awake || !ready) return;
    setAwake(true);
    loadTypesetter().catch(() => {});
    loadEngine().catch(() => {});
    props.symbols().then(setKeys, () => {});
  };

  const { reading, last } = useReading(value, awake, props.read);

  const insert = (text: string) => {
    const field = input.current!;
    field.focus();
    field.setRangeText(text, field.selectionStart ?? value.length, field.selectionEnd ?? value.length, 'end');
    onValue(field.value);
  };

  return (
    <div class="formula-field" onFocusIn={wake}>
      <div class="formula-line">
        <label class={props.before ? 'formula-before' : 'visually-hidden'} for={id}>
          {props.before && <span aria-hidden="true">{props.before}</span>}
          <span key={props.label} class="visually-hidden">
            {props.label}
          </span>
        </label>
        <input
          ref={input}
          id={id}
          class="field formula-input"
          type="text"
          value={value}
          readOnly={!ready && !props.early}
          onInput={(event) => onValue(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            onCheck();
          }}
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="done"
          aria-invalid={props.invalid}
          aria-describedby={ready ? `${id}-preview ${props.describedBy}` : undefined}
        />
      </div>
      <div id={`${id}-preview`} class="formula-preview" data-awake={awake}>
        {awake && <Preview text={value} reading={reading} last={last} quiet={props.quiet} />}
      </div>
      {awake && keys.length > 0 && <SymbolRow keys={keys} onInsert={insert} />}
    </div>
  );
}

/** The reading of a whole response by the engine, as most fields need it. */
export async function readByEngine(
  ...args: Parameters<typeof import('../../../engine/exercise/index.ts').preview>
): Promise<Reading> {
  return (await loadEngine()).preview(...args);
}
