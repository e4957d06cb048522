// The field of a closed form or a single number.

import type { FormulaPart } from '../../engine/exercise/index.ts';
import { loadEngine } from './engine.ts';
import { current, type FieldProps } from './field.ts';
import { FormulaInput, readByEngine } from './formula/FormulaInput.tsx';

export function FormulaField(props: FieldProps<FormulaPart>) {
  const { exercise, part, response, checked } = props;
  const verdict = current(checked, response)?.verdict;
  return (
    <FormulaInput
      id={`${props.id}-field`}
      label={props.label}
      value={response}
      onValue={props.onResponse}
      onCheck={props.onCheck}
      ready={props.ready}
      early
      invalid={verdict === 'wrong' || verdict === 'unreadable'}
      describedBy={props.describedBy}
      quiet={verdict === 'unreadable'}
      read={(text) => readByEngine(exercise, part.name, text)}
      symbols={async () => (await loadEngine()).symbols(exercise, part.name)}
    />
  );
}
