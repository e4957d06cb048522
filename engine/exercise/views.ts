// What the page shows around a response: the typeset preview, the symbol row, the numbers of a variant, a right answer.

import {
  decimalsOf,
  FUNCTIONS,
  numberText,
  parse,
  printSpeech,
  printTex,
  printText,
  ReadFault,
  realText,
  type Scope,
  type Span,
} from '../formula/index.ts';
import { partOf } from './check.ts';
import { readGraph } from './graph.ts';
import { edgeLabels } from './graph-edges.ts';
import { graphValues, numbersModel } from './graph-numbers.ts';
import { lineSubject, slipLines, wrongLine } from './kind-slip.ts';
import { tensorOf, tensorSubject } from './kind-tensor.ts';
import { sidesOf } from './left-side.ts';
import { numericValue, type Value } from './number.ts';
import { withOwnNames } from './own-names.ts';
import { statementsOf } from './statements.ts';
import { makeSubject, modelOf, subjectOf } from './subject.ts';
import { inThrees } from './threes.ts';
import type { Exercise, Part } from './types.ts';

export type Preview =
  | { readonly ok: true; readonly tex: string; readonly speech: string }
  | { readonly ok: false; readonly message: string; readonly span: Span };

/** What was understood of a formula, typeset; or why it cannot be read. */
export function preview(exercise: Exercise, partName: string, response: string): Preview {
  const part = partOf(exercise, partName);
  try {
    const tree = parse(...readable(exercise, part, response));
    return { ok: true, tex: printTex(tree), speech: printSpeech(tree) };
  } catch (error) {
    if (error instanceof ReadFault) return { ok: false, message: error.message, span: error.span };
    throw error;
  }
}

/** What is to be read of a response, and in which language. */
function readable(exercise: Exercise, part: Part, response: string): [string, Scope] {
  if (part.kind !== 'formula') return [response, scopeOf(exercise, part)];
  const { text, subject } = withOwnNames(response, subjectOf(exercise, part, 1));
  return [sidesOf(text, subject).at(-1) as string, subject.scope];
}

function scopeOf(exercise: Exercise, part: Part): Scope {
  if (part.kind === 'formula') return subjectOf(exercise, part, 1).scope;
  if (part.kind === 'slip') {
    const line = slipLines(part)[Math.max(0, wrongLine(exercise, part) - 1)];
    if (line) return lineSubject(exercise, part, line, 1).scope;
  }
  return makeSubject(modelOf(exercise.model), { find: '0', notation: 'entries' }, 1).scope;
}

export interface SymbolButton {
  readonly label: string;
  readonly insert: string;
  readonly speech: string;
}

const GREEK: Record<string, string> = {
  delta: 'δ',
  sigma: 'σ',
  gamma: 'γ',
  eta: 'η',
  phi: 'φ',
  alpha: 'α',
  beta: 'β',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
};

/** The buttons beside a formula field: what a phone's keyboard lacks, and the names of the exercise. */
export function symbols(exercise: Exercise, partName: string): SymbolButton[] {
  const part = partOf(exercise, partName);
  if (part.kind !== 'formula' && part.kind !== 'slip') return [];
  const scope = scopeOf(exercise, part);
  const row: SymbolButton[] = [];
  const add = (label: string, insert: string, speech: string) => row.push({ label, insert, speech });
  const arrays = [...scope.names].filter(
    ([, m]) => m.role === 'array' && m.forms.some((f) => f.axes.length > 0),
  );
  const layered = [...scope.names].some(
    ([, m]) => m.role === 'array' && m.forms.some((f) => f.layer?.type === 'name'),
  );
  const numbers = scope.names.size === 0;
  add('xⁿ', '^', 'power');
  if (!numbers) add('a/b', '/', 'divided by');
  if (scope.notation === 'matrix') {
    add('⊙', ' .* ', 'product entry by entry');
    add('ᵀ', '^T', 'transposed');
  } else if (arrays.length > 0) {
    add('Σ', 'sum_', 'sum over');
    add('xᵢ', '_', 'lower index');
    add('[k=l]', '[k=l]', 'one if k equals l, else zero');
  }
  if (layered) add('l+1', '^{l+1}', 'layer l plus one');
  for (const [name, meaning] of scope.names) {
    if (meaning.role === 'function') add(`${name}′`, `${name}'(`, `${name} prime of`);
    const greek = GREEK[name];
    if (greek) add(greek, name, name);
  }
  const functions = part.kind === 'formula' ? part.form?.functions : undefined;
  for (const fn of functions ?? [])
    if (!scope.names.has(fn) || FUNCTIONS[fn]) add(GREEK[fn] ?? fn, `${fn}(`, `${fn} of`);
  return row;
}

