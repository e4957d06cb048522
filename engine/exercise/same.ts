// Whether two formulas are equal, for those that look for a mistake: what cannot be told is not equal.

import {
  difference,
  type Expr,
  FitFault,
  type Ground,
  Inexact,
  type Prepared,
  prepare,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';

/** True where the tree fits the ground and is equal to the other one; `likely` may rule it out beforehand. */
export function same(
  tree: Expr,
  other: Prepared,
  ground: Ground,
  likely: (prepared: Prepared) => boolean = () => true,
): boolean {
  return told(() => {
    const prepared = prepare(tree, ground);
    return likely(prepared) && difference(prepared, other, ground) === null;
  });
}

/** True where two formulas are known to differ: what cannot be told does not. */
export function differs(left: Expr, right: Expr, ground: Ground): boolean {
  return told(() => difference(prepare(left, ground), prepare(right, ground), ground) !== null);
}

function told(work: () => boolean): boolean {
  try {
    return work();
  } catch (error) {
    if (
      error instanceof FitFault ||
      error instanceof UndefinedValue ||
      error instanceof Inexact ||
      error instanceof TooMuchWork
    )
      return false;
    throw error;
  }
}
