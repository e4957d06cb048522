// The index check: every index is free or bound once, and stays on its axis.

import type { BoundIndex, Expr, NameNode } from './ast.ts';
import { children, some } from './ast.ts';
import { axesOf, OPEN, type ResolvedAxis, resolve } from './axis.ts';
import { FitFault } from './fault.ts';
import { linear } from './linear.ts';
import { nameTex } from './print-tex.ts';
import type { Meaning } from './scope.ts';

type Names = ReadonlyMap<string, Meaning>;

/** What the check found out: the axis of every index that a sum binds. */
export type BoundAxes = Map<BoundIndex, ResolvedAxis>;

interface Slot {
  axis: ResolvedAxis | null;
  readonly free: boolean;
}

/**
 * Checks the indices of a tree. `free` are the indices of the left-hand side with their axes.
 * Throws a FitFault: an index that nothing binds is a missing sum, one on the wrong axis may be a transposed array.
 */
export function checkIndices(
  tree: Expr,
  names: Names,
  free: ReadonlyMap<string, ResolvedAxis | null>,
): BoundAxes {
  const check = new Check(names);
  const slots = new Map<string, Slot>([...free].map(([name, axis]) => [name, { axis, free: true }]));
  check.visit(tree, slots);
  return check.bound;
}

/** The axes that the free letters of an equation get from its right-hand side; those not met stay null. */
export function inferFree(
  tree: Expr,
  names: Names,
  letters: readonly string[],
): Map<string, ResolvedAxis | null> {
  const slots = new Map<string, Slot>(letters.map((name) => [name, { axis: null, free: true }]));
  new Check(names).visit(tree, slots);
  return new Map(letters.map((name) => [name, slots.get(name)?.axis ?? null]));
}

class Check {
  readonly bound: BoundAxes = new Map();
  private readonly names: Names;

  constructor(names: Names) {
    this.names = names;
  }

  visit(node: Expr, slots: Map<string, Slot>): void {
    switch (node.type) {
      case 'name':
        this.visitName(node, slots);
        return;
      case 'sum':
        this.visitSum(node, slots);
        return;
      case 'bracket':
        if (this.isIndex(node.left, slots) && this.isIndex(node.right, slots)) {
          this.unify(node.left, node.right, slots);
          return;
        }
        break;
      case 'call':
        if (node.index) this.vectorCall(node, slots);
        break;
    }
    for (const child of children(node)) {
      if (node.type === 'call' && child === node.index) continue;
      this.visit(child, slots);
    }
  }

  private visitName(node: NameNode, slots: Map<string, Slot>): void {
    const meaning = this.names.get(node.name);
    if (meaning?.role === 'short') this.visit(meaning.tree, slots);
    if (meaning?.role === 'index') return;
    if (!meaning) this.need(node, slots);
    if (meaning?.role !== 'array') return;
    const axes = axesOf(node, meaning);
    for (const [i, index] of node.indices.entries())
      this.place(index, axes[i] ?? OPEN, node, axes, slots, meaning.padded);
  }

  /** An index expression in the place of an axis. */
  private place(
    index: Expr,
    axis: ResolvedAxis,
    array: NameNode,
    axes: readonly ResolvedAxis[],
    slots: Map<string, Slot>,
    padded: boolean,
  ): void {
    if (index.type !== 'name') {
      for (const child of children(index)) this.place(child, OPEN, array, axes, slots, padded);
      const slot = slots.get(turned(index, axis) ?? '');
      if (slot) slot.axis ??= axis;
      return;
    }
    if (this.names.get(index.name)?.role === 'index' && !slots.has(index.name)) return;
    if (this.names.get(index.name)?.role === 'size') return;
    const slot = this.need(index, slots);
    if (axis.key === '?') return;
    if (!slot.axis || slot.axis.key === '?') slot.axis = axis;
    else if (slot.axis.key !== axis.key && !padded) this.offAxis(index, slot.axis, axis, array, axes, slots);
  }

  private offAxis(
    index: NameNode,
    has: ResolvedAxis,
    needs: ResolvedAxis,
    array: NameNode,
    axes: readonly ResolvedAxis[],
    slots: Map<string, Slot>,
  ): never {
    const swapped =
      axes.length === 2 &&
      array.indices.every((other, i) => {
        const axis = other.type === 'name' ? slots.get(other.name)?.axis : null;
        return !axis || axis.key === '?' || axis.key === axes[1 - i]?.key;
      });
    if (swapped)
      throw new FitFault(
        'transpose',
        `The indices of $${nameTex(array.name)}$ are the wrong way round: its first index runs over ${say(axes[0])}, its second over ${say(axes[1])}.`,
        array.span,
      );
    throw new FitFault(
      'index-off-axis',
      `The index $${index.name}$ runs over ${say(has)}, but stands here where $${nameTex(array.name)}$ has ${say(needs)}.`,
      array.span,
    );
  }

  private need(node: NameNode, slots: Map<string, Slot>): Slot {
    const slot = slots.get(node.name);
    if (slot) return slot;
    throw new FitFault(
      'missing-sum',
      `The index $${node.name}$ is bound nowhere: a sum over $${node.name}$ is missing, or another index is meant.`,
      node.span,
    );
  }

