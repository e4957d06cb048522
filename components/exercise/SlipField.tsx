// The field of a slip: which line of a derivation is wrong, and the line put right.

import type { SlipPart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import { loadEngine } from './engine.ts';
import { current, type FieldProps } from './field.ts';
import { FormulaInput, readByEngine } from './formula/FormulaInput.tsx';
import { readSlip, writeSlip } from './slip.ts';

export function SlipField(props: FieldProps<SlipPart>) {
  const { exercise, part, response, checked } = props;
  const { line, mended } = readSlip(response);
  const verdict = current(checked, response)?.verdict;
  const enter = (next: { line?: number | undefined; mended?: string }) =>
    props.onResponse(writeSlip({ line, mended, ...next }));
  return (
    <fieldset class="card-group slip" aria-label={props.label}>
      <label class="slip-line">
        <span>{words.slip.line}</span>
        <select
          class="field"
          disabled={!props.ready}
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
        id={`${props.id}-field`}
        label={words.slip.mended}
        before={<span class="slip-mended">{words.slip.mended}</span>}
        value={mended}
        onValue={(text) => enter({ mended: text })}
        onCheck={props.onCheck}
        ready={props.ready}
        early
        invalid={verdict === 'wrong' || verdict === 'unreadable'}
        describedBy={props.describedBy}
        quiet={verdict === 'unreadable'}
        read={(text) => readByEngine(exercise, part.name, text)}
        symbols={async () => (await loadEngine()).symbols(exercise, part.name)}
      />
    </fieldset>
  );
}
