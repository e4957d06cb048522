// Kind `formula`: a closed form in any equivalent spelling, or a single number.

import {
  children,
  type Difference,
  difference,
  type Expr,
  FitFault,
  linear,
  linearText,
  make,
  mapChildren,
  type Prepared,
  parse,
  prepare,
  printTex,
  printText,
  ReadFault,
  shapeOf,
  shapeText,
} from '../formula/index.ts';
import { diagnose } from './diagnose.ts';
import { formFault } from './form.ts';
import { sidesOf } from './left-side.ts';
import { nameNumber } from './name-number.ts';
import { closeness, FEWEST_DIGITS, numericValue, type Value } from './number.ts';
import { repair } from './repair.ts';
import { same } from './same.ts';
import { partlyRight, showDifference } from './show-difference.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Context, Exercise, FormulaPart, Verdict } from './types.ts';

export const MOST_WORK_MESSAGE = 'This asks for more work than any answer needs: use fewer sums.';

export function checkFormula(
  exercise: Exercise,
  part: FormulaPart,
  response: string,
  context: Context,
): Verdict {
  const subject = subjectOf(exercise, part, context.seed ?? 1);
  const sides = sidesOf(response, subject);
  if (sides.length === 1) return checkSide(exercise, part, sides[0] as string, subject);
  return checkSides(exercise, part, sides, subject);
}

/** delta^l where delta^{l+1} would fit is a mistake about layers, and no tautology. */
function shapesFit(tree: Expr, { ground }: Subject): boolean {
  if (ground.notation === 'entries') return true;
  try {
    shapeOf(tree, ground.model.names);
    return true;
  } catch (error) {
    if (error instanceof FitFault) return false;
    throw error;
  }
}

/** Several formulas with = between them: they have to be equal, and one of them of the right form. */
function checkSides(
  exercise: Exercise,
  part: FormulaPart,
  sides: readonly string[],
  subject: Subject,
): Verdict {
  const equation = (): never => {
    const last = sides.at(-1) as string;
    const start = last.search(/\S/);
    throw new ReadFault('Type only what stands to the right of the “=”.', [
      Math.max(0, start - 1),
      last.length,
    ]);
  };
  let verdicts: Verdict[];
  try {
    verdicts = sides.map((side) => checkSide(exercise, part, side, subject));
  } catch (error) {
    if (error instanceof ReadFault) return equation();
    throw error;
  }
  const wrong = verdicts.filter(({ verdict }) => verdict === 'wrong');
  if (wrong.length === 0)
    return verdicts.find(({ verdict }) => verdict === 'correct') ?? (verdicts.at(-1) as Verdict);
  if (wrong.length < sides.length) return equation();
  const trees = sides.map((side) => parse(side, subject.scope));
  const last = prepare(trees.at(-1) as Expr, subject.ground);
  return trees.every((tree) => same(tree, last, subject.ground)) ? (wrong.at(-1) as Verdict) : equation();
}

function checkSide(exercise: Exercise, part: FormulaPart, right: string, subject: Subject): Verdict {
  const tree = parse(right, subject.scope);
  if (shapesFit(tree, subject)) refuseTautology(tree, subject);
  if (subject.numeric && subject.ground.notation === 'entries') {
    const verdict = checkNumber(tree, subject, part, otherAnswers(exercise, part, subject));
    if (verdict) return verdict;
  }
  return checkTree(tree, subject, part, otherAnswers(exercise, part, subject));
}

/** The answers to the other parts, in the language of this one. */
function otherAnswers(exercise: Exercise, part: FormulaPart, subject: Subject): () => readonly Expr[] {
  return () =>
    exercise.parts.flatMap((other) => {
      const answer =
        other.kind === 'formula' ? (other.answer ?? (subject.numeric ? other.find : undefined)) : undefined;
      if (other === part || other.kind !== 'formula' || other.notation !== part.notation || !answer)
        return [];
      try {
        return [parse(answer, subject.author)];
      } catch (error) {
        if (error instanceof ReadFault) return []; // it speaks of names that this part does not have
        throw error;
      }
    });
}

