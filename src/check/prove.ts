// Asks the engine to prove every exercise, derivation and number of the book, and puts what it finds at its place in the text.
import {
  type Finding,
  type Part,
  prove as proveExercise,
  proveModel,
  proveStep,
  proveValue,
} from '../../engine/exercise/index.ts';
import {
  type AuthoredExercise,
  type Book,
  type Chapter,
  type Derivation,
  type Fault,
  type Model,
  type Place,
  stepsOf,
} from '../book/index.ts';
import { checkRun } from '../judge/run-code.ts';

export interface Proofs {
  readonly faults: readonly Fault[];
  /** A line on each thing that holds. */
  readonly lines: readonly string[];
}

/** The proofs of all chapters; an error of the engine itself becomes a fault at the piece it was about. */
export function prove(book: Book, chapters: readonly Chapter[] = book.chapters): Proofs {
  const pieces = provePieces(book, chapters);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** The same piece by piece, for who has other things to do in between. */
export function* provePieces(
  book: Book,
  chapters: readonly Chapter[] = book.chapters,
): Generator<undefined, Proofs> {
  const faults: Fault[] = [];
  const lines: string[] = [];
  /** The text of a model that stands on its own; what speaks of another one is not to blame. */
  const sound = (name: string): string | undefined => {
    const model = book.models.get(name);
    return model && faultsOfModel(model).length === 0 ? model.text : undefined;
  };
  for (const chapter of chapters) {
    for (const model of chapter.models) faults.push(...faultsOfModel(model));
    for (const authored of chapter.exercises) {
      if (!authored.sound || !authored.models.every((name) => sound(name) !== undefined)) continue;
      proveParts(authored, faults, lines);
      yield;
    }
    for (const derivation of chapter.derivations) {
      const model = sound(derivation.model);
      if (model === undefined) continue;
      proveDerivation(derivation, model, faults, lines);
      yield;
    }
    for (const value of chapter.values) {
      const model = sound(value.model);
      if (model === undefined) continue;
      const { findings } = once([model, value.expression], () => ({
        findings: proveValue(model, value.expression),
      }));
      for (const finding of findings) faults.push(faultAt(value, finding));
    }
  }
  return { faults, lines };
}

interface Proof {
  readonly findings: readonly Finding[];
  /** What holds, where nothing was found. */
  readonly fact?: string;
}

/** Proofs by what they are about: a save in the dev server proves again only what has changed. */
const known = new Map<string, Proof>();

function once(about: readonly unknown[], run: () => Proof): Proof {
  const key = JSON.stringify(about);
  let proof = known.get(key);
  if (!proof) {
    proof = guarded(run);
    known.set(key, proof);
  }
  return proof;
}

/** An author never sees a stack: what the engine did not expect is a fault like any other. */
function guarded(run: () => Proof): Proof {
  try {
    return run();
  } catch (error) {
    return { findings: [{ piece: '', severity: 'error', message: unexpected(error) }] };
  }
}

function unexpected(error: unknown): string {
  return `The engine cannot work with this: ${error instanceof Error ? error.message : String(error)}`;
}

const modelFaults = new Map<string, ReturnType<typeof proveModel>>();

function faultsOfModel({ name, text, start }: Model): Fault[] {
  let found = modelFaults.get(text);
  if (!found) {
    try {
      found = proveModel(text);
    } catch (error) {
      found = [{ message: unexpected(error), line: 1, column: 1 }];
    }
    modelFaults.set(text, found);
  }
  return found.map(({ message, line, column }) => ({
    file: start.file,
    line: start.line + line - 1,
    column,
    severity: 'error',
    message,
    hint: `In the model \`${name}\`.`,
  }));
}

function proveParts(
  { exercise, places, file, line }: AuthoredExercise,
  faults: Fault[],
  lines: string[],
): void {
  for (const part of exercise.parts) {
    const prefix = part.name === '' ? '' : `${part.name}.`;
    const placeOf = (piece: string): Place =>
      places.get(prefix + piece) ?? places.get(part.name) ?? (places.get('') as Place);
    const { findings, fact } = once([exercise.id, exercise.model, part], () => provePart(exercise, part));
    for (const finding of findings) {
      const hint = finding.hint ?? (exercise.model === '' ? noModel : undefined);
      faults.push(faultAt(placeOf(finding.piece), { ...finding, ...(hint && { hint }) }));
    }
    const errors = findings.some(({ severity }) => severity === 'error');
    const name = part.name === '' ? exercise.id : `${exercise.id}.${part.name}`;
    if (!errors) lines.push(`${file}:${places.get(part.name)?.line ?? line} ${name}  ${fact}`);
  }
}

const noModel = 'The exercise speaks of no model; if it needs one, add `model="its-name"`.';

type Exercise = AuthoredExercise['exercise'];

/** What the engine proves; the program in a solution is run besides, as a reader's would be. */
function provePart(exercise: Exercise, part: Part): Proof {
  const proof = proveExercise(exercise, part);
  if (part.kind !== 'code' || part.example === undefined || proof.findings.length > 0) return proof;
  const verdict = checkRun(exercise, part.name, part.example);
  if (verdict.verdict === 'correct')
    return { findings: [], fact: `${proof.fact}; the solution's program passes` };
  const message = `The program in the solution is not right: ${verdict.message}`;
  return { findings: [{ piece: 'example', severity: 'error', message }] };
}

function proveDerivation(
  { text, model: name, notation, file, line, start }: Derivation,
  model: string,
  faults: Fault[],
  lines: string[],
): void {
  const { steps } = stepsOf(text);
  const before = faults.length;
  for (const [i, { of, right, ...step }] of steps.entries()) {
    const { findings } = once([model, of, right, notation], () => ({
      findings: proveStep(model, { of, right }, notation),
    }));
    const place = { file, line: start.line + step.line, column: step.column + 1 };
    for (const finding of findings) {
      const message = `Step ${i + 1} of the derivation: ${finding.message}`;
      faults.push(faultAt(place, { ...finding, message }));
    }
  }
  if (faults.length === before)
    lines.push(`${file}:${line} derivation on ${name}  ${steps.length} steps hold`);
}

function faultAt({ file, line, column }: Place, { severity, message, hint }: Finding): Fault {
  return { file, line, column, severity, message, ...(hint && { hint }) };
}
