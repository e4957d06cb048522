// Proofs for what stands in the text: models, derivations, computed numbers.

import {
  Circular,
  difference,
  drawReal,
  FitFault,
  type Ground,
  Inexact,
  inferFreeIndices,
  isDomain,
  type Model,
  ModelFault,
  Point,
  parse,
  prepare,
  realField,
  shapeOf,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';
import { type Finding, Findings } from './proof.ts';
import { explain, seedsOf } from './prove.ts';
import { authorScope, makeSubject, modelOf } from './subject.ts';
import { valuesOf } from './views.ts';

/** One step of a derivation: what it claims to be equal. */
export interface Claim {
  readonly of: string;
  readonly right: string;
}

/** The faults of a model by itself, each with the line of its text (from 1). */
export function proveModel(text: string): { message: string; line: number; column: number }[] {
  try {
    const model = modelOf(text);
    for (const d of model.definitions) {
      if (isDomain(d.by)) continue;
      try {
        if (d.matrix) shapeOf(d.by, model.names);
        else inferFreeIndices(d.by, model.names);
        const ground: Ground = {
          model,
          notation: d.matrix ? 'matrix' : 'entries',
          free: new Map(d.letters.map((letter) => [letter, null])),
          layers: [],
          variant: 1,
        };
        prepare(d.by, ground);
      } catch (error) {
        if (!(error instanceof FitFault)) throw error;
        return [{ message: error.message, line: d.line, column: error.span[0] + 1 }];
      }
    }
    return circles(model);
  } catch (error) {
    if (error instanceof ModelFault)
      return [{ message: error.message, line: error.line, column: error.column }];
    throw error;
  }
}

/** The first name that is needed to work itself out. A recurrence over layers or indices ends somewhere, so values are tried. */
function circles(model: Model): { message: string; line: number; column: number }[] {
  for (const d of model.definitions) {
    if (isDomain(d.by)) continue;
    const point = new Point(model, { field: realField(), draw: drawReal, seed: 1, variant: 1 });
    const layers = d.layer ? Array.from({ length: model.top + 1 }, (_, layer) => layer) : [null];
    for (const layer of layers) {
      try {
        const lengths = point.lengths(d.name, layer);
        point.entry(
          d.name,
          layer,
          lengths.map((length) => length - 1),
        );
      } catch (error) {
        if (error instanceof Circular)
          return [{ message: `In this model ${error.message}.`, line: d.line, column: 1 }];
        const expected =
          error instanceof UndefinedValue || error instanceof Inexact || error instanceof TooMuchWork;
        if (!expected) throw error;
      }
    }
  }
  return [];
}

/** Whether the right side of a step equals what it claims to be equal to, in every variant of the model. */
export function proveStep(model: string, claim: Claim, notation: 'entries' | 'matrix'): readonly Finding[] {
  const findings = new Findings();
  for (const seed of seedsOf({ model, parts: [] })) {
    proveStepAt(seed, model, claim, notation, findings);
    if (findings.list.length > 0) break;
  }
  return findings.list;
}

function proveStepAt(
  seed: number,
  model: string,
  claim: Claim,
  notation: 'entries' | 'matrix',
  findings: Findings,
): void {
  try {
    const subject = makeSubject(modelOf(model), { find: claim.of, notation }, seed);
    try {
      const tree = parse(claim.right, authorScope(subject.model, notation));
      const right = prepare(tree, subject.ground);
      const found = difference(right, subject.prepared, subject.ground);
      if (found) {
        const at = [...found.at].map(([name, value]) => `${name} = ${value}`).join(', ');
        findings.error(
          'right',
          `This is not equal to ${claim.of}: at a point${at ? ` with ${at}` : ''} it is ${found.left ?? 'undefined'}, and that is ${found.right ?? 'undefined'}.`,
          'Look at this step, or at the model.',
        );
      }
    } catch (error) {
      explain(error, 'right', findings);
    }
  } catch (error) {
    explain(error, 'left', findings);
  }
}

/** Whether a number in the text has a value on its model, in every variant that is tried. */
export function proveValue(model: string, expression: string): readonly Finding[] {
  const findings = new Findings();
  try {
    const subject = makeSubject(modelOf(model), { find: expression, notation: 'matrix' }, 1);
    if (!subject.numeric)
      findings.error(
        '',
        `${expression} depends on numbers that the model leaves free.`,
        'Give them values, or draw them: `x : number, random 1..5`.',
      );
    else {
      for (const seed of seedsOf({ model, parts: [] })) valuesOf({ model }, [expression], seed);
    }
  } catch (error) {
    explain(error, '', findings);
  }
  return findings.list;
}
