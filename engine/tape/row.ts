// A row of the tape: one node of the graph, with what it computes, from which rows, and where its numbers lie.
import { TapeError } from './errors.ts';
import type { Op, Plan } from './op.ts';
import type { LeafName, OpName } from './ops/signatures.ts';
import { type Shape, sizeOf } from './shape.ts';

export interface RowParts {
  tape: object;
  index: number;
  op: OpName | LeafName;
  rule: Op | undefined;
  inputs: readonly Row[];
  options: object;
  plan: Plan;
  at: number;
  name: string | undefined;
}

/**
 * One row. Value and gradient lie at the same place `at` of the tape's two arenas, `size` numbers each.
 * A row is not a number: using it as one throws (see `Symbol.toPrimitive`), because a decision taken on a value
 * while recording would be frozen into the tape.
 */
export class Row<P extends Plan = Plan> {
  readonly tape: object;
  /** Position on the tape, from 0. */
  readonly index: number;
  /** The operation, or the kind of leaf. */
  readonly op: OpName | LeafName;
  /** The rule of the operation; undefined for leaves. */
  readonly rule: Op | undefined;
  /** The rows this one is computed from, in the order of the arguments. */
  readonly inputs: readonly Row[];
  readonly options: object;
  readonly shape: Shape;
  readonly size: number;
  /** What the op worked out from the shapes when it was recorded. */
  readonly plan: P;
  /** Offset of the value in the value arena, and of the gradient in the gradient arena. */
  readonly at: number;
  /** Offsets of the first, second and third input; -1 where there is none. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Does a gradient flow into this row? Not into constants and data, nor into what is computed from them alone. */
  readonly differentiable: boolean;
  /** A name for messages and figures, such as `W1`; may be set at any time. */
  name: string | undefined;

  constructor(parts: RowParts) {
    this.tape = parts.tape;
    this.index = parts.index;
    this.op = parts.op;
    this.rule = parts.rule;
    this.inputs = parts.inputs;
    this.options = parts.options;
    this.shape = parts.plan.shape;
    this.size = sizeOf(parts.plan.shape);
    this.plan = parts.plan as P;
    this.at = parts.at;
    this.a = parts.inputs[0]?.at ?? -1;
    this.b = parts.inputs[1]?.at ?? -1;
    this.c = parts.inputs[2]?.at ?? -1;
    this.differentiable = parts.rule
      ? parts.inputs.some((input) => input.differentiable)
      : parts.op === 'input' || parts.op === 'parameter';
    this.name = parts.name;
  }

  /** The row in words: `row 4 (tanh "h")`. */
  get label(): string {
    return `row ${this.index} (${this.op}${this.name === undefined ? '' : ` "${this.name}"`})`;
  }

  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.label;
    throw new TapeError(
      this.op,
      `${this.label} was used as a number, which would be frozen into the tape: use t.max, t.select, t.add and so on, ` +
        'or t.peek to look at the value',
    );
  }
}

/** What callers see of a row. */
export type Node = Row;
