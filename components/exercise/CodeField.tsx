// The field of a program: plain text in a fixed pitch, opened with the author's start.

import type { CodePart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import type { FieldProps } from './field.ts';

export function CodeField(props: FieldProps<CodePart>) {
  const { part, response } = props;
  const text = response === '' ? part.start : response;
  return (
    <div class="code-field">
      <label class="visually-hidden" for={`${props.id}-field`}>
        {`${props.label}. ${words.code.label}`}
      </label>
      <textarea
        id={`${props.id}-field`}
        class="field code-text notranslate"
        rows={Math.max(8, text.split('\n').length + 1)}
        value={text}
        readOnly={!props.ready}
        onInput={(event) => props.onResponse(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onCheck();
        }}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={props.describedBy}
      />
    </div>
  );
}
