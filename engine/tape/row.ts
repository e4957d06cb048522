// A row of the tape: one node of the graph, with what it computes, from which rows, and where its numbers lie.
import { FROZEN, refuse } from './errors.ts';
import type { Op, Plan } from './op.ts';
import type { LeafName, OpName } from './ops/signatures.ts';
import { type Shape, sizeOf } from './shape.ts';

/** What the tape says of a row when it makes it. */
export interface RowParts<P extends Plan = Plan> {
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
  /** What the op worked out from the shapes. */
  readonly plan: P;
  /** Offset of the value in the value arena, and of the gradient in the gradient arena. */
  readonly at: number;
  /** A name for messages and figures, such as `W1`; may be set at any time. */
  name: string | undefined;
}

/**
 * One row. Value and gradient lie at the same place `at` of the tape's two arenas, `size` numbers each.
 * A row is not a number: using it as one throws (see `Symbol.toPrimitive`), because a decision taken on a value
 * while recording would be frozen into the tape.
 */
export class Row<P extends Plan = Plan> implements RowParts<P> {
  declare readonly tape: object;
  declare readonly index: number;
  declare readonly op: OpName | LeafName;
  declare readonly rule: Op | undefined;
  declare readonly inputs: readonly Row[];
  declare readonly options: object;
  declare readonly plan: P;
  declare readonly at: number;
  declare name: string | undefined;
  declare readonly shape: Shape;
  declare readonly size: number;
  /** Offsets of the first, second and third input; where there is none, that of the first. */
  declare readonly a: number;
  declare readonly b: number;
  declare readonly c: number;
  /** Does a gradient flow into this row? Not into constants and data, nor into what is computed from them alone. */
  declare readonly differentiable: boolean;

  // All fields are declared only: V8 keeps whole numbers that never were undefined as such.
  constructor(parts: RowParts<P>) {
    const { op, rule, inputs, plan } = parts;
    const [a = 0, b = a, c = a] = inputs.map(({ at }) => at);
    const differentiable = rule
      ? inputs.some((input) => input.differentiable)
      : op === 'input' || op === 'parameter';
    Object.assign(this, parts, { shape: plan.shape, size: sizeOf(plan.shape), a, b, c, differentiable });
  }

  /** The row in words: `row 4 (tanh "h")`. */
  get label(): string {
    return `row ${this.index} (${this.op}${this.name === undefined ? '' : ` "${this.name}"`})`;
  }

  [Symbol.toPrimitive](hint: string): string {
    return hint === 'string' ? this.label : refuse(this.op, `${this.label} was used as a number: ${FROZEN}`);
  }
}

/** What callers see of a row. */
export type Node = Row;
