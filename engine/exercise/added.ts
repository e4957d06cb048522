// Something too much: a factor, a divisor or a term of the response that the right answer does not have.

import { type Expr, make, mapChildren, ONE, printTex } from '../formula/index.ts';
import type { Equals, Named } from './diagnose.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';

const MOST = 40;
/** What is longer than this, as TeX, is not to be said in a sentence. */
const LONGEST = 120;

export function added(typed: Expr, subject: Subject, equals: Equals): Named | null {
  const { answer } = subject;
  const matrix = subject.ground.notation === 'matrix';
  // What is said to be too much has to give the right answer where it is taken away.
  const without = (part: Expr) =>
    same(replaced(typed, part, make.number(ONE)), subject.prepared, subject.ground);
  for (const { part, sign, below, term } of partsOf(typed).slice(0, MOST)) {
    const tex = printTex(part);
    if (tex.length > LONGEST) continue;
    if (equals(make.binary(matrix ? '.*' : '*', answer, part)) && (matrix || without(part)))
      return { name: 'factor-added', message: `The factor $${tex}$ is too much.` };
    if (!matrix && equals(make.binary('/', answer, part)) && without(part))
      return { name: 'factor-added', message: `Nothing is to be divided by $${tex}$ here.` };
    if (below) continue;
    for (const op of ['+', '-'] as const) {
      if (!equals(make.binary(op, answer, part))) continue;
      const shown = printTex(op === '+' ? part : make.negative(part));
      if (op === sign) return { name: 'term-added', message: `The term $${shown}$ is too much.` };
      // A whole term that is half of what it should be has a wrong number before it.
      if (term)
        return {
          name: 'term-factor',
          message: `The number before a term is wrong: $${printTex(sign === '+' ? part : make.negative(part))}$ is needed twice.`,
        };
      // 4x + 2y is not 4x + 3y with a -y too much: it lacks a y.
      const lacking = printTex(op === '+' ? make.negative(part) : part);
      return { name: 'term-missing', message: `A term is missing: $${lacking}$.` };
    }
  }
  return null;
}

interface Piece {
  readonly part: Expr;
  /** Whether it is added or taken away, where it stands. */
  readonly sign: '+' | '-';
  /** Whether it stands below a fraction's bar. */
  readonly below: boolean;
  /** Whether it is a term of all of the formula, and not only of a factor or of a sum in it. */
  readonly term: boolean;
}

/** The tree with another in the place of a part of it. */
function replaced(tree: Expr, part: Expr, by: Expr): Expr {
  return tree === part ? by : mapChildren(tree, (child) => replaced(child, part, by));
}

/** Everything that is multiplied, divided by or added in a formula, the outer parts first. */
function partsOf(tree: Expr): Piece[] {
  const opposite = (sign: Piece['sign']) => (sign === '+' ? '-' : '+');
  const inside = ({ part, sign, below, term }: Piece): Piece[] => {
    if (part.type === 'negative') return [{ part: part.arg, sign: opposite(sign), below, term }];
    if (part.type === 'sum') return [{ part: part.body, sign, below, term: false }];
    if (part.type !== 'binary' || part.op === '^') return [];
    const inner = term && (part.op === '+' || part.op === '-');
    const right = part.op === '-' ? opposite(sign) : sign;
    return [
      { part: part.left, sign, below, term: inner },
      { part: part.right, sign: right, below: below || part.op === '/', term: inner },
    ];
  };
  const found: Piece[] = [];
  const wave: Piece[] = [{ part: tree, sign: '+', below: false, term: true }];
  for (let piece = wave.shift(); piece; piece = wave.shift()) {
    const within = inside(piece);
    found.push(...within);
    wave.push(...within);
  }
  return found;
}
