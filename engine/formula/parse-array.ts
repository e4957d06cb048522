// Arrays with their indices and layers: x_{i+m,j+n}, W_kj^{l+1}, z^l_j, W1.

import type { Expr } from './ast.ts';
import { children } from './ast.ts';
import { looksLikeCondition } from './parse-condition.ts';
import { readIndexAtom, readIndexExpression, readIndexList } from './parse-index.ts';
import { refuseSlices, wholeAxes } from './parse-slice.ts';
import { nameTex, texStyle } from './print-tex.ts';
import type { Reader } from './reader.ts';
import type { ArrayForm, Meaning } from './scope.ts';

type ArrayMeaning = Extract<Meaning, { role: 'array' }>;

export function readArray(r: Reader, name: string, meaning: ArrayMeaning, start: number): Expr {
  const layered = meaning.forms.some((form) => form.layer);
  let indices: Expr[] | null = null;
  let layer: Expr | undefined;
  let transposed = false;
  // Behind a layer in square brackets, and with two stars, an upper number is a power.
  let isPower = false;
  for (;;) {
    if (r.is('_') && !indices) {
      r.next();
      indices = readSubscript(r, name, meaning);
    } else if (r.is('[') && !indices && isSubscript(r, meaning)) {
      indices = readSquareSubscripts(r);
      refuseSlices(r, indices, start);
      if (layered && !layer && beginsWithLayer(r, meaning, indices)) {
        layer = indices.shift();
        isPower = true;
      }
      if (indices.length === 0) indices = null;
    } else if (layered && !layer && !indices && isNumbered(r)) {
      layer = readIndexAtom(r);
    } else if (r.is('_') && indices) {
      r.fail(`$${nameTex(name)}$ has its indices twice.`);
    } else if (r.is('^') && layered && !layer && !isTransposedMark(r)) {
      r.next();
      [layer, transposed] = readLayer(r, name);
    } else break;
  }
  if (!r.inVector) indices ??= wholeAxes(r, meaning.forms, start);
  isPower ||= r.source.startsWith('**', r.peek().span[0]);
  if (layer && r.is('^') && !isPower && !isTransposedMark(r)) {
    const head = r.source.slice(start, r.end);
    r.fail(
      `The first upper index of $${nameTex(name)}$ is its layer. For a power write (${head})^….`,
      r.since(start),
    );
  }
  const node: Expr = {
    type: 'name',
    name,
    indices: indices ?? [],
    ...(layer && { layer }),
    span: r.since(start),
  };
  fits(r, node, meaning.forms, indices !== null);
  return transposed ? { type: 'transpose', arg: node, span: node.span } : node;
}

function isTransposedMark(r: Reader): boolean {
  const mark = (ahead: number) => /^T[A-Za-z]*$/.test(r.peek(ahead).text);
  return mark(1) || (r.is('{', 1) && mark(2) && r.is('}', 3));
}

/** `W[k, j]` and `W[k][j]`, as in programs: brackets close behind an array that needs its indices. */
function isSubscript(r: Reader, meaning: ArrayMeaning): boolean {
  const layered = meaning.forms.some((form) => form.layer);
  const needed =
    layered || (meaning.forms.some((form) => form.axes.length > 0) && r.scope.notation === 'entries');
  return needed && r.peek().tight && !looksLikeCondition(r, 1);
}

/** `W[l+1][k][j]`, and `w[3][j]` where layer 3 has one index: one index more than the array has is its layer. */
function beginsWithLayer(r: Reader, { forms }: ArrayMeaning, indices: readonly Expr[]): boolean {
  const full = ({ axes }: ArrayForm) => (r.scope.notation === 'matrix' ? 0 : axes.length) + 1;
  return (
    indices.length === Math.max(...forms.map(full)) ||
    forms.some(
      (form) =>
        form.layer?.type === 'number' && sameLayer(form.layer, indices[0]) && indices.length === full(form),
    )
  );
}

/** The layer in `w2_ij` and `W2[k, j]`. */
function isNumbered(r: Reader): boolean {
  const { kind, text, tight } = r.peek();
  return kind === 'number' && /^\d$/.test(text) && tight && r.peek(1).tight && (r.is('_', 1) || r.is('[', 1));
}