/** Judges a tree that has been read: fit, equality, form, then what went wrong. */
export function checkTree(
  tree: Expr,
  subject: Subject,
  part: FormulaPart,
  others: () => readonly Expr[] = () => [],
): Verdict {
  const { ground } = subject;
  let typed: Prepared;
  try {
    typed = prepare(tree, ground);
    const wrongShape = ground.notation === 'matrix' ? shapeDifference(tree, subject) : null;
    if (wrongShape) return wrongShape;
  } catch (error) {
    if (!(error instanceof FitFault)) throw error;
    const swapped = exchanged(tree, subject);
    if (swapped) return { verdict: 'wrong', misconception: 'transpose', message: swapped, span: error.span };
    const named = repair(tree, subject);
    return {
      verdict: 'wrong',
      misconception: named?.name ?? error.misconception,
      message: ground.notation === 'matrix' ? error.message : (named?.message ?? error.message),
      span: error.span,
    };
  }
  const found = difference(typed, subject.prepared, subject.ground);
  if (!found) return rightFormula(tree, subject, part);
  return wrong(typed, found, subject, part, others);
}

/** What is right in value is looked at for its form. */
function rightFormula(tree: Expr, { ground }: Subject, part: FormulaPart): Verdict {
  const fault = part.form && formFault(tree, part.form, ground);
  if (fault) return { verdict: 'form', message: fault.message, span: fault.span };
  return { verdict: 'correct', message: 'Right.' };
}

/** True where a number is right, but only a field with larger exponents can say so. */
function beyondDoubles(tree: Expr, { ground, prepared }: Subject): boolean {
  return difference(prepare(tree, ground), prepared, ground)?.undefinedBecause !== undefined;
}

/** Says so where two free indices exchanged would make the formula right: it is the transpose. */
function exchanged(tree: Expr, subject: Subject): string | null {
  const [a, b, ...more] = subject.ground.free.keys();
  if (a === undefined || b === undefined || more.length > 0) return null;
  const turn = (node: Expr): Expr => {
    if (node.type !== 'name' || node.indices.length > 0) return mapChildren(node, turn);
    return { ...node, name: node.name === a ? b : node.name === b ? a : node.name };
  };
  return same(turn(tree), subject.prepared, subject.ground)
    ? `The indices $${a}$ and $${b}$ have changed places: yours is the transpose.`
    : null;
}

function wrong(
  typed: Prepared,
  found: Difference,
  subject: Subject,
  part: FormulaPart,
  others: () => readonly Expr[],
): Verdict {
  const entries = found.entries.length > 1 ? { entries: found.entries } : {};
  const leaves = /layer|range/.test(found.undefinedBecause ?? '');
  const named = leaves ? repair(typed.tree, subject) : diagnose(typed, subject, part.mistakes, others());
  if (named) return { verdict: 'wrong', misconception: named.name, message: `${named.message}`, ...entries };
  const partly = partlyRight(found, subject);
  return {
    verdict: 'wrong',
    ...(partly && { misconception: partly }),
    message: showDifference(found, subject),
    ...entries,
  };
}

/** The very quantity that is asked for is no answer. */
export function refuseTautology(tree: Expr, subject: Subject): void {
  const { find } = subject;
  if (find.type !== 'name' || (find.indices.length === 0 && !find.layer && subject.numeric)) return;
  // The same entry, that is: delta_k^l under a sum over k is another one, and a mistake about layers.
  const placeOf = (node: Expr) =>
    node.type === 'name'
      ? `${node.indices.map(printText).join()}^${node.layer ? linearText(linear(node.layer) ?? new Map()) : ''}`
      : '';
  const wanted = placeOf(find);
  let place: Expr | null = null;
  // An index, a layer or a bound is not a quantity: in z_k^L the L is a layer, also where L is the loss.
  const visit = (node: Expr): void => {
    if (node.type === 'sum') visit(node.body);
    else if (node.type !== 'name') children(node).forEach(visit);
    else if (node.name === find.name && placeOf(node) === wanted) place ??= node;
  };
  visit(tree);
  const found = place as Expr | null;
  if (found)
    throw new ReadFault(
      `$${printTex(found)}$ is what is asked for. Say it through the other names.`,
      found.span,
    );
}

