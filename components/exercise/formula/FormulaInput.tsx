// One line in which a formula is typed: plain text, a row of symbols, and what was understood, typeset.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormulaPart, SlipPart } from '../../../engine/exercise/index.ts';
import { loadTypesetter } from '../../prose/index.ts';
import { loadEngine } from '../engine.ts';
import { current, type FieldProps } from '../field.ts';
import { asTyped, onEnter } from '../typing.ts';
import { Preview } from './Preview.tsx';
import { type SymbolKey, SymbolRow } from './SymbolRow.tsx';
import { readByEngine, useReading } from './useReading.ts';

interface FormulaInputProps extends FieldProps<FormulaPart | SlipPart> {
  /** The formula in the response; all of it, or what stands in the mended line. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Stands before the input; the label remains for screen readers. */
  readonly before?: JSX.Element;
}

/**
 * The line. The engine and KaTeX are loaded when it gets the focus first; row and preview stay from then on. It may be
 * typed in before the script is there: the card takes that over.
 */
export function FormulaInput(props: FormulaInputProps) {
  const { exercise, part, value, onValue, ready, checked, response } = props;
  const id = `${props.id}-field`;
  const input = useRef<HTMLInputElement>(null);
  const [awake, setAwake] = useState(false);
  const [keys, setKeys] = useState<readonly SymbolKey[]>([]);
  const verdict = current(checked, response)?.verdict;

  const wake = () => {
    if (!ready || keys.length > 0) return;
    setAwake(true);
    loadTypesetter().catch(() => {});
    loadEngine().then(
      (engine) => setKeys(engine.symbols(exercise, part.name)),
      () => {}, // Offline. The next focus tries again, and a check says so.
    );
  };

  // Who was quicker than the script stands in the field already.
  useEffect(() => {
    if (input.current === document.activeElement) wake();
  }, [ready]);

  const { reading, last } = useReading(value, awake, (text) => readByEngine(exercise, part.name, text));

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
          {...asTyped}
          ref={input}
          id={id}
          class="field formula-input"
          type="text"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
          onKeyDown={onEnter(props.onCheck)}
          enterkeyhint="done"
          aria-invalid={verdict === 'wrong' || verdict === 'unreadable'}
          aria-describedby={ready ? `${id}-preview ${props.describedBy}` : undefined}
        />
      </div>
      <div id={`${id}-preview`} class="formula-preview" data-awake={awake}>
        {awake && <Preview text={value} reading={reading} last={last} quiet={verdict === 'unreadable'} />}
      </div>
      {keys.length > 0 && <SymbolRow keys={keys} onInsert={(text) => insertText(input.current!, text)} />}
    </div>
  );
}

/** Types a text for the reader, at the caret. */
function insertText(field: HTMLInputElement, text: string): void {
  field.focus();
  // Old, but the only way that the reader can undo; it lets the field know by an input event.
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
