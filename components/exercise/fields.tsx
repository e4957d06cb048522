// The table of kinds: each has one field, and a kind without one does not compile.

import type { ComponentType } from 'preact';
import type { Kind, Part } from '../../engine/exercise/index.ts';
import { CertificateField } from './CertificateField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { CodeField } from './CodeField.tsx';
import { FormulaField } from './FormulaField.tsx';
import type { FieldProps } from './field.ts';
import { GraphField } from './GraphField.tsx';
import { NetworkField } from './NetworkField.tsx';
import { OrderField } from './OrderField.tsx';
import { SlipField } from './SlipField.tsx';
import { TensorField } from './TensorField.tsx';

const fields: { readonly [K in Kind]: ComponentType<FieldProps<Extract<Part, { kind: K }>>> } = {
  formula: FormulaField,
  tensor: TensorField,
  graph: GraphField,
  choice: ChoiceField,
  order: OrderField,
  slip: SlipField,
  network: NetworkField,
  certificate: CertificateField,
  code: CodeField,
};

/** The field of a part, by its kind. */
export function Field(props: FieldProps) {
  const OfKind = fields[props.part.kind] as ComponentType<FieldProps>;
  return <OfKind {...props} />;
}
