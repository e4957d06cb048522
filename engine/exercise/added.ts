// Something too much: a factor, a divisor or a term of the response that the right answer does not have.

import { children, type Expr, make, printTex } from '../formula/index.ts';
import type { Equals, Named } from './diagnose.ts';
import type { Subject } from './subject.ts';

const MOST = 40;
/** What is longer than this, as TeX, is not to be said in a sentence. */
const LONGEST = 120;

export function added(typed: Expr, subject: Subject, equals: Equals): Named | null {
  const { answer } = subject;
  const matrix = subject.ground.notation === 'matrix';
  for (const part of partsOf(typed).slice(0, MOST)) {
    const tex = `$${printTex(part)}$`;
    if (tex.length > LONGEST) continue;
    if (equals(make.binary(matrix ? '.*' : '*', answer, part)))
      return { name: 'factor-added', message: `The factor ${tex} is too much.` };
    if (!matrix && equals(make.binary('/', answer, part)))
      return { name: 'factor-added', message: `Nothing is to be divided by ${tex} here.` };
    if (equals(make.binary('+', answer, part)))
      return { name: 'term-added', message: `The term ${tex} is too much.` };
    if (equals(make.binary('-', answer, part)))
      return { name: 'term-added', message: `The term $-${printTex(part)}$ is too much.` };
  }
  return null;
}

/** Everything that is multiplied, divided by or added in a formula, the outer parts first. */
function partsOf(tree: Expr): Expr[] {
  const found: Expr[] = [];
  const wave = [tree];
  for (let node = wave.shift(); node; node = wave.shift()) {
    const inside =
      node.type === 'binary' && node.op !== '^'
        ? [node.left, node.right]
        : node.type === 'negative' || node.type === 'sum'
          ? children(node).slice(-1)
          : [];
    found.push(...inside);
    wave.push(...inside);
  }
  return found;
}
