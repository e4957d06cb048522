// A formula in names whose numbers are given has to hold for other numbers, too: p + t is not p - t, though t is 0 here.

import {
  difference,
  type Expr,
  isDomain,
  type Model,
  nameTex,
  prepare,
  printTex,
  some,
} from '../formula/index.ts';
import { modelOf, type Subject, subjectOf } from './subject.ts';
import type { Exercise, FormulaPart, Verdict } from './types.ts';

/** Not any number that an exercise gives. */
const OTHER = '3/7';

/** The verdict on a formula that is right for the given numbers only; null where it holds for others, or has none. */
export function rightByChance(
  tree: Expr,
  exercise: Exercise,
  part: FormulaPart,
  { ground: here }: Subject,
): Verdict | null {
  const model = modelOf(exercise.model);
  for (const [name, { line, value }] of givenIn(tree, model)) {
    const lines = exercise.model.split('\n');
    lines[line - 1] = `${name} = ${OTHER}`;
    // A copy of the part, because what is worked out about a part is kept with it.
    const { ground, prepared } = subjectOf(
      { ...exercise, model: lines.join('\n') },
      { ...part },
      here.variant,
    );
    if (difference(prepare(tree, ground), prepared, ground) === null) continue;
    return {
      verdict: 'wrong',
      misconception: 'right-by-chance',
      message: `That is right by chance, since $${nameTex(name)} = ${printTex(value)}$; for another $${nameTex(name)}$ it is not.`,
    };
  }
  return null;
}

/** The given numbers that a formula names, by their own name or another: `y` where y = t and t = 0. */
function givenIn(tree: Expr, { definitions }: Model): Map<string, { line: number; value: Expr }> {
  const given = new Map<string, { line: number; value: Expr }>();
  const visit = (node: Expr): boolean => {
    if (node.type !== 'name' || node.indices.length > 0) return false;
    for (const { name, line, by } of definitions) {
      if (name !== node.name || isDomain(by)) continue;
      if (by.type === 'number') given.set(name, { line, value: by });
      else if (by.type === 'name' && by.name !== name) visit(by);
    }
    return false;
  };
  some(tree, visit);
  return given;
}