function readSquareSubscripts(r: Reader): Expr[] {
  const indices: Expr[] = [];
  do
    indices.push(
      ...r.bracketed(() =>
        r.with({ inList: true, inCondition: true, inBars: false }, () => readIndexList(r)),
      ),
    );
  while (r.is('[') && r.peek().tight && !looksLikeCondition(r, 1));
  return indices;
}

/** `_kj`, `_{kj}`, `_{i+m,j+n}`, `_0`, `_j0`. Without braces only as many are taken as the array has indices. */
function readSubscript(r: Reader, name: string, meaning: ArrayMeaning): Expr[] {
  const arities = meaning.forms.map((form) => form.axes.length);
  if (r.is('{') || r.is('('))
    return r.bracketed(() =>
      r.with({ inList: true, inCondition: true, inBars: false }, () =>
        splitDigits(readIndexList(r), arities),
      ),
    );
  const first = r.peek();
  if (first.kind !== 'word' && first.kind !== 'number')
    r.fail(`The index of $${nameTex(name)}$ is missing after “_”.`);
  const indices = readBareIndices(r, arities);
  const most = Math.max(...arities);
  // Letters and digits in one word, w_j0 or w_0j: each is an index as long as the array has one for it.
  while (indices.length < most && r.peek().tight && /^([A-Za-z]+|\d+)$/.test(r.peek().text)) {
    const left = most - indices.length;
    if (r.peek().text.length > left) break;
    indices.push(...readBareIndices(r, [left]));
  }
  return indices;
}

/** One run of letters or of digits without braces. */
function readBareIndices(r: Reader, arities: readonly number[]): Expr[] {
  const token = r.peek();
  if (token.kind === 'number') return splitDigits([readIndexAtom(r)], arities);
  if (token.text.endsWith("'")) return [readIndexAtom(r)];
  const fitting = Math.max(0, ...arities.filter((arity) => arity <= token.text.length));
  const rest = token.text.slice(fitting);
  const others = rest === '' || r.scope.names.has(rest) || !/^[a-z]$/.test(rest);
  const taken = r.takeStart(fitting > 0 && others ? fitting : token.text.length);
  return [...taken.text].map((letter, i) => ({
    type: 'name',
    name: letter,
    indices: [],
    span: [taken.span[0] + i, taken.span[0] + i + 1] as const,
  }));
}

/** `w_11` of an array with two indices is w_{1,1}. */
function splitDigits(indices: Expr[], arities: readonly number[]): Expr[] {
  const only = indices[0];
  if (indices.length !== 1 || only?.type !== 'number' || arities.includes(1)) return indices;
  const digits = [...String(only.value.num)];
  if (!arities.includes(digits.length)) return indices;
  return digits.map((digit) => ({ ...only, value: { num: BigInt(digit), den: 1n } }));
}

function readLayer(r: Reader, name: string): [Expr, boolean] {
  if (r.is('{') || r.is('(') || r.is('[')) {
    let transposed = false;
    const layer = r.bracketed(() => {
      if (/^[A-Za-z]T$/.test(r.peek().text) && !r.scope.names.has('T')) r.splitWord(1);
      const inner =
        r.is('(') || r.is('[') ? r.bracketed(() => readIndexExpression(r)) : readIndexExpression(r);
      r.take(',');
      transposed = r.take('T') || r.take('Transposed');
      return inner;
    });
    return [layer, transposed];
  }
  const token = r.peek();
  if (token.kind !== 'word' && token.kind !== 'number')
    r.fail(`The layer of $${nameTex(name)}$ is missing after “^”.`);
  const one = token.kind === 'word' ? r.takeStart(1) : r.next();
  if (token.kind === 'number' && !/^\d{1,6}$/.test(one.text)) r.fail('A layer is a whole number.', one.span);
  const layer: Expr =
    token.kind === 'word'
      ? { type: 'name', name: one.text, indices: [], span: one.span }
      : { type: 'number', value: { num: BigInt(one.text), den: 1n }, span: one.span };
  const sign = r.peek();
  const number = r.peek(1);
  if ((sign.text === '+' || sign.text === '-') && sign.tight && number.kind === 'number' && number.tight)
    r.fail(
      `Is the layer ${one.text}${sign.text}${number.text}, or is ${number.text} a term of its own? Write ^{${one.text}${sign.text}${number.text}}, or put spaces round the ${sign.text}.`,
      [one.span[0], number.span[1]],
    );
  return [layer, false];
}

