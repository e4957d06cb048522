// The field of a network: a number for each weight.

import type { NetworkPart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import { EntryInput } from './EntryInput.tsx';
import type { FieldProps } from './field.ts';
import { readWeights, writeWeights } from './weights.ts';

export function NetworkField(props: FieldProps<NetworkPart>) {
  const { part, response } = props;
  const values = readWeights(response, part.weights);
  return (
    <fieldset
      class="card-group weights"
      data-words={part.weights.some((name) => /[A-Za-z]{3}/.test(name)) || undefined}
      aria-label={`${props.label}. ${words.network.weights}`}
    >
      {part.weights.map((name, i) => (
        <div key={name} class="weights-one">
          <WeightName name={name} />
          <EntryInput
            id={i === 0 ? `${props.id}-field` : undefined}
            label={name}
            value={values[i]!}
            onValue={(text) => props.onResponse(writeWeights(values.with(i, text), part.weights))}
            onCheck={props.onCheck}
            ready={props.ready}
            describedBy={props.describedBy}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** `w_12^1` with its indices set as such. */
function WeightName({ name }: { readonly name: string }) {
  const [, base = name, low = '', high = ''] =
    /^([A-Za-z]+)_?\{?([^_^{}]*)\}?(?:\^\{?([^{}]*)\}?)?$/.exec(name) ?? [];
  return (
    <span class="weights-name notranslate" aria-hidden="true">
      <var>{base}</var>
      {low !== '' && <sub>{low}</sub>}
      {high !== '' && <sup>{high}</sup>}
    </span>
  );
}
