// Proves an exercise before it is published: its answer against the engine, its mistakes against its answer and one another.

import {
  difference,
  type Expr,
  FitFault,
  Inexact,
  ModelFault,
  nearest,
  type Prepared,
  parse,
  prepare,
  printText,
  ReadFault,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';
import { check } from './check.ts';
import { exampleGraph } from './graph-example.ts';
import { readInequalities } from './kind-certificate.ts';
import { codeCases } from './kind-code.ts';
import { lineHolds, lineSubject, type SlipLine, slipLines, wrongLine } from './kind-slip.ts';
import { tensorOf, tensorSubject } from './kind-tensor.ts';
import { numericValue } from './number.ts';
import { Findings, type Proof } from './proof.ts';
import { Contradiction, measure } from './prove-gradient.ts';
import { modelOf, type Subject, subjectOf } from './subject.ts';
import type { Exercise, FormulaPart, GraphPart, Mistake, Part, SlipPart, TensorPart } from './types.ts';
import { drawsNumbers } from './variants.ts';
import { answerText } from './views.ts';

/** Variants tried of an exercise with random numbers, points tried of one without. */
const SEEDS = 50;
const POINTS = 12;

/** The proof of one part; faults of the author come back as findings, never as errors. */
export function prove(exercise: Exercise, part: Part): Proof {
  const findings = new Findings();
  let fact = '';
  try {
    fact = PROVERS[part.kind](exercise, part as never, findings);
    if (part.kind === 'formula' || part.kind === 'slip') proveUsing(exercise, part, findings);
    if (findings.list.length === 0) proveAccepted(exercise, part, findings);
  } catch (error) {
    explain(error, 'find', findings);
  }
  return { findings: findings.list, fact };
}

type Prover<P extends Part> = (exercise: Exercise, part: P, findings: Findings) => string;

const PROVERS: { readonly [K in Part['kind']]: Prover<Extract<Part, { kind: K }>> } = {
  formula: proveFormula,
  tensor: proveTensor,
  slip: proveSlip,
  graph: (exercise, part, findings) =>
    part.task === 'build' ? proveBuild(exercise, part, findings) : 'the graph is the engine’s',
  choice: (_, part) => `${part.options.length} options`,
  order: (_, part) => `${part.right.length} steps`,
  network: (_, part) => (part.run ? `judged by the run ${part.run}` : `${part.require.length} conditions`),
  certificate: (_, part) => `${readInequalities(part).length} inequalities`,
  code: (_, part) => `${codeCases(part, 1).length} calls, judged by the gradient check`,
};

/** Puts what went wrong into a finding about a piece. */
export function explain(error: unknown, piece: string, findings: Findings): void {
  if (error instanceof ModelFault) findings.error('model', error.message, `Line ${error.line} of the model.`);
  else if (error instanceof ReadFault) findings.error(piece, error.message, undefined, error.span[0]);
  else if (error instanceof FitFault)
    findings.error(
      piece,
      error.message,
      piece.startsWith('mistake')
        ? 'A response like this is named by the index check already: take the mistake out.'
        : undefined,
      error.span[0],
    );
  else if (error instanceof Contradiction) findings.error(piece, error.message);
  else if (error instanceof UndefinedValue)
    findings.error(piece, `This ${error.message}.`, 'Look at the model: a name may have no value here.');
  else if (error instanceof Inexact) findings.error(piece, `This cannot be decided: ${error.message}.`);
  else if (error instanceof TooMuchWork) findings.error(piece, error.message);
  else throw error;
}

/** The variants to try: many where the exercise draws numbers, else one. */
export function seedsOf(exercise: Pick<Exercise, 'model' | 'parts'>): number[] {
  const count = drawsNumbers(exercise) ? SEEDS : 1;
  return Array.from({ length: count }, (_, i) => i + 1);
}

function proveFormula(exercise: Exercise, part: FormulaPart, findings: Findings): string {
  const seeds = seedsOf(exercise);
  let worst = 0;
  let points = 0;
  let caught = 0;
  for (const seed of seeds) {
    const subject = subjectAt(exercise, part, seed, findings);
    if (!subject) return '';
    if (part.answer !== undefined) proveEqual(subject, seed, findings);
    else if (!subject.numeric)
      findings.error(
        'find',
        'Its value depends on free numbers, so a closed form is needed.',
        'Add `answer="…"`.',
      );
    else if (!numericValue(subject.answer, subject.ground))
      findings.error(
        'find',
        `This has no value (seed ${seed}).`,
        'Look at the model: something may grow beyond all numbers, or be divided by zero.',
      );
    if (findings.list.length > 0) return '';
    try {
      const measured = measure(subject.find, subject.prepared, subject.ground, seeds.length > 1 ? 1 : POINTS);
      worst = Math.max(worst, measured.differences);
      points += measured.points;
    } catch (error) {
      if (error instanceof Contradiction)
        findings.error(part.answer === undefined ? 'find' : 'answer', error.message);
      else throw error;
    }
    caught += proveMistakes(subject, part.mistakes, seed, findings);
    if (findings.list.length > 0) return '';
  }
  if (points === 0)
    findings.warning(
      'answer',
      'The engine found no point at which it could check this by automatic differentiation.',
    );
  const derivative = subjectOf(exercise, part, 1).find.type === 'derivative';
  const compared = derivative ? `autodiff = finite differences (max ${worst.toExponential(0)})` : 'engine';
  const tried = seeds.length > 1 ? `${seeds.length} seeds` : `${points} points`;
  return `${tried}, ${compared} = answer${mistakesText(part.mistakes, caught, seeds)}`;
}

function mistakesText({ length }: readonly Mistake[], caught: number, seeds: readonly number[]): string {
  if (length === 0) return '';
  return `; ${length} mistake${length === 1 ? '' : 's'} caught ${caught / length}/${seeds.length}, no collision`;
}

/** Reads all pieces; what cannot be read is put down to the piece it stands in. */
function subjectAt(exercise: Exercise, part: FormulaPart, seed: number, findings: Findings): Subject | null {
  const { answer, ...asked } = part;
  try {
    subjectOf(exercise, { ...asked }, seed);
  } catch (error) {
    explain(error, 'find', findings);
    return null;
  }
  try {
    return subjectOf(exercise, part, seed);
  } catch (error) {
    explain(error, answer === undefined ? 'find' : 'answer', findings);
    return null;
  }
}

function proveEqual(subject: Subject, seed: number, findings: Findings): void {
  let right: Prepared;
  try {
    right = prepare(subject.find, subject.ground);
  } catch (error) {
    explain(error, 'find', findings);
    return;
  }
  const found = difference(subject.prepared, right, subject.ground);
  if (!found) return;
  const at = [...found.at].map(([name, value]) => `${name} = ${value}`).join(', ');
  findings.error(
    'answer',
    `The answer is not ${printText(subject.find)}: at a point${at ? ` with ${at}` : ''} (seed ${seed}) it gives ${found.left ?? 'nothing'}, the engine finds ${found.right ?? 'nothing'}.`,
    'Work the derivative out again, or look at the model.',
  );
}

/**
 * Each mistake is a formula of its own, different from the answer, from what is printed as wrong and from the others; gives how
 * many are.
 */
function proveMistakes(
  subject: Subject,
  mistakes: readonly Mistake[],
  seed: number,
  findings: Findings,
  printed?: Prepared,
): number {
  const read: { key: string; prepared: Prepared }[] = [];
  for (const { key, is } of mistakes) {
    try {
      const prepared = prepare(parse(is, subject.author), subject.ground);
      if (difference(prepared, subject.prepared, subject.ground) === null) {
        findings.error(
          key,
          `This mistake is the right answer (seed ${seed}): ${is}.`,
          'Write what a reader would get wrong.',
        );
        continue;
      }
      if (printed && difference(prepared, printed, subject.ground) === null) {
        findings.error(
          key,
          `This mistake stands in the line already (seed ${seed}): ${is}.`,
          'A reader who types it is told so: take the mistake out.',
        );
        continue;
      }
      const twin = read.find((other) => difference(prepared, other.prepared, subject.ground) === null);
      if (twin)
        findings.error(
          key,
          `This mistake is the same formula as ${twin.key} (seed ${seed}).`,
          'Keep one of the two.',
        );
      read.push({ key, prepared });
    } catch (error) {
      explain(error, key, findings);
    }
  }
  return read.length;
}

function proveTensor(exercise: Exercise, part: TensorPart, findings: Findings): string {
  const seeds = seedsOf(exercise);
  for (const seed of seeds) {
    const subject = tensorSubject(exercise, part, seed);
    if (!subject.numeric) {
      findings.error(
        'find',
        'Its value depends on free numbers; a tensor of numbers is asked for.',
        'Give every name of the model a number.',
      );
      return '';
    }
    tensorOf(subject.find, subject.ground);
    measure(subject.find, subject.prepared, subject.ground, 1);
    for (const mistake of part.mistakes) proveTensorMistake(subject, mistake, seed, findings);
    if (findings.list.length > 0) return '';
  }
  return `${seeds.length > 1 ? `${seeds.length} seeds, ` : ''}engine = tape`;
}

function proveTensorMistake(subject: Subject, mistake: Mistake, seed: number, findings: Findings): void {
  try {
    const tree: Expr = parse(mistake.is, { ...subject.author, notation: 'mixed' });
    const wrong = tensorOf(tree, subject.ground);
    const right = tensorOf(subject.find, subject.ground);
    const same =
      wrong.values.length === right.values.length &&
      wrong.values.every((v, i) => Math.abs(v.real.v - (right.values[i]?.real.v ?? Number.NaN)) < 1e-9);
    if (same)
      findings.error(
        mistake.key,
        `This mistake is the right answer (seed ${seed}).`,
        'Write what a reader would get wrong, or draw other numbers.',
      );
  } catch (error) {
    explain(error, mistake.key, findings);
  }
}

function proveSlip(exercise: Exercise, part: SlipPart, findings: Findings): string {
  const lines = slipLines(part);
  for (const line of lines) {
    try {
      const subject = lineSubject(exercise, part, line, 1);
      prepare(parse(line.text, subject.author), subject.ground);
    } catch (error) {
      explain(error, 'slip', findings);
    }
  }
  if (findings.list.length > 0) return '';
  const wrong = wrongLine(exercise, part);
  if (wrong === 0)
    findings.error('slip', 'Every line holds: there is no slip to find.', 'One line has to be wrong.');
  // A number that is drawn may make the slip right, or another line wrong.
  const other = seedsOf(exercise).find(
    (seed) => lines.findIndex((line) => !lineHolds(exercise, part, line, seed)) + 1 !== wrong,
  );
  if (other !== undefined)
    findings.error(
      'slip',
      `Line ${wrong} is the first that does not hold, but not with the numbers of seed ${other}.`,
      'The slip has to be one whatever numbers are drawn.',
    );
  if (findings.list.length > 0) return '';
  const line = lines[wrong - 1] as SlipLine;
  const seeds = seedsOf(exercise);
  let caught = 0;
  for (const seed of seeds) {
    const subject = lineSubject(exercise, part, line, seed);
    const printed = prepare(parse(line.text, subject.author), subject.ground);
    caught += proveMistakes(subject, part.mistakes, seed, findings, printed);
    if (findings.list.length > 0) return '';
  }
  return `line ${wrong} of ${lines.length} is the first that does not hold${mistakesText(part.mistakes, caught, seeds)}`;
}

/** A graph made from the formula, with the operations that are allowed, has to be right. */
function proveBuild(exercise: Exercise, part: GraphPart, findings: Findings): string {
  try {
    const text = exampleGraph(part);
    if (text === null) {
      findings.warning(
        'computes',
        'Nothing shows that this can be built.',
        'Write it with +, * and whole powers.',
      );
      return 'any graph that computes it is right';
    }
    const verdict = check(exercise, part.name, text);
    if (verdict.verdict !== 'correct')
      findings.error(
        'computes',
        `The graph of this formula is not accepted: ${verdict.message}`,
        'Look at `ops` and `inputs`.',
      );
    return `built with ${text.split('\n').length} nodes; any graph that computes it is right`;
  } catch (error) {
    explain(error, 'computes', findings);
    return '';
  }
}

/** Names that readers are told they may use are names of the model. */
function proveUsing(exercise: Exercise, part: FormulaPart | SlipPart, findings: Findings): void {
  const model = modelOf(exercise.model);
  const short = ('short' in part ? part.short : undefined)?.map((text) => text.split('=')[0]?.trim() ?? '');
  const known = [...model.names.keys(), ...model.axes.keys(), ...(short ?? [])];
  for (const used of part.using ?? []) {
    const name = used.replace(/'+$/, '');
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    findings.error(
      'using',
      `The model has no \`${name}\`.`,
      near ? `Did you mean \`${near}\`?` : `It has ${known.map((one) => `\`${one}\``).join(', ')}.`,
    );
  }
}

/** Last: the judge itself accepts the written answer, whatever numbers are drawn. */
function proveAccepted(exercise: Exercise, part: Part, findings: Findings): void {
  // A program is run by the check of the book, which has what the engine lacks.
  if (part.kind === 'code') return;
  for (const seed of seedsOf(exercise)) {
    const text = answerText(exercise, part.name, seed);
    if (text === '') {
      if (part.kind === 'network' || part.kind === 'certificate')
        findings.warning(
          '',
          'Nothing shows that this can be solved.',
          'Add `example="…"`: one right response.',
        );
      return;
    }
    const verdict = check(exercise, part.name, text, { seed });
    if (verdict.verdict === 'correct') continue;
    findings.error(
      (part.kind === 'formula' || part.kind === 'slip') && part.answer !== undefined ? 'answer' : 'example',
      `The judge does not accept the answer “${text}”: ${verdict.verdict}: ${verdict.message}`,
      'Look at `using` and at the conditions on the form.',
    );
    return;
  }
}
