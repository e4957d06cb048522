// Kind `network`: weights that make every condition hold on the model, decided in exact fractions; or a run of the engine judges.

import {
  checkIndices,
  compareRational,
  type Expr,
  evaluate,
  Inexact,
  isDomain,
  type Model,
  Point,
  parse,
  printTex,
  type Rational,
  ReadFault,
  type Real,
  rationalField,
  realField,
  realText,
  toNumber,
  UndefinedValue,
  ZERO,
} from '../formula/index.ts';
import { type Cell, readCells } from './cells.ts';
import { parseCell } from './kind-tensor.ts';
import { runs } from './runs.ts';
import { authorScope, modelOf } from './subject.ts';
import type { Context, Exercise, NetworkPart, Verdict } from './types.ts';

export function checkNetwork(
  exercise: Exercise,
  part: NetworkPart,
  response: string,
  context: Context,
): Verdict {
  const typed = readWeights(part, response);
  if (part.run !== undefined) {
    const run = runs[part.run];
    if (!run) throw new Error(`There is no run ${part.run}.`);
    const setting = (name: string, cell: Cell) =>
      run.words?.[name]?.[cell.text.trim().toLowerCase()] ?? settingOf(cell);
    return run.judge(
      new Map([...typed].map(([name, cell]) => [name, setting(name, cell)])),
      context.seed ?? 1,
    );
  }
  const weights = new Map([...typed].map(([name, cell]) => [name, numberOf(cell)]));
  const point = pointWith(withWeights(modelOf(exercise.model), weights));
  const entries = part.require.map((text) => holds(text, point));
  if (entries.every((e) => e.holds)) return { verdict: 'correct', message: 'Right: every condition holds.' };
  const failed = entries.filter((e) => !e.holds);
  return {
    verdict: 'wrong',
    misconception: 'condition-fails',
    message: `${entries.length - failed.length} of ${entries.length} conditions hold. ${failed
      .map((e) => e.message)
      .slice(0, 2)
      .join(' ')}`,
    entries: entries.map((e) => e.holds),
  };
}

/** A model without names, for single numbers. */
const NOTHING: Model = { text: '', names: new Map(), axes: new Map(), definitions: [], top: 0, last: 'L' };

/** A setting of a run need not be a fraction: sqrt(2) will do. */
function settingOf(cell: Cell): number {
  try {
    const draw = () => ({ v: 0, e: 0 });
    const point = new Point<Real>(NOTHING, { field: realField(), draw, seed: 1, variant: 1 });
    return evaluate(parseCell(cell.text, cell.start), point, new Map(), new Map()).v;
  } catch (error) {
    if (!(error instanceof UndefinedValue)) throw error;
    throw new ReadFault('This has no value.', [cell.start, cell.start + cell.text.length]);
  }
}

function numberOf(cell: Cell): Rational {
  try {
    return evaluate(parseCell(cell.text, cell.start), pointWith(NOTHING), new Map(), new Map());
  } catch (error) {
    if (error instanceof Inexact || error instanceof UndefinedValue)
      throw new ReadFault('A weight is a whole number, a decimal or a fraction.', [
        cell.start,
        cell.start + cell.text.length,
      ]);
    throw error;
  }
}

/** `w11 = 1, w12 = -1` in any order, or the numbers alone in the order of the weights. */
export function readWeights(part: NetworkPart, response: string): Map<string, Cell> {
  const cells = readCells(response).rows.flat();
  const found = new Map<string, Cell>();
  for (const [i, cell] of cells.entries()) {
    const named = /^([A-Za-z]\w*)\s*=\s*/.exec(cell.text);
    const name = named ? (named[1] as string) : (part.weights[i] ?? '');
    const span = [cell.start, cell.start + cell.text.length] as const;
    if (!part.weights.includes(name))
      throw new ReadFault(
        named
          ? `There is no weight ${name}: they are ${part.weights.join(', ')}.`
          : `There are only ${part.weights.length} weights.`,
        span,
      );
    if (found.has(name)) throw new ReadFault(`${name} is given twice.`, span);
    const shift = named ? named[0].length : 0;
    found.set(name, { text: cell.text.slice(shift), start: cell.start + shift });
  }
  const missing = part.weights.filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new ReadFault(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} still missing.`, [
      0,
      response.length,
    ]);
  return found;
}

/** The model with numbers for its weights. */
function withWeights(model: Model, weights: ReadonlyMap<string, Rational>): Model {
  const definitions = model.definitions.map((d) => {
    const value = weights.get(d.name);
    return value && isDomain(d.by)
      ? { ...d, by: { type: 'number' as const, value, span: [0, 0] as const } }
      : d;
  });
  return { ...model, definitions };
}

function pointWith(model: Model): Point<Rational> {
  return new Point<Rational>(model, { field: rationalField, draw: () => ZERO, seed: 1, variant: 1 });
}

function holds(text: string, point: Point<Rational>): { holds: boolean; message: string } {
  const condition = parse(`[${text}]`, authorScope(point.model, 'entries'));
  if (condition.type !== 'bracket') throw new ReadFault(`“${text}” is not a condition.`, [0, text.length]);
  const value = (node: Expr) =>
    evaluate(node, point, new Map(), checkIndices(node, point.model.names, new Map()));
  const [left, right] = [value(condition.left), value(condition.right)];
  const order = compareRational(left, right);
  const table = {
    '=': order === 0,
    '!=': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  };
  return {
    holds: table[condition.op],
    message: `$${printTex(condition).slice(1, -1)}$ is needed, but $${printTex(condition.left)}$ is ${realText(toNumber(left), 6)}.`,
  };
}
