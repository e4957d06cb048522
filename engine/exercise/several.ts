// Several statements in one response, `t = tanh(z); dh/dz = 1 - t^2`: the one that names what is asked for is judged, or the
// last one, if no other contradicts it.

import { type Expr, prepare, ReadFault, some } from '../formula/index.ts';
import { type Cell, spanOf, splitAt } from './brackets.ts';
import { differs, same } from './same.ts';
import { cut, isAsked, isFind, isLed, read, readLeft, type Side } from './sides.ts';
import type { Subject } from './subject.ts';

/** No derivation has more; each costs a comparison. */
const MOST = 8;
/** Words of cases, whose commas part no statements. */
export const CASES =
  /(?<![A-Za-z\\])(?:if|when|for|falls|wenn|else|otherwise|elsewhere|sonst)(?![A-Za-z])|\?|\([^()[\]]*[=<>≠≤≥][^()[\]]*\)\s*[,;]/i;
/** A line ends a statement where the next one has a sign of its own. */
const BETWEEN = /(?<!\\)(?:,(?=\s)|;)|\n(?=[^\n=:]*[^\s=:][^\n=:]*[=:])|(?<=\s)and(?=\s)/y;

function between(text: string, i: number): number {
  BETWEEN.lastIndex = i;
  return BETWEEN.exec(text)?.[0].length ?? 0;
}

interface Statement extends Cell {
  readonly sides: readonly Side[];
}

/** The statements of a text; one where nothing is stated, or where the text is made of cases. */
function statementsIn(text: string, subject: Subject): Statement[] {
  const whole = { text, start: 0 };
  const one = [{ ...whole, sides: [] }];
  if (CASES.test(text) || isLed(text, subject)) return one;
  const parts = splitAt(whole, between)
    .filter((part) => part.text !== '')
    .map((part) => ({ ...part, sides: cut(part.text, subject) }));
  // A line that begins with a sign goes on with the one above it.
  const goesOn = parts.some(({ sides }) => sides.length > 1 && sides[0]?.text.trim() === '');
  return goesOn || parts.every(({ sides }) => sides.length === 1) ? one : parts;
}

/** Whether several statements stand side by side, `a = 4x, b = 3x`, none of which names what is asked for. */
export function saysMore(text: string, subject: Subject): boolean {
  const all = statementsIn(text, subject);
  return all.length > 1 && !all.some((statement) => answers(statement, subject));
}

/**
 * The text with spaces for all statements but the one to be judged: the last that names what is asked for, or else the
 * last, passing over what names of the exercise mean. Throws a ReadFault where another one contradicts the answer or the model.
 */
export function judgedStatement(text: string, subject: Subject): string {
  const all = statementsIn(text, subject);
  if (all.length === 1 || all.length > MOST) return text;
  const explains = (statement: Statement | undefined) =>
    statement !== undefined && defines(statement, subject);
  let end = all.length;
  while (end > 1 && explains(all[end - 1])) end -= 1;
  const judged = all.filter((statement) => answers(statement, subject)).at(-1) ?? (all[end - 1] as Statement);
  for (const other of all)
    if (other !== judged && contradicts(other, judged, subject))
      throw new ReadFault(
        'Several things are said here, and they do not agree. Type only what is asked for.',
        [...spanOf(other)],
      );
  return ' '.repeat(judged.start) + judged.text;
}

const leftOf = ({ sides }: Statement): string => (sides[0] as Side).text.trim();

/** `df/dx = …` where df/dx is asked for. */
function answers(statement: Statement, subject: Subject): boolean {
  const left = statement.sides.length > 1 ? readLeft(leftOf(statement), subject) : null;
  return left !== null && (isFind(left, subject) || (left.type === 'derivative' && isAsked(left, subject)));
}

/** `u = e^(2z)`, of a name that the exercise has. */
function defines({ sides }: Statement, subject: Subject): boolean {
  const [left, right] = sides.map(({ text }) => readLeft(text, subject));
  if (sides.length !== 2 || left?.type !== 'name' || !right || isFind(left, subject)) return false;
  return same(left, prepare(right, subject.ground), subject.ground);
}

/** What is known to be false, or to be another answer than the one that is judged. */
function contradicts(statement: Statement, judged: Statement, subject: Subject): boolean {
  const { ground, answer, scope } = subject;
  const trees = statement.sides.map(({ text }) => comparable(readLeft(text, subject), subject));
  // `D2 = …` is a name of the reader's own, and not D times 2.
  if (/^[A-Za-z]+\d+$/.test(leftOf(statement)) && trees[0]?.type !== 'name') trees[0] = null;
  const first = trees[0] ?? null;
  const right = (judged.sides.at(-1) as Side).text;
  const given = trees.length === 1 ? read(leftOf(statement), scope) : null;
  if (given) {
    const other = read(right, scope);
    return other !== null && differs(given, other, ground);
  }
  // `via a: …, via b: …` say the same thing twice.
  const word = /^[A-Za-z]+(?=\s)/;
  const again =
    trees.length > 1 &&
    !first &&
    word.test(leftOf(statement)) &&
    word.exec(leftOf(statement))?.[0] === word.exec(leftOf(judged))?.[0];
  const known: (Expr | null)[] =
    again || (first && isFind(first, subject)) ? [answer, ...trees.slice(1)] : trees;
  const readable = known.filter((tree) => tree !== null);
  return readable.some((tree, i) => i > 0 && differs(readable[i - 1] as Expr, tree, ground));
}

/** A side that can be compared: where numbers are asked for, a decimal may be a rounded one. */
function comparable(tree: Expr | null, { numeric }: Subject): Expr | null {
  const rounded = tree && numeric && some(tree, (node) => node.type === 'number' && node.ulp !== undefined);
  return rounded ? null : tree;
}
