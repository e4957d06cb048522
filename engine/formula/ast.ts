// The tree of a formula: what the parser makes and everything else reads.

import type { Rational } from './rational.ts';

/** Character offsets in the text a node was read from, end excluded. */
export type Span = readonly [start: number, end: number];

interface At {
  readonly span: Span;
}

/** A number as typed. `ulp` is half a unit of the last digit where it was typed as a decimal. */
export interface NumberNode extends At {
  readonly type: 'number';
  readonly value: Rational;
  readonly ulp?: number;
  /** How many significant digits a decimal was typed with. */
  readonly digits?: number;
}

/** Euler's number by itself. */
export interface EulerNode extends At {
  readonly type: 'euler';
}

/** A number, an index, a size, an entry of an array (with indices) or a whole array (without). */
export interface NameNode extends At {
  readonly type: 'name';
  readonly name: string;
  readonly indices: readonly Expr[];
  readonly layer?: Expr;
}

/** A function applied: a known one, or an opaque one with `primes` derivatives. */
export interface CallNode extends At {
  readonly type: 'call';
  readonly fn: string;
  readonly primes: number;
  readonly args: readonly Expr[];
  /** Which entry of an array-valued function (softmax) is meant. */
  readonly index?: Expr;
}

export type BinaryOp = '+' | '-' | '*' | '/' | '^' | '.*';

export interface BinaryNode extends At {
  readonly type: 'binary';
  readonly op: BinaryOp;
  readonly left: Expr;
  readonly right: Expr;
}

export interface NegativeNode extends At {
  readonly type: 'negative';
  readonly arg: Expr;
}

/** An index that a sum binds, with its bounds where they were written (the upper one included). */
export interface BoundIndex extends At {
  readonly name: string;
  readonly from?: Expr;
  readonly to?: Expr;
  /** True where the letter of the upper bound is the reader's own name for the size of the axis. */
  readonly own?: true;
  /** True where a sum from 1 to the size is meant as it stands, and not as another way to count the whole axis. */
  readonly literal?: true;
}

export interface SumNode extends At {
  readonly type: 'sum';
  readonly bound: readonly BoundIndex[];
  readonly body: Expr;
}

export type Comparison = '=' | '!=' | '<' | '>' | '<=' | '>=';

/** 1 where the condition holds, else 0: Iverson's bracket, Kronecker's delta, the indicator. */
export interface BracketNode extends At {
  readonly type: 'bracket';
  readonly op: Comparison;
  readonly left: Expr;
  readonly right: Expr;
}

export interface TransposeNode extends At {
  readonly type: 'transpose';
  readonly arg: Expr;
}

export interface MatrixNode extends At {
  readonly type: 'matrix';
  readonly rows: readonly (readonly Expr[])[];
  /** True for a flat list `(2, -1)`, which is no statement about rows and columns. */
  readonly flat: boolean;
}

/** A derivative, for authors: `d L / d z_j^l`. */
export interface DerivativeNode extends At {
  readonly type: 'derivative';
  readonly of: Expr;
  readonly by: NameNode;
}

export type Expr =
  | NumberNode
  | EulerNode
  | NameNode
  | CallNode
  | BinaryNode
  | NegativeNode
  | SumNode
  | BracketNode
  | TransposeNode
  | MatrixNode
  | DerivativeNode;

/** The direct parts of a node, indices and layers included. */
export function children(node: Expr): readonly Expr[] {
  switch (node.type) {
    case 'number':
    case 'euler':
      return [];
    case 'name':
      return node.layer ? [...node.indices, node.layer] : node.indices;
    case 'call':
      return node.index ? [...node.args, node.index] : node.args;
    case 'binary':
    case 'bracket':
      return [node.left, node.right];
    case 'negative':
    case 'transpose':
      return [node.arg];
    case 'sum':
      return [...node.bound.flatMap((b) => [b.from, b.to].filter((e) => e !== undefined)), node.body];
    case 'matrix':
      return node.rows.flat();
    case 'derivative':
      return [node.of, node.by];
  }
}

/** True where the test holds for the node or anything below it. */
export function some(node: Expr, test: (node: Expr) => boolean): boolean {
  return test(node) || children(node).some((child) => some(child, test));
}

/** The same tree with every child passed through `change`. */
export function mapChildren(node: Expr, change: (child: Expr) => Expr): Expr {
  switch (node.type) {
    case 'number':
    case 'euler':
      return node;
    case 'name':
      return {
        ...node,
        indices: node.indices.map(change),
        ...(node.layer && { layer: change(node.layer) }),
      };
    case 'call':
      return { ...node, args: node.args.map(change), ...(node.index && { index: change(node.index) }) };
    case 'binary':
    case 'bracket':
      return { ...node, left: change(node.left), right: change(node.right) };
    case 'negative':
    case 'transpose':
      return { ...node, arg: change(node.arg) };
    case 'sum':
      return {
        ...node,
        bound: node.bound.map((b) => ({
          ...b,
          ...(b.from && { from: change(b.from) }),
          ...(b.to && { to: change(b.to) }),
        })),
        body: change(node.body),
      };
    case 'matrix':
      return { ...node, rows: node.rows.map((row) => row.map(change)) };
    case 'derivative':
      return { ...node, of: change(node.of), by: change(node.by) as NameNode };
  }
}

const NOWHERE: Span = [0, 0];

/** Builders for trees that the engine makes itself, so that they have no place in a text. */
export const make = {
  number: (value: Rational): NumberNode => ({ type: 'number', value, span: NOWHERE }),
  name: (name: string, indices: readonly Expr[] = [], layer?: Expr): NameNode => ({
    type: 'name',
    name,
    indices,
    ...(layer && { layer }),
    span: NOWHERE,
  }),
  binary: (op: BinaryOp, left: Expr, right: Expr): BinaryNode => ({
    type: 'binary',
    op,
    left,
    right,
    span: NOWHERE,
  }),
  negative: (arg: Expr): NegativeNode => ({ type: 'negative', arg, span: NOWHERE }),
};
