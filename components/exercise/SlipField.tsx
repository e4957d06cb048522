// The field of a slip: which line of a derivation is wrong, and the line put right.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SlipPart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import type { FieldProps } from './field.ts';
import { FormulaInput } from './formula/FormulaInput.tsx';
import { scopeOf } from './scope.ts';
import { readSlip, type Slip, writeSlip } from './slip.ts';

export function SlipField(props: FieldProps<SlipPart>) {
  const { part, response, ready } = props;
  const { line, mended } = readSlip(response);
  const field = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    if (!ready) return;
    for (const one of scopeOf(field.current)?.querySelectorAll<HTMLElement>('[data-line]') ?? []) {
      one.toggleAttribute('data-chosen', Number(one.dataset.line) === line);
    }
  }, [ready, line]);
  const enter = (next: Partial<Slip>) => props.onResponse(writeSlip({ line, mended, ...next }));
  return (
    <fieldset ref={field} class="card-group slip" aria-label={props.label}>
      <label class="slip-line">
        <span>{words.slip.line}</span>
        <select
          class="field"
          disabled={!ready}
          value={line ?? ''}
          onChange={(event) => enter({ line: Number(event.currentTarget.value) || undefined })}
        >
          <option value="">{words.slip.none}</option>
          {part.lines.map((_, i) => (
            <option key={i} value={i + 1}>
              {words.slip.lineName(i + 1)}
            </option>
          ))}
        </select>
      </label>
      <FormulaInput
        {...props}
        label={words.slip.mended}
        before={<span class="slip-mended">{words.slip.mended}</span>}
        value={mended}
        onValue={(text) => enter({ mended: text })}
      />
    </fieldset>
  );
}
