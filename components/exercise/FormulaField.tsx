// The field of a closed form or a single number.

import type { FormulaPart } from '../../engine/exercise/index.ts';
import type { FieldProps } from './field.ts';
import { FormulaInput } from './formula/FormulaInput.tsx';

export function FormulaField(props: FieldProps<FormulaPart>) {
  return <FormulaInput {...props} value={props.response} onValue={props.onResponse} />;
}
