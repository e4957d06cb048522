// Kind `formula`: a closed form in any equivalent spelling, or a single number.

import { children, type Expr, parse, prepare, ReadFault, some } from '../formula/index.ts';
import { checkNumber } from './check-number.ts';
import { checkTree } from './check-tree.ts';
import { rightByChance } from './given.ts';
import { sidesOf, statedIn } from './left-side.ts';
import { withOwnNames } from './own-names.ts';
import { same } from './same.ts';
import { saysMore } from './several.ts';
import { type Subject, subjectOf } from './subject.ts';
import { refuseTautology } from './tautology.ts';
import type { Context, Exercise, FormulaPart, Verdict } from './types.ts';

export const MOST_WORK_MESSAGE = 'This asks for more work than any answer needs: use fewer sums.';

export function checkFormula(
  exercise: Exercise,
  part: FormulaPart,
  response: string,
  context: Context,
): Verdict {
  const { text, subject } = withOwnNames(response, subjectOf(exercise, part, context.seed ?? 1));
  const sides = sidesOf(text, subject);
  if (sides.length === 1) {
    const verdict = checkSide(exercise, part, sides[0] as string, subject);
    if (verdict.verdict === 'wrong' && saysMore(statedIn(text, subject), subject))
      throw new ReadFault('Several things are said here. Type only what is asked for.', [0, response.length]);
    return verdict;
  }
  // What stands before the first formula names what is asked for.
  const named = /\S/.test(text.slice(0, (sides[0] as string).search(/\S/)));
  return checkSides(exercise, part, sides, subject, named);
}

/** Several formulas with = between them: they have to be equal, and one of them of the right form. */
function checkSides(
  exercise: Exercise,
  part: FormulaPart,
  sides: readonly string[],
  subject: Subject,
  named: boolean,
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
  const end = verdicts.at(-1) as Verdict;
  // `df/dx = 2x + 2x = x^4` comes to a wrong end; `2x - 2 = 0` says nothing of what is asked for.
  if (wrong.length < sides.length) return named && end.verdict === 'wrong' ? end : equation();
  const trees = sides.map((side) => parse(side, subject.scope));
  const last = prepare(trees.at(-1) as Expr, subject.ground);
  return trees.every((tree) => same(tree, last, subject.ground)) ? (wrong.at(-1) as Verdict) : equation();
}

function checkSide(exercise: Exercise, part: FormulaPart, right: string, subject: Subject): Verdict {
  if (subject.numeric) refusePair(right);
  const tree = parse(right, subject.scope);
  refuseTautology(tree, subject);
  const others = otherAnswers(exercise, part, subject);
  if (!subject.numeric) {
    const verdict = checkTree(tree, subject, part, others);
    if (verdict.verdict === 'wrong') refuseDelta(right, tree, verdict, subject);
    return verdict;
  }
  const number = subject.ground.notation === 'entries' ? checkNumber(tree, subject, part, others) : null;
  const verdict = number ?? checkTree(tree, subject, part, others);
  return (verdict.verdict === 'correct' && rightByChance(tree, exercise, part, subject)) || verdict;
}

/**
 * Where no array delta is given, `delta_ij` is Kronecker's. Between two indices that a sum binds, or that run over
 * different axes, it is the gradient that other exercises call so.
 */
function refuseDelta(
  typed: string,
  tree: Expr,
  { misconception }: Verdict & { verdict: 'wrong' },
  { ground }: Subject,
): void {
  some(tree, (node) => {
    if (node.type !== 'bracket' || !/^(?:\\?delta|δ)/.test(typed.slice(node.span[0]))) return false;
    const free = children(node).some((side) => side.type === 'name' && ground.free.has(side.name));
    if (free && misconception !== 'index-off-axis') return false;
    throw new ReadFault(
      'No array delta is given in this exercise. With two indices it would be 1 where they are equal, and else 0.',
      node.span,
    );
  });
}

const LIST = String.raw`(?<![A-Za-z^])[([][^()[\]]*,[^()[\]]*[)\]]`;
const LISTS = new RegExp(`${LIST}.*${LIST}`);

/** `(1,0)`: a decimal comma needs no brackets, so two numbers may be meant; more so in `(2,0) · (1/2,1)`. */
function refusePair(typed: string): void {
  if (typed.length < 100 && LISTS.test(typed))
    throw new ReadFault('One number is asked for. Work this product of lists out, or write decimal points.', [
      typed.search(/\S/),
      typed.length,
    ]);
  const [, whole, decimals] = /^\s*[([{]\s*([-+−]?\d+)\s*,\s*(\d+)\s*[)\]}]\s*$/.exec(typed) ?? [];
  if (!whole) return;
  const start = typed.search(/\S/);
  throw new ReadFault(`One number is asked for. Is this ${whole}.${decimals}, or are they two?`, [
    start,
    typed.trimEnd().length,
  ]);
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
