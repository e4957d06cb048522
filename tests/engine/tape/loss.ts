// A loss over a case, so that its gradients can be checked.
import { createTape, type Node, type Random, type Tape } from '../../../engine/tape/index.ts';
import type { Case } from './cases.ts';

/** How often the loss uses the leaves: a second time, so that the rule has to add, or only here, so that it may store. */
export const uses = ['again', 'once'] as const;

/** A tape with one case on it. The loss weighs every entry of the result differently. */
export function lossOf(
  one: Case,
  random: Random,
  use: (typeof uses)[number],
): { t: Tape; loss: Node; result: Node } {
  const t = createTape();
  const result = one.record(t, random);
  const weigh = (node: Node) =>
    t.sum(
      t.mul(
        node,
        t.constant(
          node.shape,
          Array.from({ length: node.size }, () => random.uniform(0.5, 1.5)),
        ),
      ),
    );
  // Users of a leaf that are recorded later send their gradients first; earlier ones are covered by 'x with itself'.
  let loss = weigh(result);
  if (use === 'again') {
    for (const leaf of t.rows.filter((row) => row.op === 'parameter')) loss = t.add(loss, weigh(leaf));
  }
  return { t, loss, result };
}
