// The tape: operations are recorded and run at once, then replayed forwards and backwards over two arenas of numbers.
import { planBackward, type Step } from './backward-plan.ts';
import { TapeError } from './errors.ts';
import { program } from './fuse.ts';
import type { Op, Plan } from './op.ts';
import type { LeafName, OpName, OpOptions } from './ops/signatures.ts';
import { ops } from './ops/table.ts';
import { type Operand, Recorder } from './recorder.ts';
import { type Node, Row } from './row.ts';
import { type Shape, shapeText, sizeOf } from './shape.ts';

/** Numbers for a leaf: one for every entry, row after row, or a single one for all entries. */
export type Numbers = ArrayLike<number> | number;

/** Where backward begins and ends. */
export interface BackwardOptions {
  /** The gradient of the starting node, one number an entry; 1 for a scalar if left out. */
  upstream?: ArrayLike<number>;
  /** Stop after this row has sent its gradient on; 0 if left out. */
  downTo?: number;
  /** Go on with this row after an earlier stop, keeping the gradients so far. */
  resumeAt?: number;
}

/**
 * Records operations, and replays them.
 *
 * @example
 * const t = createTape();
 * const x = t.parameter(3);
 * const y = t.add(t.mul(x, x), x); // y = x^2 + x
 * t.item(y); // 12
 * t.backward(y);
 * t.gradientItem(x); // 7 = 2x + 1
 */
export class Tape extends Recorder {
  /** Every row, in the order of recording: the graph that figures draw. */
  readonly rows: Row[] = [];
  /** All values; those of a row begin at `row.at`, `row.size` of them. */
  values: Float64Array = new Float64Array(64);
  /** All gradients, laid out like the values. */
  gradients: Float64Array = new Float64Array(0);

  private used = 0;
  /** The rows of a full run, once sealed. */
  private plan: readonly Row[] | undefined;
  /** The last row whose value belongs to the present leaves. */
  private fresh = -1;
  /** A row whose value was read while recording, and the first row recorded after it. */
  private read: Row | undefined;
  private recordedAfterRead: Row | undefined;
  private readonly backwardPlans = new Map<Row, readonly Step[]>();
  /** The plan whose gradients lie in the arena. */
  private current: readonly Step[] | undefined;

  /** A leaf that may be set between runs and has a gradient. `input(3)` is a scalar, `input([2], [1, 4])` a vector. */
  input(value: number, name?: string): Node;
  input(shape: Shape, values: Numbers, name?: string): Node;
  input(...given: [number, string?] | [Shape, Numbers, string?]): Node {
    return this.leaf('input', given);
  }

  /** A leaf that may be set between runs and needs no gradient: a batch of examples, targets. */
  data(value: number, name?: string): Node;
  data(shape: Shape, values: Numbers, name?: string): Node;
  data(...given: [number, string?] | [Shape, Numbers, string?]): Node {
    return this.leaf('data', given);
  }

  /** A leaf that optimisers change. */
  parameter(value: number, name?: string): Node;
  parameter(shape: Shape, values: Numbers, name?: string): Node;
  parameter(...given: [number, string?] | [Shape, Numbers, string?]): Node {
    return this.leaf('parameter', given);
  }

  /** A leaf that never changes and has no gradient. */
  constant(value: number, name?: string): Node;
  constant(shape: Shape, values: Numbers, name?: string): Node;
  constant(...given: [number, string?] | [Shape, Numbers, string?]): Node {
    return this.leaf('constant', given);
  }

  /** The leaves that optimisers change, in the order of recording. */
  get parameters(): readonly Node[] {
    return this.rows.filter((row) => row.op === 'parameter');
  }

  /** Is the tape closed for recording? */
  get sealed(): boolean {
    return this.plan !== undefined;
  }

  override record<Name extends OpName>(op: Name, inputs: readonly Operand[], options: OpOptions[Name]): Node {
    this.refuseIfSealed(op);
    const rows = inputs.map((input) =>
      typeof input === 'number' ? this.constant(input) : this.own(op, input),
    );
    const rule = ops[op] as Op;
    const shapes = rows.map((row) => row.shape);
    const plan = rule.plan?.(shapes, options) ?? { shape: shapes[0]! };
    const row = this.make(op, rule, rows, options, plan, undefined);
    rule.forward(this.values, row);
    return this.keep(row);
  }

