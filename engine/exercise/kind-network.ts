// Kind `network`: weights that make every condition hold on the model, decided in exact fractions; or a run of the engine judges.

import {
  checkIndices,
  compareRational,
  type Expr,
  evaluate,
  isDomain,
  type Model,
  Point,
  parse,
  printTex,
  type Rational,
  ReadFault,
  rationalField,
  realText,
  toNumber,
  ZERO,
} from '../formula/index.ts';
import type { Cell } from './brackets.ts';
import { nameOf } from './labels.ts';
import { runs } from './runs.ts';
import { fractionOf, numberOf } from './single.ts';
import { authorScope, modelOf } from './subject.ts';
import type { Context, Exercise, NetworkPart, Verdict } from './types.ts';
import { readWeights } from './weights.ts';

export function checkNetwork(
  exercise: Exercise,
  part: NetworkPart,
  response: string,
  context: Context,
): Verdict {
  const model = modelOf(exercise.model);
  if (part.run !== undefined) {
    const run = runs[part.run];
    if (!run) throw new Error(`There is no run ${part.run}.`);
    const setting = (name: string, cell: Cell) =>
      run.words?.[name]?.[nameOf(cell).toLowerCase()] ?? numberOf(cell);
    return run.judge(readWeights(part, response, model, setting), context.seed ?? 1);
  }
  const weights = readWeights(part, response, model, (_, cell) => fractionOf(cell, 'A weight'));
  const point = pointWith(withWeights(model, weights));
  const entries = part.require.map((text) => holds(text, point));
  if (entries.every((e) => e.holds)) return { verdict: 'correct', message: 'Every condition holds.' };
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
