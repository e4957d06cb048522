// The one way from a response to a verdict: a table with a checker for every kind.

import {
  FitFault,
  ModelFault,
  nameTex,
  ReadFault,
  refuseLength,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';
import { withOwnValue } from './follow-through.ts';
import { checkCertificate } from './kind-certificate.ts';
import { checkChoice, checkOrder } from './kind-choice.ts';
import { checkCode } from './kind-code.ts';
import { checkFormula, MOST_WORK_MESSAGE } from './kind-formula.ts';
import { checkGraph } from './kind-graph.ts';
import { checkNetwork } from './kind-network.ts';
import { checkSlip } from './kind-slip.ts';
import { checkTensor } from './kind-tensor.ts';
import type { Context, Exercise, Kind, Part, Verdict } from './types.ts';

type Checker<K extends Kind> = (
  exercise: Exercise,
  part: Extract<Part, { kind: K }>,
  response: string,
  context: Context,
) => Verdict;

/** A kind that has no checker does not compile. */
const CHECKERS: { readonly [K in Kind]: Checker<K> } = {
  formula: checkFormula,
  tensor: checkTensor,
  graph: checkGraph,
  choice: (_, part, response) => checkChoice(part, response),
  order: (_, part, response) => checkOrder(part, response),
  slip: checkSlip,
  network: checkNetwork,
  certificate: (_, part, response) => checkCertificate(part, response),
  code: (_, part, response, context) => checkCode(part, response, context),
};

/** The part of that name; throws a RangeError that lists the parts there are. */
export function partOf(exercise: Exercise, name: string): Part {
  const part = exercise.parts.find((p) => p.name === name);
  if (!part)
    throw new RangeError(
      `${exercise.id} has no part ${name}: it has ${exercise.parts.map((p) => p.name).join(', ')}.`,
    );
  return part;
}

/**
 * Judges a response. Whatever a reader types gives a verdict and never an error; an error means that the exercise
 * itself is broken, which the check of the book finds before it is published.
 */
export function check(
  exercise: Exercise,
  partName: string,
  response: string,
  context: Context = {},
): Verdict {
  const part = partOf(exercise, partName);
  const verdict = run(exercise, part, response, context);
  if (verdict.verdict !== 'wrong' || !context.earlier) return verdict;
  return followThrough(exercise, part, response, context) ?? verdict;
}

function run(exercise: Exercise, part: Part, response: string, context: Context): Verdict {
  try {
    // A program has a line for every thought; anything else is short.
    if (part.kind !== 'code') refuseLength(response);
    const verdict = (CHECKERS[part.kind] as Checker<Kind>)(exercise, part, response, context);
    // Where no place is known it is the whole response.
    return verdict.verdict === 'unreadable' ? { span: [0, response.length], ...verdict } : verdict;
  } catch (error) {
    if (error instanceof ReadFault)
      return { verdict: 'unreadable', message: error.message, span: clip(error.span, response.length) };
    // In a single number or a cell, what does not fit is found when its value is asked for.
    if (error instanceof FitFault)
      return {
        verdict: 'wrong',
        misconception: error.misconception,
        message: error.message,
        span: clip(error.span, response.length),
      };
    if (error instanceof TooMuchWork || error instanceof RangeError)
      return { verdict: 'unreadable', message: MOST_WORK_MESSAGE, span: [0, response.length] };
    throw error;
  }
}

/** Right, if an earlier value of the reader's own is taken for right; null where that does not help. */
function followThrough(exercise: Exercise, part: Part, response: string, context: Context): Verdict | null {
  for (const earlier of exercise.parts.slice(0, exercise.parts.indexOf(part))) {
    const typed = context.earlier?.[earlier.name];
    if (typed === undefined || run(exercise, earlier, typed, context).verdict !== 'wrong') continue;
    const own = withOwnValue(exercise, earlier, typed);
    if (!own) continue;
    try {
      // A copy of the part, because what is worked out about a part is kept with it.
      const verdict = run(own.exercise, { ...part }, response, context);
      if (verdict.verdict === 'correct')
        return { verdict: 'correct', message: `Right, given your earlier value of $${nameTex(own.name)}$.` };
    } catch (error) {
      if (!(error instanceof ModelFault || error instanceof UndefinedValue || error instanceof FitFault))
        throw error;
    }
  }
  return null;
}

function clip([start, end]: readonly [number, number], length: number): [number, number] {
  return [Math.max(0, Math.min(start, length)), Math.min(Math.max(start, end), length)];
}