function shapeDifference(tree: Expr, subject: Subject): Verdict | null {
  const { names } = subject.ground.model;
  const got = shapeOf(tree, names);
  const want = shapeOf(subject.answer, names);
  const same = (i: 0 | 1) => got[i].key === want[i].key || got[i].key === '?' || want[i].key === '?';
  if (same(0) && same(1)) return null;
  const transposed = got[0].key === want[1].key && got[1].key === want[0].key;
  return {
    verdict: 'wrong',
    misconception: transposed ? 'transpose' : 'shape',
    message: `Your formula has the shape ${shapeText(got)}; what is asked for has the shape ${shapeText(want)}.${transposed ? ' Yours is the transpose of that shape.' : ''}`,
    span: tree.span,
  };
}

/** Numbers are compared exactly, decimals up to the digits typed; null where the general way has to decide. */
function checkNumber(
  tree: Expr,
  subject: Subject,
  part: FormulaPart,
  others: () => readonly Expr[],
): Verdict | null {
  const right = numericValue(subject.answer, subject.ground);
  if (!right) return null;
  switch (closeness(tree, right, subject.ground)) {
    case 'equal':
      return beyondDoubles(tree, subject) ? rightFormula(tree, subject, part) : null;
    case 'rounded':
      return { verdict: 'correct', message: 'Right, to the digits you typed.' };
    case 'coarse':
      // 0.5 may be 0.461 rounded too far; where it is a foreseen mistake to the digit, it is that.
      return (
        foreseenNumber(tree, subject, part, /^equal$/) ?? {
          verdict: 'form',
          message: `Right so far. Give at least ${FEWEST_DIGITS} significant digits.`,
        }
      );
    case 'rounded-exact':
      return {
        verdict: 'wrong',
        misconception: 'rounded',
        message: 'Close, but rounded: this value is a short decimal or a fraction. Give it exactly.',
      };
    case 'different':
      return wrongNumber(tree, right, subject, part, others);
  }
}

/** The author's mistake that a number stands this close to. */
function foreseenNumber(tree: Expr, subject: Subject, part: FormulaPart, close: RegExp): Verdict | null {
  for (const mistake of part.mistakes) {
    const value = numericValue(parse(mistake.is, subject.author), subject.ground);
    if (value && close.test(closeness(tree, value, subject.ground)))
      return { verdict: 'wrong', misconception: mistake.key, message: 'Not right.' };
  }
  return null;
}

function wrongNumber(
  tree: Expr,
  right: Value,
  subject: Subject,
  part: FormulaPart,
  others: () => readonly Expr[],
): Verdict | null {
  const foreseen = foreseenNumber(tree, subject, part, /^(equal|rounded|coarse)$/);
  if (foreseen) return foreseen;
  const opposite = numericValue(make.negative(subject.answer), subject.ground);
  if (
    opposite &&
    right.real.v !== 0 &&
    /^(equal|rounded|coarse)$/.test(closeness(tree, opposite, subject.ground))
  )
    return {
      verdict: 'wrong',
      misconception: 'sign',
      message: 'The sign: what you typed is the opposite of the right value.',
    };
  if (!numericValue(tree, subject.ground))
    return {
      verdict: 'wrong',
      misconception: 'undefined',
      message:
        'What you typed has no value: it divides by zero, or takes a logarithm or root that does not exist.',
    };
  const named = nameNumber(tree, right, subject, others());
  return named && { verdict: 'wrong', misconception: named.name, message: named.message };
}
