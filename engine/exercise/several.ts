// Several statements in one response, `t = tanh(z); dh/dz = 1 - t^2`: the one that names what is asked for is judged, or the
// last one, if no other contradicts it.

import { ELSE, type Expr, IF, prepare, ReadFault, some } from '../formula/index.ts';
import { type Cell, separator, spanOf, splitAt } from './brackets.ts';
import { differs, same } from './same.ts';
import { cut, isAsked, isFind, isLed, isOwnName, read, readLeft, type Side } from './sides.ts';
import type { Subject } from './subject.ts';

/** No derivation has more; each costs a comparison. */
const MOST = 8;
/** Words of cases, whose commas part no statements. */
export const CASES = new RegExp(
  String.raw`(?<![A-Za-z\\])(?:${[...IF, ...ELSE].join('|')})(?![A-Za-z])|\?|\([^()[\]]*[=<>≠≤≥][^()[\]]*\)\s*[,;]`,
  'i',
);
/** A line ends a statement where the next one has a sign of its own. */
const between = separator(
  /(?<!\\)(?:,(?=\s)|;)|(?<![-+*/=(,:]\s*)\n(?=[^\n=:]*[^\s=:][^\n=:]*[=:])|(?<=\s)(?:and(?=\s)|at(?=\s+\\?[A-Za-z]+\s*=))/y,
);

interface Claim extends Cell {
  readonly sides: readonly Side[];
}

/** The statements of a text; one where nothing is stated, or where the text is made of cases. */
function statementsIn(text: string, subject: Subject): Claim[] {
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

/** Sums below each other, each whole by itself: a factor may stand in a line of its own, a term begins with its sign. */
function linesIn(text: string, subject: Subject): Claim[] | null {
  const lines = splitAt({ text, start: 0 }, separator(/\n/y)).filter((line) => line.text !== '');
  if (lines.length < 2 || lines.length > MOST) return null;
  const isSum = (line: Cell) => {
    const tree = /^[-+*/.=]/.test(line.text) ? null : read(line.text, subject.scope);
    return tree?.type === 'binary' && /^[-+]$/.test(tree.op);
  };
  return lines.every(isSum) ? lines.map((line) => ({ ...line, sides: cut(line.text, subject) })) : null;
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
  const all = linesIn(text, subject) ?? statementsIn(text, subject);
  if (all.length === 1 || all.length > MOST) return text;
  const explains = (statement: Claim | undefined) => statement !== undefined && defines(statement, subject);
  let end = all.length;
  while (end > 1 && explains(all[end - 1])) end -= 1;
  const judged = all.filter((statement) => answers(statement, subject)).at(-1) ?? (all[end - 1] as Claim);
  for (const other of all)
    if (other !== judged && contradicts(other, judged, subject))
      throw new ReadFault(
        'Several things are said here, and they do not agree. Type only what is asked for.',
        [...spanOf(other)],
      );
  return ' '.repeat(judged.start) + judged.text;
}

const leftOf = ({ sides }: Claim): string => (sides[0] as Side).text.trim();

/** `df/dx = …` where df/dx is asked for. */
function answers(statement: Claim, subject: Subject): boolean {
  const left = statement.sides.length > 1 ? readLeft(leftOf(statement), subject) : null;
  return left !== null && (isFind(left, subject) || (left.type === 'derivative' && isAsked(left, subject)));
}

/** `u = e^(2z)`, of a name that the exercise has. */
function defines({ sides }: Claim, subject: Subject): boolean {
  const [left, right] = sides.map(({ text }) => readLeft(text, subject));
  if (sides.length !== 2 || left?.type !== 'name' || !right) return false;
  if (isFind(left, subject) || isAsked(left, subject)) return false;
  return same(left, prepare(right, subject.ground), subject.ground);
}

/** What is known to be false, or to be another answer than the one that is judged. */
function contradicts(other: Claim, judged: Claim, subject: Subject): boolean {
  if (other.sides.length === 1) {
    const [given, taken] = [leftOf(other), (judged.sides.at(-1) as Side).text].map((text) =>
      read(text, subject.scope),
    );
    return Boolean(given && taken && differs(given, taken, subject.ground));
  }
  const equal = valuesOf(other, judged, subject).filter((tree) => tree !== null);
  return equal.some((tree, i) => i > 0 && differs(equal[i - 1] as Expr, tree, subject.ground));
}

/** What a statement with signs says to be equal: its sides, and the answer where it is said of what is asked for. */
function valuesOf(other: Claim, judged: Claim, subject: Subject): (Expr | null)[] {
  const [left = null, ...rest] = other.sides.map(({ text }) => comparable(readLeft(text, subject), subject));
  const label = !left || isOwnName(leftOf(other), left);
  if (label ? sameWord(other, judged) : isFind(left, subject)) return [subject.answer, ...rest];
  return [label ? null : left, ...rest];
}

/** `via a: …, via b: …` say the same thing twice. */
function sameWord(other: Claim, judged: Claim): boolean {
  const [word, ofJudged] = [other, judged].map((said) => /^[A-Za-z]+(?=\s)/.exec(leftOf(said))?.[0]);
  return word !== undefined && word === ofJudged;
}

/** A side that can be compared: where numbers are asked for, a decimal may be a rounded one. */
function comparable(tree: Expr | null, { numeric }: Subject): Expr | null {
  const rounded = tree && numeric && some(tree, (node) => node.type === 'number' && node.ulp !== undefined);
  return rounded ? null : tree;
}