  /** Closes the tape for recording and plans its replay. The first `forward` does so by itself. */
  seal(): void {
    if (this.plan !== undefined) return;
    if (this.recordedAfterRead !== undefined) {
      throw new TapeError(
        'seal',
        `${this.recordedAfterRead.label} was recorded after the value of ${this.read!.label} had been read: a replay ` +
          'would repeat the old decision. Decide with t.max, t.relu or t.select; only look with t.peek',
      );
    }
    this.plan = program(this.rows);
    this.values = this.values.slice(0, this.used);
  }

  /** Puts new numbers into a leaf; call `forward` to carry them through. */
  set(leaf: Node, values: Numbers): void {
    this.own('set', leaf);
    if (leaf.rule !== undefined || leaf.op === 'constant') {
      throw new TapeError('set', `${leaf.label} cannot be set; inputs, data and parameters can`);
    }
    this.fill('set', leaf, values);
    this.fresh = Math.min(this.fresh, leaf.index);
  }

  /** Declares that leaves were changed in the arena itself, as optimisers do. */
  touch(): void {
    this.fresh = Math.min(this.fresh, 0);
  }

  /**
   * Computes all rows from the present leaves, or those up to `upTo`, or goes on from row `from`.
   * Seals the tape. Does not allocate.
   */
  forward(upTo: number = this.rows.length - 1, from = 0): void {
    this.seal();
    if (from > this.fresh + 1) {
      throw new TapeError(
        'forward',
        `cannot go on from row ${from}: the rows before it are not computed yet`,
      );
    }
    const v = this.values;
    if (from === 0 && upTo >= this.rows.length - 1) {
      const plan = this.plan!;
      for (let i = 0; i < plan.length; i++) {
        const row = plan[i]!;
        row.rule!.forward(v, row);
      }
    } else {
      for (let i = from; i <= upTo; i++) this.rows[i]?.rule?.forward(v, this.rows[i]!);
    }
    this.fresh = Math.min(upTo, this.rows.length - 1);
  }