  private visitSum(node: Extract<Expr, { type: 'sum' }>, slots: Map<string, Slot>): void {
    const inner = new Map(slots);
    for (const b of node.bound) {
      const known = slots.get(b.name);
      if (known)
        throw new FitFault(
          'index-twice',
          `The index $${b.name}$ is ${known.free ? 'given already: it says which entry is asked for' : 'bound twice, by a sum inside another'}. Choose another letter for this sum.`,
          b.span,
        );
      inner.set(b.name, { axis: null, free: false });
    }
    this.visit(node.body, inner);
    for (const b of node.bound) {
      const axis = inner.get(b.name)?.axis ?? null;
      if (!axis && !(b.from && b.to)) {
        const occurs = some(node.body, (inside) => inside.type === 'name' && inside.name === b.name);
        throw new FitFault(
          'unused-index',
          occurs
            ? `Nothing says how far $${b.name}$ runs: it is nowhere an index by itself. Is a factor missing? Else write the bounds of the sum.`
            : `The sum runs over $${b.name}$, but $${b.name}$ does not occur in what is added up.`,
          b.span,
        );
      }
      this.bound.set(b, axis ?? OPEN);
    }
  }

  /** True for k, k+1, c and whole numbers: what is compared is an index, not a value. */
  private isIndex(node: Expr, slots: Map<string, Slot>): boolean {
    if (node.type === 'number') return node.value.den === 1n;
    if (node.type === 'binary')
      return /^[-+*]$/.test(node.op) && this.isIndex(node.left, slots) && this.isIndex(node.right, slots);
    if (node.type !== 'name' || node.indices.length > 0) return false;
    const meaning = this.names.get(node.name);
    return !meaning || meaning.role === 'index' || meaning.role === 'size' || slots.has(node.name);
  }

  private unify(left: Expr, right: Expr, slots: Map<string, Slot>): void {
    const sides = [left, right].map((node) => this.sideOf(node, slots));
    const [a, b] = sides;
    if (a && b) {
      if (a.axis && !b.axis) b.axis = a.axis;
      else if (b.axis && !a.axis) a.axis = b.axis;
    }
  }

  private sideOf(node: Expr, slots: Map<string, Slot>): Slot | null {
    if (node.type !== 'name') {
      for (const child of children(node)) this.sideOf(child, slots);
      return null;
    }
    const slot = slots.get(node.name);
    if (slot) return slot;
    const meaning = this.names.get(node.name);
    if (meaning?.role === 'index') return { axis: resolve(meaning.axis), free: true };
    if (meaning?.role === 'size') return null;
    return this.need(node, slots);
  }

  /** softmax_k(s): k runs over the last axis of s. */
  private vectorCall(node: Extract<Expr, { type: 'call' }>, slots: Map<string, Slot>): void {
    const arg = node.args[0];
    const meaning = arg?.type === 'name' ? this.names.get(arg.name) : undefined;
    const axes = arg?.type === 'name' && meaning?.role === 'array' ? axesOf(arg, meaning) : [];
    if (node.index && arg?.type === 'name')
      this.place(node.index, axes.at(-1) ?? OPEN, arg, axes, slots, false);
  }
}

/** The m of `w_{K-1-m}`, which runs over all of the axis K, from its end. */
function turned(index: Expr, { size, layer }: ResolvedAxis): string | undefined {
  const form = linear(index);
  if (layer || form?.size !== 3 || form.get(size) !== 1 || form.get('') !== -1) return undefined;
  return [...form.keys()].find((name) => form.get(name) === -1 && name !== '');
}

/** An axis in words: “the units of layer l+1”, “the axis K”. */
export function say(axis: ResolvedAxis | undefined): string {
  if (!axis || axis.key === '?') return 'an axis of its own';
  const layer = /\^\{(.*)\}$/.exec(axis.key)?.[1];
  return layer === undefined ? `the axis $${nameTex(axis.size)}$` : `the units of layer $${layer}$`;
}

/** The free letters of a left-hand side such as `d f_k / d s_l`, in order, with their axes. */
export function inferFreeIndices(tree: Expr, names: Names): Map<string, ResolvedAxis | null> {
  const letters: string[] = [];
  const visit = (node: Expr, bound: readonly string[]): void => {
    if (node.type === 'sum') visit(node.body, [...bound, ...node.bound.map((b) => b.name)]);
    else if (node.type === 'name') for (const index of node.indices) collect(index, bound);
    else if (node.type === 'bracket') for (const side of [node.left, node.right]) collect(side, bound);
    if (node.type === 'name' || node.type === 'sum') return;
    for (const child of children(node)) visit(child, bound);
  };
  const collect = (index: Expr, bound: readonly string[]): void => {
    if (index.type !== 'name') {
      for (const child of children(index)) collect(child, bound);
      return;
    }
    if (names.has(index.name) || bound.includes(index.name) || letters.includes(index.name)) return;
    letters.push(index.name);
  };
  visit(tree, []);
  return inferFree(tree, names, letters);
}
