// Sum, mean and maximum over some axes of a tensor, or over all.
import { TapeError } from '../errors.ts';
import type { Op, Plan } from '../op.ts';
import { type Shape, shapeText, sizeOf } from '../shape.ts';
import type { AxesOptions } from './signatures.ts';

/** `target[i]` is the entry of the result that entry i of the input goes to; `count` inputs share each. */
interface ReducePlan extends Plan {
  readonly target: Int32Array;
  readonly count: number;
}

/** Turns -1 into the last axis and refuses axes that the shape does not have. */
export function axisOf(op: string, axis: number, shape: Shape): number {
  const positive = axis < 0 ? axis + shape.length : axis;
  if (Number.isInteger(axis) && positive >= 0 && positive < shape.length) return positive;
  throw new TapeError(op, `axis ${axis} does not exist in ${shapeText(shape)}; axes count from 0`);
}

function planReduce(op: string, shape: Shape, options: AxesOptions): ReducePlan {
  const dropped = new Set(
    (options.axes ?? shape.map((_, axis) => axis)).map((axis) => axisOf(op, axis, shape)),
  );
  const kept = shape.filter((_, axis) => !dropped.has(axis));
  const size = sizeOf(shape);
  const target = new Int32Array(size);
  if (kept.length > 0) {
    for (let i = 0; i < size; i++) {
      // Walk the axes from the last, peeling the coordinates off i and building the index in the result.
      let rest = i;
      let stride = 1;
      for (let axis = shape.length - 1; axis >= 0; axis--) {
        const length = shape[axis]!;
        if (!dropped.has(axis)) {
          target[i]! += (rest % length) * stride;
          stride *= length;
        }
        rest = Math.floor(rest / length);
      }
    }
  }
  return { shape: kept, target, count: size / Math.max(1, sizeOf(kept)) };
}

function under(options: AxesOptions): string {
  return options.axes === undefined ? '' : `_{\\text{axis } ${options.axes.join(', ')}}`;
}

/** Sum and mean differ by a factor: 1, or 1 over the number of entries that share a result. */
function addUp(name: 'sum' | 'mean'): Op<AxesOptions, ReducePlan> {
  const factor = (count: number) => (name === 'mean' ? 1 / count : 1);
  return {
    arity: 1,
    tex: ([a], options) => `\\operatorname{${name}}${under(options)} ${a}`,
    local: () => [name === 'mean' ? '\\tfrac{1}{n}' : '1'],
    plan: ([a], options) => planReduce(name, a!, options),
    forward(v, { a, at, size, plan: { target, count } }) {
      v.fill(0, at, at + size);
      for (let i = 0; i < target.length; i++) v[at + target[i]!]! += v[a + i]!;
      const f = factor(count);
      if (f !== 1) for (let i = 0; i < size; i++) v[at + i]! *= f;
    },
    backward(_, g, { a, at, plan: { target, count } }, into) {
      if (into.a === 'skip') return;
      const add = into.a === 'add';
      const f = factor(count);
      for (let i = 0; i < target.length; i++) {
        g[a + i] = (add ? g[a + i]! : 0) + g[at + target[i]!]! * f;
      }
    },
  };
}

export const sum = addUp('sum');
export const mean = addUp('mean');

/** The largest entry; its whole gradient goes to the first of equal largest entries. NaN wins. */
export const maxOver: Op<AxesOptions, ReducePlan> = {
  arity: 1,
  tex: ([a], options) => `\\max${under(options)} ${a}`,
  local: (_, out) => [`[\\text{first equal to } ${out}]`],
  plan([a], options) {
    const plan = planReduce('maxOver', a!, options);
    // The scratch remembers which entry won each result.
    return { ...plan, scratch: sizeOf(plan.shape) };
  },
  forward(v, { a, at, size, plan: { target } }) {
    const winner = at + size;
    v.fill(-1, winner, winner + size);
    for (let i = 0; i < target.length; i++) {
      const o = target[i]!;
      const x = v[a + i]!;
      const best = v[at + o]!;
      if (v[winner + o]! < 0 || x > best || (Number.isNaN(x) && !Number.isNaN(best))) {
        v[at + o] = x;
        v[winner + o] = i;
      }
    }
  },
  backward(v, g, { a, at, size, plan: { target } }, into) {
    if (into.a === 'skip') return;
    if (into.a === 'store') g.fill(0, a, a + target.length);
    for (let o = 0; o < size; o++) g[a + v[at + size + o]!]! += g[at + o]!;
  },
};
