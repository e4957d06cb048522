// The field of a certificate: a multiplier for each inequality.

import type { CertificatePart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import { EntryInput } from './EntryInput.tsx';
import type { FieldProps } from './field.ts';
import { readList, writeList } from './weights.ts';

export function CertificateField(props: FieldProps<CertificatePart>) {
  const { part, response, prepared } = props;
  const values = readList(response, part.inequalities.length);
  return (
    <fieldset class="card-group certificate" aria-label={`${props.label}. ${words.certificate.multipliers}`}>
      {part.inequalities.map((inequality, i) => (
        <div key={inequality} class="certificate-row">
          <EntryInput
            {...(i === 0 ? { id: `${props.id}-field` } : {})}
            label={words.certificate.multiplier(i + 1)}
            value={values[i]!}
            onValue={(text) => props.onResponse(writeList(values.with(i, text)))}
            onCheck={props.onCheck}
            ready={props.ready}
            describedBy={props.describedBy}
          />
          <span aria-hidden="true" class="certificate-times">
            ×
          </span>
          <Inequality text={inequality} html={prepared.html?.[i]} />
        </div>
      ))}
    </fieldset>
  );
}

/** Typeset by the build where it has been; its HTML is the book's own, never a reader's. */
function Inequality({ text, html }: { readonly text: string; readonly html: string | undefined }) {
  if (html !== undefined) return <span class="certificate-text" dangerouslySetInnerHTML={{ __html: html }} />;
  const shown = text.replaceAll('<=', ' ≤ ').replaceAll('>=', ' ≥ ').replaceAll('*', ' · ');
  return <span class="certificate-text notranslate">{shown}</span>;
}