export interface Shown {
  readonly tex: string;
  readonly text: string;
}

/** The values of expressions on the model of an exercise, for one variant. A row is typeset as a list, as one writes it in a text. */
export function valuesOf(
  exercise: Pick<Exercise, 'model'>,
  expressions: readonly string[],
  seed: number,
  digits = 6,
): Shown[] {
  const model = modelOf(exercise.model);
  return expressions.map((find) => {
    const subject = makeSubject(model, { find, notation: 'matrix' }, seed);
    const tensor = tensorOf(subject.find, subject.ground);
    const cells = tensor.values.map((value) => shownValue(value, digits));
    const tex = cells.map((cell) => inThrees(cell).replace(/e(-?\d+)$/, ' \\cdot 10^{$1}'));
    if (cells.length === 1) return { tex: tex[0] as string, text: cells[0] as string };
    const rowsOf = (all: readonly string[]) =>
      Array.from({ length: tensor.rows }, (_, i) => all.slice(i * tensor.columns, (i + 1) * tensor.columns));
    const list = `(${tex.join(', ')})`;
    if (tensor.vector) return { tex: list, text: `(${cells.join(', ')})` };
    const matrix = rowsOf(tex).map((row) => row.join(' & '));
    return {
      tex: tensor.rows === 1 ? list : `\\begin{pmatrix}${matrix.join(' \\\\ ')}\\end{pmatrix}`,
      text: `[${rowsOf(cells)
        .map((row) => `[${row.join(', ')}]`)
        .join(', ')}]`,
    };
  });
}

/** A fraction as it is where it is short, anything else rounded. */
function shownValue(value: Value, digits: number): string {
  const { exact } = value;
  if (exact && (decimalsOf(exact) ?? 99) <= digits) return numberText({ value: exact });
  return realText(value.real.v, digits);
}

/** Rows and columns (a vector: its length) of the answer of a tensor part. */
export function shapeOf(exercise: Exercise, partName: string, seed: number): readonly number[] {
  const part = partOf(exercise, partName);
  if (part.kind !== 'tensor') return [];
  const subject = tensorSubject(exercise, part, seed);
  const { rows, columns, vector } = tensorOf(subject.find, subject.ground);
  return vector ? [rows] : [rows, columns];
}

/** A right response in the text form of the kind, for the answer key and for tests. */
export function answerText(exercise: Exercise, partName: string, seed: number): string {
  const part = partOf(exercise, partName);
  switch (part.kind) {
    case 'formula': {
      if (part.answer !== undefined) return part.answer;
      const subject = subjectOf(exercise, part, seed);
      const value = numericValue(subject.answer, subject.ground);
      return value ? exactText(value) : printText(subject.answer);
    }
    case 'tensor': {
      const subject = tensorSubject(exercise, part, seed);
      const right = tensorOf(subject.find, subject.ground);
      const cells = right.values.map(exactText);
      if (right.vector) return `(${cells.join(', ')})`;
      return `[${Array.from({ length: right.rows }, (_, i) => `[${cells.slice(i * right.columns, (i + 1) * right.columns).join(', ')}]`).join(', ')}]`;
    }
    case 'choice':
      return part.options
        .filter((o) => o.right)
        .map((o) => o.key)
        .join(', ');
    case 'order':
      return part.right.join(', ');
    case 'slip': {
      const wrong = wrongLine(exercise, part);
      return part.answer === undefined ? '' : `${wrong}: ${part.answer}`;
    }
    case 'graph':
      return graphText(exercise, part, seed);
    case 'network':
    case 'certificate':
    case 'code':
      return part.example ?? '';
  }
}

function exactText(value: Value): string {
  return value.exact ? numberText({ value: value.exact }).replace(/[()]/g, '') : realText(value.real.v, 12);
}

function graphText(exercise: Exercise, part: Extract<Part, { kind: 'graph' }>, seed: number): string {
  const graph = part.graph ?? '';
  if (part.task === 'build') return graph;
  if (part.task === 'edges')
    return [graph, ...edgeLabels(readGraph(statementsOf(graph), part.inputs, part.ops))].join('\n');
  const { model } = numbersModel(exercise, part);
  const subject = makeSubject(model, { find: part.inputs[0] as string, notation: 'entries' }, seed);
  const text = (tree: Parameters<typeof numericValue>[0]) => {
    const value = numericValue(tree, subject.ground);
    return value ? exactText(value) : '';
  };
  const values = graphValues(exercise, part);
  return [
    ...values.filter((v) => !part.inputs.includes(v.name)).map((v) => `${v.name} = ${text(v.value)}`),
    ...values.map((v) => `d ${v.name} = ${text(v.gradient)}`),
  ].join('\n');
}
