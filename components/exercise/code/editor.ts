// The editor of programs: CodeMirror in a shadow root, where its styles are style sheets made by script, which the policy allows.

import { defaultKeymap, history, historyKeymap, indentLess, insertTab } from '@codemirror/commands';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface Editor {
  /** Replaces the text where it is another. */
  setText(text: string): void;
  /** Marks a line, counted from 1; 0 marks none. */
  markLine(line: number): void;
  focus(): void;
  destroy(): void;
}

export interface EditorOptions {
  readonly text: string;
  /** Characters before the caret. */
  readonly caret: number;
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly onCheck: () => void;
}

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--raised)', fontSize: 'inherit' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', maxHeight: '32rem' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.5rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    color: 'var(--ink-faint)',
    backgroundColor: 'var(--raised)',
    borderRight: '1px solid var(--rule)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--rule-strong)',
  },
  '.cm-fault': {
    backgroundColor: 'var(--unreadable-soft)',
    boxShadow: 'inset 3px 0 0 var(--unreadable)',
    textDecoration: 'underline wavy var(--unreadable)',
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.comment, color: 'var(--ink-faint)', fontStyle: 'italic' },
  { tag: [tags.string, tags.regexp], color: 'var(--gradient)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--forward)' },
]);

const mark = StateEffect.define<number>();
const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, change) {
    for (const effect of change.effects) {
      if (!effect.is(mark)) continue;
      const line = effect.value;
      if (line < 1 || line > change.state.doc.lines) return Decoration.none;
      const { from } = change.state.doc.line(line);
      return Decoration.set(Decoration.line({ class: 'cm-fault' }).range(from));
    }
    return change.docChanged ? Decoration.none : set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Puts an editor into `place`, an element without content. */
export function openEditor(place: HTMLElement, options: EditorOptions): Editor {
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  const tab = new Compartment();
  const tabs = keymap.of([{ key: 'Tab', run: insertTab, shift: indentLess }]);
  // After Escape, Tab leaves the editor; typing anything brings indenting back.
  const leave = (view: EditorView) => {
    view.dispatch({ effects: tab.reconfigure([]) });
    return false;
  };
  const check = () => {
    options.onCheck();
    return true;
  };
  const view: EditorView = new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({
      doc: options.text,
      selection: { anchor: Math.min(options.caret, options.text.length) },
      extensions: [
        keymap.of([
          { key: 'Mod-Enter', run: check },
          { key: 'Escape', run: leave },
        ]),
        tab.of(tabs),
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        bracketMatching(),
        indentUnit.of('  '),
        javascriptLanguage,
        syntaxHighlighting(colours),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        marks,
        theme,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          autocapitalize: 'off',
          spellcheck: 'false',
          translate: 'no',
        }),
        EditorView.domEventHandlers({
          blur: (_, editor) => editor.dispatch({ effects: tab.reconfigure(tabs) }),
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          options.onText(update.state.doc.toString());
          if (tab.get(update.state) !== tabs) update.view.dispatch({ effects: tab.reconfigure(tabs) });
        }),
      ],
    }),
  });
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    markLine(line) {
      view.dispatch({ effects: mark.of(line) });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
