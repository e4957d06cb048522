// The one change of the response that makes it right: a sign, a name or a condition, which is then its mistake.

import { type BinaryNode, type Expr, make, type Prepared, printTex, some } from '../formula/index.ts';
import type { Named } from './diagnose.ts';
import { TURNED } from './mutate-product.ts';
import { everywhere, replaceAll } from './rewrite.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';

/** In a longer formula there is a place for a change everywhere, and no mistake to learn from. */
const MOST = 60;

interface Change extends Named {
  readonly tree: Expr;
}

/** A sign of the response that makes it wrong: looked for before changes of the answer, which can be equal by chance. */
export const wrongSign = ({ tree }: Prepared, subject: Subject): Named | null => first(signs(tree), subject);

/** A name or a condition of the response that makes it wrong. */
export function wrongName({ tree }: Prepared, subject: Subject): Named | null {
  return first(conditions(tree), subject) ?? first(names(tree, subject), subject);
}

function first(changes: Iterable<Change>, { prepared, ground }: Subject): Named | null {
  let tries = 0;
  for (const { name, message, tree } of changes) {
    tries += 1;
    if (tries > MOST) return null;
    if (same(tree, prepared, ground)) return { name, message };
  }
  return null;
}

function* signs(typed: Expr): Generator<Change> {
  let said = '';
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type === 'binary' && (node.op === '+' || node.op === '-')) {
      said = signBefore(node);
      yield { ...node, op: node.op === '+' ? '-' : '+' };
    }
    if (node.type === 'negative') {
      said = `the minus before $${printTex(node.arg)}$`;
      yield node.arg;
    }
  };
  for (const tree of everywhere(typed, change))
    yield { name: 'sign-of-term', message: `One sign is wrong: ${said}.`, tree };
}

/** Between two cases nobody typed a plus, nor a condition as a factor. */
function signBefore({ op, right }: BinaryNode): string {
  let term = right;
  while (term.type === 'binary' && term.op === '*' && term.left.type === 'bracket') term = term.right;
  const sign = term === right ? (op === '+' ? 'plus' : 'minus') : 'one';
  return `the ${sign} before $${printTex(term)}$`;
}

/** Cases that are exchanged: all their conditions are the wrong way round at once. */
function* conditions(typed: Expr): Generator<Change> {
  let said = '';
  const tree = replaceAll(typed, (node) => {
    if (node.type !== 'bracket') return null;
    const turned: Expr = { ...node, op: TURNED[node.op] };
    said ||= `you have $${printTex(node)}$ where $${printTex(turned)}$ is needed`;
    return turned;
  });
  if (said) yield { name: 'condition', message: `The condition is the wrong way round: ${said}.`, tree };
}

/** A number or a size for another one. Entries of arrays have mistakes of their own. */
function* names(typed: Expr, { answer, ground }: Subject): Generator<Change> {
  if (ground.notation === 'matrix') return;
  const isPlain = (node: Expr) =>
    node.type === 'name' && node.indices.length === 0 && !node.layer && ground.model.names.has(node.name);
  const known = new Set([...plainNames(typed, isPlain), ...plainNames(answer, isPlain)]);
  let said: [string, string] = ['', ''];
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'name' || !isPlain(node)) return;
    for (const other of known) {
      if (other === node.name) continue;
      said = [printTex(node), printTex(make.name(other))];
      yield { ...node, name: other };
    }
  };
  for (const tree of everywhere(typed, change)) {
    const [had, needed] = said;
    yield {
      name: 'wrong-name',
      message: `In one place you have $${had}$ where $${needed}$ is needed.`,
      tree,
    };
  }
}

function plainNames(tree: Expr, isPlain: (node: Expr) => boolean): string[] {
  const found: string[] = [];
  some(tree, (node) => {
    if (node.type === 'name' && isPlain(node)) found.push(node.name);
    return false;
  });
  return found;
}
