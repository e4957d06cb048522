// Tries every formula of the text on KaTeX, so that a misspelt command is found before the page is built.
import katex from 'katex';
import type { Nodes } from 'mdast';
import { katexOptions } from './katex.ts';
import { placeOf } from './tree.ts';
import type { Complain, Place } from './types.ts';

const ADVICE = 'Look at the spelling of the command and at the braces.';

/** Complains where KaTeX cannot read the formula, at the place inside it. */
export function checkFormula(node: Nodes & { value: string }, file: string, complain: Complain): void {
  const display = node.type !== 'inlineMath';
  if (/\{value\(/.test(node.value)) {
    complain(
      placeOf(node, file),
      'A computed number stands inside a formula.',
      'Close the formula before it: `$x =$ {value("x", "model")}`.',
    );
    return;
  }
  const refusal = refusalOf(node.value, display);
  if (!refusal) return;
  const place = placeOf(node, file);
  const before = node.value.slice(0, refusal.position).split('\n');
  const line = place.line + (display ? 1 : 0) + before.length - 1;
  const inset = display || before.length > 1 ? 1 : place.column + 1;
  const column = inset + (before.at(-1) ?? '').length;
  complain({ file, line, column }, cannotRead(refusal), ADVICE);
}

/** Complains of formulas between dollar signs in a line of plain text that begins at `place`. */
export function checkSentence(text: string, place: Place, complain: Complain): void {
  for (const { 1: tex = '', index } of text.matchAll(/\$([^$]+)\$/g)) {
    const refusal = refusalOf(tex, false);
    if (!refusal) continue;
    const column = place.column + index + 1 + refusal.position;
    complain({ ...place, column }, cannotRead(refusal), ADVICE);
  }
}

interface Refusal {
  readonly why: string;
  readonly position: number;
}

const cannotRead = ({ why }: Refusal): string => `KaTeX cannot read this formula: ${why}.`;

/** Formulas that were tried: while an author writes, nearly all of them come again. */
const tried = new Map<string, Refusal | undefined>();

function refusalOf(tex: string, displayMode: boolean): Refusal | undefined {
  const key = `${displayMode} ${tex}`;
  if (!tried.has(key)) tried.set(key, tryFormula(tex, displayMode));
  return tried.get(key);
}

function tryFormula(tex: string, displayMode: boolean): Refusal | undefined {
  try {
    katex.renderToString(tex, { ...katexOptions, displayMode, throwOnError: true });
    return undefined;
  } catch (error) {
    const { position = 0, rawMessage } = error as { position?: number; rawMessage?: string };
    return { why: rawMessage ?? String(error), position };
  }
}