const COUNT = ['no', 'one', 'two', 'three', 'four'];

/** Refuses an array with too few or too many indices, or without its layer. */
function fits(
  r: Reader,
  node: Extract<Expr, { type: 'name' }>,
  forms: readonly ArrayForm[],
  indexed: boolean,
): void {
  const form = forms.find((f) => sameLayer(f.layer, node.layer)) ?? (forms[0] as ArrayForm);
  const name = `$${nameTex(node.name)}$`;
  const model = written(node.name, form);
  if (!node.layer && form.layer) {
    const lettered = forms.find(({ layer }) => layer?.type === 'name') ?? form;
    // With the reader's own indices, where there are as many as it has.
    const own = node.indices.map((index) => (index.type === 'name' ? index.name : ''));
    const letters = own.length === lettered.axes.length && own.every(Boolean) ? own : lettered.letters;
    const whole = r.scope.notation === 'matrix' ? { ...lettered, axes: [] } : { ...lettered, letters };
    r.fail(`${name} needs its layer: ${written(node.name, whole)}.`, node.span);
  }
  if (node.layer && !forms.some((f) => sameLayer(f.layer, node.layer))) {
    const layers = forms
      .map((f) => (f.layer?.type === 'number' ? String(f.layer.value.num) : ''))
      .filter(Boolean);
    r.fail(`${name} has the layers ${layers.join(', ')} only. For a power write (…)^….`, node.layer.span);
  }
  if (node.layer?.type === 'number' && form.layer?.type === 'name' && !r.scope.derivatives)
    r.fail(`The upper index of ${name} is its layer. For a power write (${model})^….`, node.span);
  if (node.layer && !r.scope.derivatives) layersKnown(r, node.name, node.layer, form);
  const got = node.indices.length;
  const arity = form.axes.length;
  if (r.scope.notation === 'matrix') {
    if (indexed && arity > 0)
      r.fail(
        `Whole arrays are asked for here: write ${written(node.name, { ...form, axes: [], letters: [] })}, without indices.`,
        node.span,
      );
    return;
  }
  // In `softmax(z)_nd` the indices stand behind the brackets.
  const behind = got === 0 && r.is(')') && (r.is('_', 1) || (r.is('[', 1) && r.peek(1).tight));
  if (got === arity || (r.scope.notation === 'mixed' && got === 0)) return;
  if (r.inVector && (got === arity - 1 || behind)) return;
  const many = (n: number) => `${COUNT[n] ?? n} ${n === 1 ? 'index' : 'indices'}`;
  if (arity === 0) r.fail(`${name} is a single number; it has no indices.`, node.span);
  if (got === 0) r.fail(`${name} needs its ${arity === 1 ? 'index' : 'indices'}: ${model}.`, node.span);
  r.fail(`${name} has ${many(arity)}, as in ${model}; here it has ${COUNT[got] ?? got}.`, node.span);
}

/** A layer is counted from the layer of the exercise: only letters of its own may stand there. */
function layersKnown(r: Reader, name: string, layer: Expr, form: ArrayForm): void {
  if (
    layer.type === 'name' &&
    !/^[lL]$/.test(layer.name) &&
    layer.name !== (form.layer?.type === 'name' ? form.layer.name : '')
  )
    r.fail(
      `$${layer.name}$ is not a layer of this exercise; $${nameTex(name)}$ has one: ${written(name, form)}.`,
      layer.span,
    );
  for (const child of children(layer)) layersKnown(r, name, child, form);
}

function sameLayer(declared: Expr | undefined, given: Expr | undefined): boolean {
  if (!declared || !given) return !declared && !given;
  if (declared.type !== 'number') return true;
  return given.type === 'number' && given.value.num === declared.value.num;
}

/** How the array is written, typeset for messages: `$W_{kj}^{l}$`. */
function written(name: string, form: ArrayForm): string {
  const { layer } = form;
  const letters = form.axes.length === 0 ? [] : form.letters;
  const upper =
    layer?.type === 'name' ? layer.name : layer?.type === 'number' ? String(layer.value.num) : layer && 'l';
  return `$${texStyle.name(name, letters, upper ?? null)}$`;
}
