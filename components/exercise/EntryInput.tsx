// One entry of an array, a graph or a list of weights: a small line with its own mark, right or wrong.

import { words } from '../words.ts';
import { asTyped, onEnter } from './typing.ts';

interface EntryInputProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onCheck: () => void;
  /** Takes a pasted text that is more than this entry; true where it did. */
  readonly onPasted?: (text: string) => boolean;
  readonly ready: boolean;
  /** The last verdict on this very text; absent where there is none. */
  readonly mark?: boolean | undefined;
  readonly describedBy: string;
  readonly class?: string;
}

export function EntryInput(props: EntryInputProps) {
  const { label, value, mark } = props;
  const marked = mark === undefined ? label : `${label}, ${mark ? words.entryRight : words.entryWrong}`;
  return (
    <span
      class={`entry ${props.class ?? ''}`}
      data-mark={mark === undefined ? undefined : mark ? 'right' : 'wrong'}
    >
      <input
        {...asTyped}
        id={props.id}
        class="field entry-input"
        type="text"
        size={Math.max(4, Math.min(24, value.length + 1))}
        value={value}
        readOnly={!props.ready}
        aria-label={marked}
        aria-invalid={mark === false}
        aria-describedby={props.ready ? props.describedBy : undefined}
        onInput={(event) => props.onValue(event.currentTarget.value)}
        onKeyDown={onEnter(props.onCheck)}
        onPaste={(event) => {
          if (props.onPasted?.(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
        }}
        enterkeyhint="done"
      />
      {mark !== undefined && (
        <svg class="entry-sign" viewBox="0 0 18 18" width="12" height="12" aria-hidden="true">
          <path d={mark ? 'M3 9.5 7 13.5 15 4.5' : 'M4.5 4.5 13.5 13.5 M13.5 4.5 4.5 13.5'} />
        </svg>
      )}
    </span>
  );
}
