// Tries every formula of the text on KaTeX, so that a misspelt command is found before the page is built.
import katex from 'katex';
import type { Nodes } from 'mdast';
import { katexOptions } from './katex.ts';
import { placeOf } from './tree.ts';
import type { Complain } from './types.ts';

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
  try {
    katex.renderToString(node.value, { ...katexOptions, displayMode: display, throwOnError: true });
  } catch (error) {
    const place = placeOf(node, file);
    const { position, rawMessage } = error as { position?: number; rawMessage?: string };
    const before = node.value.slice(0, position ?? 0).split('\n');
    const line = place.line + (display ? 1 : 0) + before.length - 1;
    const inset = display || before.length > 1 ? 1 : place.column + 1;
    const column = inset + (before.at(-1) ?? '').length;
    complain(
      { file, line, column },
      `KaTeX cannot read this formula: ${rawMessage ?? String(error)}.`,
      'Look at the spelling of the command and at the braces.',
    );
  }
}
