// The very quantity that is asked for is no answer.

import {
  children,
  type Expr,
  FitFault,
  linear,
  linearText,
  printTex,
  printText,
  ReadFault,
  shapeOf,
} from '../formula/index.ts';
import type { Subject } from './subject.ts';

/** Throws a ReadFault where a formula says the quantity through itself. */
export function refuseTautology(tree: Expr, subject: Subject): void {
  const { find } = subject;
  if (!shapesFit(tree, subject)) return;
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
