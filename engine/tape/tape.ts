// The tape: operations are recorded and run at once, then replayed forwards and backwards over two arenas of numbers.
import { planBackward, type Step } from './backward-plan.ts';
import { FROZEN, NO_GRADIENTS, refuse, requireShape, requireWhole } from './errors.ts';
import type { Op } from './op.ts';
import type { Operand } from './operations.ts';
import type { LeafName, OpName, OpOptions } from './ops/signatures.ts';
import { ops } from './ops/table.ts';
import { Recorder } from './recorder.ts';
import { type Node, Row, type RowParts } from './row.ts';
import { type Shape, shapeText } from './shape.ts';

/** Numbers for a leaf: one for every entry, row after row, or a single one for all entries. */
export type Numbers = ArrayLike<number> | number;

type LeafArguments = [value: number, name?: string] | [shape: Shape, values: Numbers, name?: string];

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

  #used = 0;
  /** The rows that a run computes, once sealed. */
  #plan: readonly Row[] | undefined;
  /** The last row whose value belongs to the present leaves. */
  #fresh = -1;
  /** A row whose value was read while recording, and how many rows there were then. */
  #read: { row: Row; rows: number } | undefined;
  /** The row whose gradients lie in the arena, the visits from there, and where they were stopped (0: nowhere). */
  #root: Row | undefined;
  #steps: readonly Step[] = [];
  #stopped = 0;

  /** A leaf that may be set between runs and has a gradient. `input(3)` is a scalar, `input([2], [1, 4])` a vector. */
  input(value: number, name?: string): Node;
  input(shape: Shape, values: Numbers, name?: string): Node;
  input(...given: LeafArguments): Node {
    return this.#leaf('input', given);
  }

  /** A leaf that may be set between runs and needs no gradient: a batch of examples, targets. */
  data(value: number, name?: string): Node;
  data(shape: Shape, values: Numbers, name?: string): Node;
  data(...given: LeafArguments): Node {
    return this.#leaf('data', given);
  }

  /** A leaf that optimisers change. */
  parameter(value: number, name?: string): Node;
  parameter(shape: Shape, values: Numbers, name?: string): Node;
  parameter(...given: LeafArguments): Node {
    return this.#leaf('parameter', given);
  }

  /** A leaf that never changes and has no gradient. */
  constant(value: number, name?: string): Node;
  constant(shape: Shape, values: Numbers, name?: string): Node;
  constant(...given: LeafArguments): Node {
    return this.#leaf('constant', given);
  }

  /** The leaves that optimisers change, in the order of recording. */
  get parameters(): readonly Node[] {
    return this.rows.filter((row) => row.op === 'parameter');
  }

  record<Name extends OpName>(op: Name, inputs: readonly Operand[], options: OpOptions[Name]): Node {
    this.#refuseIfSealed(op);
    const rows = inputs.map((input) =>
      typeof input === 'number' ? this.constant(input) : this.#own(op, input),
    );
    const rule = ops[op] as Op;
    const shapes = rows.map((row) => row.shape);
    const plan = rule.plan(shapes, options, op);
    return this.#append({ op, rule, inputs: rows, options, plan, name: undefined }, (row) =>
      rule.forward(this.values, row),
    );
  }

  /** Closes the tape for recording and plans its replay. The first `forward` does so by itself. */
  seal(): void {
    if (this.#plan) return;
    const later = this.rows[this.#read?.rows ?? Infinity];
    if (later)
      refuse('seal', `${later.label} was recorded after ${this.#read!.row.label} was read: ${FROZEN}`);
    this.#plan = this.rows.filter((row) => row.rule);
    this.values = this.values.slice(0, this.#used);
  }

  /** Puts new numbers into a leaf; call `forward` to carry them through. */
  set(leaf: Node, values: Numbers): void {
    this.#own('set', leaf);
    if (leaf.rule || leaf.op === 'constant') {
      refuse('set', `${leaf.label} cannot be set; inputs, data and parameters can`);
    }
    check('set', leaf, values);
    write(this.values, leaf, values);
    this.#fresh = Math.min(this.#fresh, leaf.index);
  }

  /** Declares that leaves were changed in the arena itself, as optimisers do. */
  touch(): void {
    this.#fresh = Math.min(this.#fresh, 0);
  }

  /**
   * Computes all rows from the present leaves, or those up to `upTo`, or goes on from row `from`.
   * Seals the tape. Does not allocate.
   */
  forward(upTo: number = this.rows.length - 1, from = 0): void {
    this.seal();
    requireWhole('forward', 'the last row', upTo, -1);
    requireWhole('forward', 'the row to go on from', from, 0, this.#fresh + 1);
    const v = this.values;
    for (const row of this.#plan!) {
      if (row.index >= from && row.index <= upTo) row.rule!.forward(v, row);
    }
    this.#fresh = Math.min(upTo, this.rows.length - 1);
    this.#stopped = 0;
  }

  /**
   * Computes the gradients of `root` by every row it depends on; other rows have gradient 0. Running it twice
   * gives the same numbers. Works on a tape that is still recording, too. Repeated from the same root it does not allocate.
   */
  backward(root: Node, { upstream, downTo = 0, resumeAt }: BackwardOptions = EVERYTHING): void {
    this.#own('backward', root);
    if (root.index > this.#fresh) {
      refuse('backward', `${root.label} is older than the leaves; call forward first`);
    }
    if (resumeAt === undefined) this.#start(root, downTo > 0, upstream);
    else if (this.#root !== root || this.#stopped - 1 !== resumeAt) {
      refuse('backward', `nothing to resume at row ${resumeAt}; stop above it first, with downTo`);
    }
    this.#stopped = downTo;
    const v = this.values;
    const g = this.gradients;
    const first = resumeAt ?? root.index;
    for (const { row, into } of this.#steps) {
      if (row.index < downTo) break;
      if (row.index <= first) row.rule!.backward(v, g, row, into);
    }
  }

  /** A copy of the value of a node. Before sealing, reading fixes what is recorded afterwards: see `peek`. */
  value(node: Node): Float64Array {
    const value = this.peek(node);
    this.#noteRead(node);
    return value;
  }

  /** One entry of a value: the number itself for a scalar. Does not allocate. */
  item(node: Node, entry = 0): number {
    const place = this.#place('item', node, entry);
    this.#noteRead(node);
    return this.values[place]!;
  }

  /** A copy of a value to look at while recording: a promise that nothing recorded later depends on it. */
  peek(node: Node): Float64Array {
    this.#own('value', node);
    return this.values.slice(node.at, node.at + node.size);
  }

  /** A copy of the gradient of a node, as the last `backward` left it. */
  gradient(node: Node): Float64Array {
    return new Float64Array(this.#own('gradient', node).size).map((_, i) => this.gradientItem(node, i));
  }

  /** One entry of a gradient. Does not allocate. */
  gradientItem(node: Node, entry = 0): number {
    const place = this.#place('gradient', node, entry);
    if (!this.#root) refuse('gradient', NO_GRADIENTS);
    // Rows recorded since have no influence on the node that backward started from.
    return this.gradients[place] ?? 0;
  }

  #leaf(op: LeafName, given: LeafArguments): Node {
    this.#refuseIfSealed(op);
    const [shape, values, name] =
      typeof given[0] === 'number'
        ? [[], ...(given as [number, string?])]
        : (given as [Shape, Numbers, string?]);
    requireShape(op, shape);
    return this.#append(
      { op, rule: undefined, inputs: [], options: {}, plan: { shape: [...shape] }, name },
      (row) => {
        check(op, row, values);
        write(this.values, row, values);
      },
    );
  }

  /** Makes room for a row, computes its value and keeps it; if `compute` throws, nothing has changed. */
  #append(parts: Omit<RowParts, 'tape' | 'index' | 'at'>, compute: (row: Row) => void): Row {
    const index = this.rows.length;
    const row = new Row({ ...parts, tape: this, index, at: this.#used });
    const end = row.at + row.size + (row.plan.scratch ?? 0);
    if (end > this.values.length) {
      const grown = new Float64Array(2 * end);
      grown.set(this.values);
      this.values = grown;
    }
    compute(row);
    this.#used = end;
    this.rows.push(row);
    if (this.#fresh === index - 1) this.#fresh = index;
    return row;
  }

  /** Makes room for gradients, clears them where the plan does not store by itself, and puts the upstream gradient in. */
  #start(root: Row, partial: boolean, upstream?: ArrayLike<number>): void {
    if (upstream) check('backward', root, upstream);
    else if (root.size !== 1) {
      refuse(
        'backward',
        `${root.label} is a ${shapeText(root.shape)}; sum it first, or pass its upstream gradient`,
      );
    }
    if (this.gradients.length < this.#used) this.gradients = new Float64Array(this.#used);
    else if (this.#root !== root || partial) this.gradients.fill(0);
    if (this.#root !== root) this.#steps = planBackward(this.rows, root);
    this.#root = root;
    write(this.gradients, root, upstream ?? 1);
  }

  #noteRead(row: Row): void {
    if (row.op !== 'constant' && !this.#plan) this.#read ??= { row, rows: this.rows.length };
  }

  #place(op: string, node: Row, entry: number): number {
    this.#own(op, node);
    requireWhole(op, 'the entry', entry, 0, node.size - 1);
    return node.at + entry;
  }

  #own(op: string, node: Row): Row {
    if (node?.tape === this) return node;
    const given = node instanceof Row ? `${node.label} of another tape` : typeof node;
    return refuse(op, `expected a node of this tape or a number, got ${given}`);
  }

  #refuseIfSealed(op: string): void {
    if (this.#plan) refuse(op, 'the tape is sealed; record on a new tape');
  }
}

/** Run backward whole: one object for all calls, since backward does not allocate. */
const EVERYTHING: BackwardOptions = {};

/** Refuses too few or too many numbers, and any that is not finite. */
function check(op: string, leaf: Row, values: Numbers): void {
  const { shape, size } = leaf;
  const single = typeof values === 'number';
  if (!single && values?.length !== size) {
    refuse(op, `${leaf.label} is a ${shapeText(shape)} and takes ${size} numbers, not ${values?.length}`);
  }
  for (let i = 0; i < size; i++) {
    const x = single ? values : values[i]!;
    if (!Number.isFinite(x)) refuse(op, `entry ${i} of ${leaf.label} is ${x}, not a finite number`);
  }
}

/** Puts numbers in the place of a row. */
function write(arena: Float64Array, { at, size }: Row, values: Numbers): void {
  if (typeof values !== 'number') arena.set(values, at);
  else for (let i = at; i < at + size; i++) arena[i] = values;
}

/** A new, empty tape. */
export function createTape(): Tape {
  return new Tape();
}
