// Asks the engine to prove every exercise, derivation and number of the book, and puts what it finds at its place in the text.
import {
  type CodePart,
  type Finding,
  prove as proveExercise,
  proveModel,
  proveStep,
  proveValue,
} from '../../engine/exercise/index.ts';
import {
  type AuthoredExercise,
  type Book,
  type Chapter,
  type Fault,
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
  const faults: Fault[] = [];
  const lines: string[] = [];
  for (const chapter of chapters) {
    const broken = proveModels(chapter, faults);
    for (const authored of chapter.exercises) {
      if (authored.models.some((name) => broken.has(name))) continue;
      proveParts(authored, faults, lines);
    }
    proveDerivations(book, chapter, broken, faults, lines);
    proveValues(book, chapter, broken, faults);
  }
  return { faults, lines };
}

function proveModels(chapter: Chapter, faults: Fault[]): Set<string> {
  const broken = new Set<string>();
  for (const model of chapter.models) {
    for (const { message, line, column } of proveModel(model.text)) {
      broken.add(model.name);
      const hint = `In the model \`${model.name}\`.`;
      faults.push({
        ...model.start,
        line: model.start.line + line - 1,
        column,
        severity: 'error',
        message,
        hint,
      });
    }
  }
  return broken;
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
    const { findings, fact } = provedOnce(exercise, part);
    for (const finding of findings) faults.push(faultAt(placeOf(finding.piece), finding));
    const errors = findings.some(({ severity }) => severity === 'error');
    const name = part.name === '' ? exercise.id : `${exercise.id}.${part.name}`;
    if (!errors) lines.push(`${file}:${places.get(part.name)?.line ?? line} ${name}  ${fact}`);
  }
}

type Exercise = AuthoredExercise['exercise'];

/** Proofs by what they are about: a save in the dev server proves again only what has changed. */
const known = new Map<string, ReturnType<typeof guarded>>();

function provedOnce(exercise: Exercise, part: Exercise['parts'][number]): ReturnType<typeof guarded> {
  const key = JSON.stringify([exercise.id, exercise.model, part]);
  let proof = known.get(key);
  if (!proof) {
    proof = guarded(() => {
      const proven = proveExercise(exercise, part);
      return part.kind === 'code' ? proveProgram(exercise, part, proven) : proven;
    });
    known.set(key, proof);
  }
  return proof;
}

/** The program in the solution is run as a reader's would be. */
function proveProgram(
  exercise: Exercise,
  part: CodePart,
  { findings, fact }: { findings: readonly Finding[]; fact: string },
): { findings: readonly Finding[]; fact: string } {
  if (part.example === undefined || findings.length > 0) return { findings, fact };
  const verdict = checkRun(exercise, part.name, part.example);
  if (verdict.verdict === 'correct') return { findings, fact: `${fact}; the solution's program passes` };
  const message = `The program in the solution is not right: ${verdict.message}`;
  return { findings: [{ piece: 'example', severity: 'error', message }], fact };
}

/** An author never sees a stack: what the engine did not expect is a fault like any other. */
function guarded(run: () => { findings: readonly Finding[]; fact: string }): {
  findings: readonly Finding[];
  fact: string;
} {
  try {
    return run();
  } catch (error) {
    const message = `The engine cannot work with this: ${error instanceof Error ? error.message : String(error)}`;
    return { findings: [{ piece: '', severity: 'error', message }], fact: '' };
  }
}

function faultAt(place: Place, { severity, message, hint }: Finding): Fault {
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    severity,
    message,
    ...(hint && { hint }),
  };
}

function modelNamed(book: Book, name: string): string | undefined {
  return book.chapters.flatMap((chapter) => chapter.models).find((model) => model.name === name)?.text;
}

function proveDerivations(
  book: Book,
  chapter: Chapter,
  broken: ReadonlySet<string>,
  faults: Fault[],
  lines: string[],
): void {
  for (const derivation of chapter.derivations) {
    const model = modelNamed(book, derivation.model);
    if (model === undefined || broken.has(derivation.model)) continue;
    const { steps } = stepsOf(derivation.text);
    const before = faults.length;
    steps.forEach((step, i) => {
      const { findings } = guarded(() => ({
        findings: proveStep(model, step, derivation.notation),
        fact: '',
      }));
      for (const finding of findings) {
        const place = {
          file: derivation.file,
          line: derivation.start.line + step.line,
          column: step.column + 1,
        };
        faults.push(
          faultAt(place, { ...finding, message: `Step ${i + 1} of the derivation: ${finding.message}` }),
        );
      }
    });
    if (faults.length === before)
      lines.push(
        `${derivation.file}:${derivation.line} derivation on ${derivation.model}  ${steps.length} steps hold`,
      );
  }
}

function proveValues(book: Book, chapter: Chapter, broken: ReadonlySet<string>, faults: Fault[]): void {
  for (const value of chapter.values) {
    const model = modelNamed(book, value.model);
    if (model === undefined || broken.has(value.model)) continue;
    const { findings } = guarded(() => ({ findings: proveValue(model, value.expression), fact: '' }));
    for (const finding of findings) faults.push(faultAt(value, finding));
  }
}
