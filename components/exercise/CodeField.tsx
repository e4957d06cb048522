// The field of a program: a text area as the page is read, an editor once the reader turns to it.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { CodePart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import type { Editor } from './code/editor.ts';
import { printed } from './code/response.ts';
import { current, type FieldProps, untouched } from './field.ts';
import { asTyped } from './typing.ts';

export function CodeField(props: FieldProps<CodePart>) {
  const { part, response, checked, ready } = props;
  const text = response || untouched(part);
  const place = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<Editor>();
  const [opened, setOpened] = useState(false);
  const latest = useRef(props);
  latest.current = props;
  const typed = useRef<string>();
  // An emptied field stays empty, where an untouched one shows the program to start from.
  const type = (next: string) => {
    typed.current = next || '\n';
    latest.current.onResponse(typed.current);
  };

  const open = async () => {
    if (!ready || editor.current) return;
    let openEditor: typeof import('./code/editor.ts').openEditor;
    try {
      ({ openEditor } = await import('./code/editor.ts'));
    } catch {
      return; // The text area does as well.
    }
    if (editor.current || !place.current) return;
    const shown = area.current;
    const focused = shown === document.activeElement;
    editor.current = openEditor(place.current, {
      text: shown?.value ?? text,
      caret: shown?.selectionStart ?? 0,
      label: `${props.label}. ${words.code.label}. ${words.code.leave}`,
      onText: type,
      onCheck: () => latest.current.onCheck(),
    });
    setOpened(true);
    if (focused) editor.current.focus();
  };

  // Who was quicker than the script stands in the field already.
  useEffect(() => {
    if (area.current === document.activeElement) open();
  }, [ready]);
  useEffect(() => () => editor.current?.destroy(), []);
  // An effect may come after the next key: a response that has been typed over since is put back by nobody.
  const known = typed.current;
  useEffect(() => {
    if (typed.current === known && response !== known) editor.current?.setText(text);
  }, [text, response]);

  const verdict = current(checked, response);
  const span = verdict && 'span' in verdict ? verdict.span : undefined;
  const line =
    span && span[1] - span[0] < text.length ? text.slice(0, span[0]).split('\n').length : undefined;
  useEffect(() => editor.current?.markLine(line ?? 0), [line, verdict, opened]);

  const lines = printed.value.get(part) ?? [];
  return (
    <div class="code-field">
      <label class="visually-hidden" for={`${props.id}-field`}>
        {`${props.label}. ${words.code.label}`}
      </label>
      <textarea
        {...asTyped}
        ref={area}
        id={`${props.id}-field`}
        class="field code-text notranslate"
        rows={Math.max(8, text.split('\n').length + 1)}
        value={text}
        readOnly={!ready}
        hidden={opened}
        onFocus={open}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onCheck();
        }}
        aria-describedby={props.describedBy}
      />
      <div ref={place} class="code-editor notranslate" data-editor={opened || undefined} />
      {opened && (
        <p class="code-note">
          <span>{words.code.leave}</span>
          <button type="button" class="button quiet" onClick={() => props.onResponse(part.start)}>
            {words.code.reset}
          </button>
        </p>
      )}
      {lines.length > 0 && (
        <figure class="code-printed">
          <figcaption>{words.code.printed}</figcaption>
          <pre class="notranslate">{lines.join('\n')}</pre>
        </figure>
      )}
    </div>
  );
}
