// The field of a certificate: a multiplier for each inequality.

import type { CertificatePart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import { EntryInput } from './EntryInput.tsx';
import type { FieldProps } from './field.ts';
import { readList, writeList } from './weights.ts';

export function CertificateField(props: FieldProps<CertificatePart>) {
  const { part, response } = props;
  const values = readList(response, part.inequalities.length);
  return (
    <fieldset class="card-group certificate" aria-label={`${props.label}. ${words.certificate.multipliers}`}>
      {part.inequalities.map((inequality, i) => (
        <div key={inequality} class="certificate-row">
          <EntryInput
            id={i === 0 ? `${props.id}-field` : undefined}
            label={words.certificate.multiplier(i + 1, withSigns(inequality))}
            value={values[i]!}
            onValue={(text) => props.onResponse(writeList(values.with(i, text)))}
            onCheck={props.onCheck}
            ready={props.ready}
            describedBy={props.describedBy}
          />
          <span aria-hidden="true" class="certificate-times">
            ×
          </span>
          <Inequality text={inequality} />
        </div>
      ))}
    </fieldset>
  );
}

/** `2 w1 + b >= 1/2` with real signs, and a number near the name that it stands before. */
const withSigns = (text: string) =>
  text
    .replaceAll('<=', '≤')
    .replaceAll('>=', '≥')
    .replaceAll('*', '·')
    .replaceAll('-', '−')
    .replace(/(\d) (?=[A-Za-z])/g, '$1\u202f');

/** The same with names in italics and their numbers below the line; the inputs' labels say it. */
function Inequality({ text }: { readonly text: string }) {
  return (
    <span class="certificate-text notranslate" aria-hidden="true">
      {withSigns(text)
        .split(/([A-Za-z]+_?\d*)/)
        .map((piece, i) => {
          const [, name, number] = /^([A-Za-z]+)_?(\d*)$/.exec(piece) ?? [];
          return (
            <span key={i}>
              {name ? <var>{name}</var> : piece}
              {number && <sub>{number}</sub>}
            </span>
          );
        })}
    </span>
  );
}
