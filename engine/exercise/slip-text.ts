// The text form of a mended line: `2: …`, `line 2: …`, `(2)`, or only what should stand there.

import type { Cell } from './brackets.ts';
import { undress } from './undress.ts';

export interface SlipText {
  /** The number of the line; null where none is named. */
  readonly line: number | null;
  readonly mend: Cell;
  /** Where there is another reading, the question to ask. */
  readonly doubt?: string;
}

const SIGN = String.raw`(?:[:;,]|[.)\]](?!\d)|→|⇒|[-=]>|\\(?:to|rightarrow)(?![a-z])|(?:(?:it|this|that) )?(?:should (?:be|read)|must (?:be|read)|is|becomes|reads)\b)`;
const LINE = '(?:line|step|row|equation|zeile)';
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const LEAD = '(?:(?:the |my )?(?:slip|mistake|error|fault) (?:is |lies )?)?';
const NAMED = new RegExp(
  String.raw`^\s*(?:\\text\s?\{\s*)?${LEAD}(?:in )?(?:the )?(?:(?:${LINE}|l|#) *\}? *(?:no\.?|number|#)? *\(?(\d+)\)?|(\d+)(?:st|nd|rd|th)\b(?: ${LINE})?|(${ORDINALS.join('|')})\b(?: ${LINE})?)\s*(?:(?:is|was) (?:wrong|false|incorrect|not right|the slip)\b[\s.,;]*)?(?:${SIGN}\s*){0,2}(?:\}\s*${SIGN}?)?`,
  'i',
);
/** A colon behind a number makes any word before it one for a line: `ligne 2 : …`. */
const NUMBERED =
  /^\s*(?:\p{L}{2,}\.?\s+(?=[([]?\d+[)\]]?\s*:(?!=)))?[([]?(\d+)(?:[)\]]?\s*(?:[:;](?!=)|,\s+(?=\D)|[.)\]](?!\d)|→|⇒|[-=]>|\n)|[)\]]?\s*$)/u;
/** `2 (x + 1)` may be a product. */
const FACTOR = /^\s*(\d+)(?=\s+[A-Za-z(\\[{])/;
/** `line 2 - x` may begin with a sign. */
const DASH = /^\s*-\s/;

export function readSlip(response: string): SlipText {
  const text = undress(response);
  const found = NAMED.exec(text) ?? NUMBERED.exec(text);
  const factor = found ? null : FACTOR.exec(text);
  if (factor) {
    const line = Number(factor[1]);
    const doubt = `Is ${line} the number of the line, or a factor? Write ${line}: or ${line} *.`;
    return { line, mend: { text: response, start: 0 }, doubt };
  }
  if (!found) return { line: null, mend: { text: response, start: 0 } };
  const ordinal = ORDINALS.indexOf(found[3]?.toLowerCase() ?? '') + 1;
  const line = ordinal || Number(found[1] ?? found[2]);
  const start = found[0].length;
  const mend = { text: response.slice(start), start };
  if (!/[\d)]\s*$/.test(found[0]) || !DASH.test(text.slice(start))) return { line, mend };
  return { line, mend, doubt: `Does the dash belong to the formula? Write ${line}: and then the formula.` };
}