  /**
   * Computes the gradients of `root` by every row it depends on; other rows have gradient 0. Running it twice
   * gives the same numbers. Works on a tape that is still recording, too. Does not allocate when repeated.
   */
  backward(root: Node, options?: BackwardOptions): void {
    this.own('backward', root);
    if (root.index > this.fresh) {
      throw new TapeError(
        'backward',
        `${root.label} is not computed from the present leaves; call forward first`,
      );
    }
    const steps = this.backwardPlan(root);
    const downTo = options?.downTo ?? 0;
    const resumeAt = options?.resumeAt;
    if (resumeAt === undefined) this.start(root, steps, downTo > 0, options?.upstream);
    else if (this.current !== steps) {
      throw new TapeError('backward', `nothing to resume; start at ${root.label} without resumeAt first`);
    }
    const v = this.values;
    const g = this.gradients;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!;
      if (step.row.index < downTo) break;
      if (resumeAt !== undefined && step.row.index > resumeAt) continue;
      step.rule.backward(v, g, step.row, step.into);
    }
  }

  /** A copy of the value of a node. Before sealing, reading fixes what is recorded afterwards: see `peek`. */
  value(node: Node): Float64Array {
    this.noteRead(node);
    return this.peek(node);
  }

  /** One entry of a value: the number itself for a scalar. Does not allocate. */
  item(node: Node, entry = 0): number {
    this.noteRead(node);
    return this.values[this.place('item', node, entry)]!;
  }

  /** A copy of a value to look at while recording: a promise that nothing recorded later depends on it. */
  peek(node: Node): Float64Array {
    this.own('value', node);
    return this.values.slice(node.at, node.at + node.size);
  }

  /** A copy of the gradient of a node, as the last `backward` left it. */
  gradient(node: Node): Float64Array {
    this.own('gradient', node);
    const gradient = new Float64Array(node.size);
    for (let i = 0; i < node.size; i++) gradient[i] = this.gradientItem(node, i);
    return gradient;
  }

  /** One entry of a gradient. Does not allocate. */
  gradientItem(node: Node, entry = 0): number {
    const place = this.place('gradient', node, entry);
    if (this.current === undefined) throw new TapeError('gradient', 'there is none yet; call backward first');
    // Rows recorded since have no influence on the node that backward started from.
    return this.gradients[place] ?? 0;
  }

  private leaf(op: LeafName, given: [number, string?] | [Shape, Numbers, string?]): Node {
    this.refuseIfSealed(op);
    const scalar = typeof given[0] === 'number';
    const shape = scalar ? [] : (given[0] as Shape);
    if (!shape.every((length) => Number.isInteger(length) && length > 0)) {
      throw new TapeError(op, `the shape [${shape.join(', ')}] must consist of whole numbers from 1 on`);
    }
    const row = this.make(
      op,
      undefined,
      [],
      {},
      { shape: [...shape] },
      given[scalar ? 1 : 2] as string | undefined,
    );
    this.fill(op, row, (scalar ? given[0] : given[1]) as Numbers);
    return this.keep(row);
  }

  /** Makes room for a row and describes it. */
  private make(
    op: OpName | LeafName,
    rule: Op | undefined,
    inputs: readonly Row[],
    options: object,
    plan: Plan,
    name: string | undefined,
  ): Row {
    const at = this.used;
    this.used += sizeOf(plan.shape) + (plan.scratch ?? 0);
    if (this.used > this.values.length) {
      const grown = new Float64Array(Math.max(this.used, 2 * this.values.length));
      grown.set(this.values);
      this.values = grown;
    }
    return new Row({ tape: this, index: this.rows.length, op, rule, inputs, options, plan, at, name });
  }

  /** Puts a row that has its value at the end of the tape. */
  private keep(row: Row): Row {
    this.rows.push(row);
    if (this.fresh === row.index - 1) this.fresh = row.index;
    if (this.read !== undefined) this.recordedAfterRead ??= row;
    return row;
  }

  private fill(op: string, leaf: Row, values: Numbers): void {
    const single = typeof values === 'number';
    if (!single && values.length !== leaf.size) {
      throw new TapeError(op, takes(leaf, '', values.length));
    }
    // Nothing is written before all of it is known to be right.
    for (let i = 0; i < leaf.size; i++) {
      const x = single ? values : values[i]!;
      if (!Number.isFinite(x)) {
        throw new TapeError(op, `entry ${i} of ${leaf.label} is ${x}; only finite numbers may enter`);
      }
    }
    for (let i = 0; i < leaf.size; i++) this.values[leaf.at + i] = single ? values : values[i]!;
  }

  private backwardPlan(root: Row): readonly Step[] {
    let steps = this.backwardPlans.get(root);
    if (steps === undefined) {
      steps = planBackward(this.rows, root);
      this.backwardPlans.set(root, steps);
    }
    return steps;
  }

  /** Makes room for gradients, clears them where the plan does not store by itself, and puts the upstream gradient in. */
  private start(
    root: Row,
    steps: readonly Step[],
    partial: boolean,
    upstream: ArrayLike<number> | undefined,
  ): void {
    if (upstream === undefined ? root.size !== 1 : upstream.length !== root.size) {
      throw new TapeError(
        'backward',
        upstream === undefined
          ? `${root.label} is a ${shapeText(root.shape)}; start from a scalar (sum or mean it), or pass its upstream gradient`
          : takes(root, 'an upstream gradient of ', upstream.length),
      );
    }
    if (this.gradients.length < this.used) this.gradients = new Float64Array(this.used);
    else if (this.current !== steps || partial) this.gradients.fill(0);
    this.current = steps;
    for (let i = 0; i < root.size; i++) {
      this.gradients[root.at + i] = upstream === undefined ? 1 : upstream[i]!;
    }
  }

  private noteRead(node: Row): void {
    if (this.plan === undefined && node.op !== 'constant') this.read ??= node;
  }

  private place(op: string, node: Row, entry: number): number {
    this.own(op, node);
    if (entry >= 0 && entry < node.size) return node.at + entry;
    throw new TapeError(op, `${node.label} has entries 0 to ${node.size - 1}, not ${entry}`);
  }

  private own(op: string, node: Row): Row {
    if (node?.tape === this) return node;
    throw new TapeError(
      op,
      node instanceof Row
        ? `${node.label} belongs to another tape; record it on this one`
        : `expected a node of this tape or a number, got ${node === null ? 'null' : typeof node}`,
    );
  }

  private refuseIfSealed(op: string): void {
    if (this.plan === undefined) return;
    throw new TapeError(op, 'the tape is sealed; set leaves and replay, or record on a new tape');
  }
}

const takes = ({ label, shape, size }: Row, what: string, given: number): string =>
  `${label} is a ${shapeText(shape)} and takes ${what}${size} numbers, not ${given}`;

/** A new, empty tape. */
export function createTape(): Tape {
  return new Tape();
}
