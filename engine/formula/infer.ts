// The shapes of defined names, found from their equations, also through layers that refer to one another.

import type { Expr } from './ast.ts';
import { type ResolvedAxis, unresolve } from './axis.ts';
import { FitFault } from './fault.ts';
import { inferFree } from './indices.ts';
import { type Definition, isDomain } from './model.ts';
import type { ArrayForm, Axis, Meaning } from './scope.ts';
import { shapeOf } from './shapes.ts';

type Names = Map<string, Meaning>;

/** Fills in the axes that no declaration gives; throws `fault(message, line)` where an equation does not tell them. */
export function inferAxes(
  names: Names,
  definitions: readonly Definition[],
  fault: (message: string, line: number) => Error,
): void {
  const open = definitions.filter((d) => !isDomain(d.by) && formNeeding(names, d));
  for (let round = 0; round <= open.length; round += 1) {
    let found = false;
    for (const d of open) found = inferOne(names, d, fault) || found;
    if (!found) break;
  }
  for (const d of open) {
    const missing = formNeeding(names, d)?.axes.findIndex((axis) => axis.size === '?') ?? -1;
    if (missing >= 0)
      throw fault(
        `The equation does not tell over which axis ${d.letters[missing] ?? d.name} runs. Add the shape: “… : K”.`,
        d.line,
      );
  }
}

/** The form of the name that this definition fills, where it is still open. */
function formNeeding(names: Names, d: Definition): ArrayForm | null {
  const meaning = names.get(d.name);
  if (meaning?.role !== 'array') return null;
  const form = meaning.forms.find((f) => sameLayer(f.layer, d.layer));
  if (!form) return null;
  return form.axes.some((axis) => axis.size === '?') || (d.matrix && form.axes.length === 0) ? form : null;
}

function sameLayer(a: Expr | undefined, b: Expr | undefined): boolean {
  if (!a || !b) return !a && !b;
  if (a.type === 'number' && b.type === 'number') return a.value.num === b.value.num;
  return a.type === 'name' && b.type === 'name' && a.name === b.name;
}

/** Fills in what one equation tells about its own name; true where that is news. */
export function inferOne(
  names: Names,
  d: Definition,
  fault: (message: string, line: number) => Error,
): boolean {
  const form = formNeeding(names, d);
  if (!form) return false;
  try {
    if (d.matrix) return setAxes(names, d, form, matrixAxes(d.by as Expr, names));
    const found = inferFree(d.by as Expr, names, d.letters);
    const axes = form.axes.map((axis, i) => {
      const resolved = found.get(d.letters[i] as string);
      return axis.size === '?' && resolved && resolved.key !== '?' ? unresolve(resolved) : axis;
    });
    return setAxes(names, d, form, axes);
  } catch (error) {
    if (error instanceof FitFault) throw fault(error.message, d.line);
    throw error;
  }
}

function matrixAxes(by: Expr, names: Names): Axis[] {
  const [rows, columns] = shapeOf(by, names);
  const one = (axis: ResolvedAxis) => axis.key === '1';
  if (rows.key === '?' || columns.key === '?') return [];
  if (one(columns)) return one(rows) ? [] : [unresolve(rows)];
  return [unresolve(rows), unresolve(columns)];
}

function setAxes(names: Names, d: Definition, form: ArrayForm, axes: readonly Axis[]): boolean {
  if (axes.length === form.axes.length && axes.every((axis, i) => axis.size === form.axes[i]?.size))
    return false;
  const meaning = names.get(d.name) as Extract<Meaning, { role: 'array' }>;
  const letters = form.letters.length === axes.length ? form.letters : axes.map((_, i) => 'ijk'[i] as string);
  const changed: ArrayForm = { ...form, axes, letters };
  names.set(d.name, { ...meaning, forms: meaning.forms.map((f) => (f === form ? changed : f)) });
  return true;
}
