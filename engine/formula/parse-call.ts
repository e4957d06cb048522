// Functions applied: known ones with or without brackets, powers of them, and opaque ones with primes.

import type { CallNode, Expr } from './ast.ts';
import { looksLikeCondition } from './parse-condition.ts';
import { readIndexExpression, readIndexList } from './parse-index.ts';
import { nameTex } from './print-tex.ts';
import { printText } from './print-text.ts';
import type { Reader } from './reader.ts';
import { FUNCTIONS } from './spelling.ts';

const VECTOR_FUNCTIONS = new Set(['softmax', 'logsumexp']);
const ARGUMENTS: Record<string, readonly [least: number, most: number]> = { max: [2, 9], min: [2, 9] };

export function readCall(r: Reader): Expr {
  const token = r.next();
  const fn = FUNCTIONS[token.text] as string;
  const start = token.span[0];
  let index: Expr | undefined;
  const name = r.is("'") ? namedSo(r, fn) : undefined;
  if (name !== undefined) return readOpaque(r, name, start);
  if (r.is("'")) r.fail(`A derivative is left undone here (${token.text}'): give its value.`, r.since(start));
  if (r.is('_')) {
    if (fn !== 'softmax')
      r.fail(
        `${token.text} has no lower index here${fn === 'ln' ? ': ln and log both mean the natural logarithm' : ''}.`,
      );
    r.next();
    index = readEntry(r);
  }
  const power = r.is('^') ? readPower(r, token.text) : null;
  const args = readArguments(r, token.text, fn, start);
  if (fn === 'softmax' && !index && r.scope.notation === 'entries') {
    const bracket = r.is('[') && r.peek().tight && !looksLikeCondition(r, 1);
    if (r.take('_') || bracket) [args[0], index] = readEntryOf(r, args[0] as Expr);
  }
  if (fn === 'softmax' && !index && r.scope.notation === 'entries')
    r.fail('Which entry of the softmax? Write softmax_k(s).', r.since(start));
  const of = index ? args.map((arg) => overLast(r, arg, index as Expr)) : args;
  const call: CallNode = {
    type: 'call',
    fn,
    primes: 0,
    args: of,
    ...(index && { index }),
    span: r.since(start),
  };
  return power ? { type: 'binary', op: '^', left: call, right: power, span: call.span } : call;
}

/**
 * `softmax_k(s_k)` is how most books write softmax_k(s): the index of the entry stands at the array, too, and is taken
 * off there. Another letter in its place would be an entry of something else.
 */
function overLast(r: Reader, arg: Expr, index: Expr): Expr {
  const meaning = arg.type === 'name' ? r.scope.names.get(arg.name) : undefined;
  if (arg.type !== 'name' || meaning?.role !== 'array') return arg;
  const last = arg.indices.at(-1);
  const full = meaning.forms.some(({ axes }) => axes.length === arg.indices.length);
  if (!last || !full) return arg;
  const [own, asked] = [last, index].map(printText);
  if (own !== asked)
    r.fail(
      `Over which index is this softmax? The entry is ${asked}, but $${nameTex(arg.name)}$ has ${own} in the last place.`,
      arg.span,
    );
  return { ...arg, indices: arg.indices.slice(0, -1) };
}

/** The f of the exercise that is declared to be relu: `relu'(h)` is f'(h). */
const namedSo = (r: Reader, fn: string): string | undefined =>
  [...r.scope.names].find(([, meaning]) => meaning.role === 'function' && meaning.is === fn)?.[0];

/** The entry behind the brackets: `softmax(z)_nd` of a whole array is softmax_d(z_n), `softmax(z_n)_d` is so, too. */
function readEntryOf(r: Reader, arg: Expr): [of: Expr, index: Expr] {
  const meaning = arg.type === 'name' ? r.scope.names.get(arg.name) : undefined;
  const axes = meaning?.role === 'array' ? (meaning.forms[0]?.axes.length ?? 1) : 1;
  if (arg.type !== 'name' || arg.indices.length > 0 || axes < 2) return [arg, readEntry(r)];
  const indices = r.is('{') || r.is('[') ? readGroup(r) : [];
  while (r.is('[') && r.peek().tight && indices.length < axes) indices.push(...readGroup(r));
  while (indices.length < axes && r.peek().kind === 'word' && r.peek().tight) indices.push(readEntry(r));
  const index = indices.pop();
  if (!index || indices.length !== axes - 1)
    return r.fail(
      `Which entry of the softmax? $${nameTex(arg.name)}$ has ${axes} indices.`,
      r.since(arg.span[0]),
    );
  return [{ ...arg, indices }, index];
}

const readGroup = (r: Reader): Expr[] =>
  r.bracketed(() => r.with({ inList: true, inCondition: true }, () => readIndexList(r)));

function readEntry(r: Reader): Expr {
  if (r.is('{') || r.is('[')) {
    const [only, ...more] = readGroup(r);
    if (!only || more.length > 0) r.fail('One index was expected here.');
    return only;
  }
  if (r.peek().kind !== 'word') return readIndexExpression(r);
  const letter = r.takeStart(1);
  return { type: 'name', name: letter.text, indices: [], span: letter.span };
}

/** tanh^2(z) is (tanh z)^2; tanh^{-1} is the inverse function to some and 1/tanh to others. */
function readPower(r: Reader, name: string): Expr {
  const caret = r.next();
  if (r.is("'") || (r.is('{') && r.is("'", 1)))
    r.fail(`A derivative is left undone here (${name}'): give its value.`, r.since(caret.span[0]));
  const exponent =
    r.is('{') || r.is('(') ? r.bracketed(() => r.expression()) : r.is('-') ? r.term() : r.atom();
  if (exponent.type === 'negative')
    r.fail(
      `${name} to a negative power can mean the inverse function or one over ${name}. Write 1/${name}(…).`,
      [caret.span[0], exponent.span[1]],
    );
  return exponent;
}

function readArguments(r: Reader, name: string, fn: string, start: number): Expr[] {
  if (r.is('(') || r.is('{') || r.is('[')) {
    const args: Expr[] = [];
    const list = VECTOR_FUNCTIONS.has(fn) && r.scope.notation === 'matrix';
    const [least, most] = ARGUMENTS[fn] ?? [1, list ? 99 : 1];
    r.bracketed(() =>
      r.with(
        { inList: most > 1, inBars: false, inCondition: false, inVector: VECTOR_FUNCTIONS.has(fn) },
        () => {
          do args.push(r.expression());
          while (most > 1 && r.take(','));
          if (VECTOR_FUNCTIONS.has(fn)) skipAxis(r);
          if (r.is(',')) r.fail(`${name} takes one argument.`);
        },
      ),
    );
    if (args.length < least || args.length > most)
      r.fail(`${name} needs at least ${least} arguments: ${name}(0, z).`, r.since(start));
    if (!list || args.length === 1) return args;
    // `softmax(0, 1, -1)` is the softmax of a list.
    return [{ type: 'matrix', rows: [args], flat: true, span: r.since(start) }];
  }
  if (r.peek().kind === 'end') r.fail(`${name} needs an argument: ${name}(z).`, r.since(start));
  return [bareArgument(r, name, start)];
}

/** `softmax(s, dim=0)`: a vector has one axis only. */
function skipAxis(r: Reader): void {
  if (!r.is(',') || !(r.is('dim', 1) || r.is('axis', 1)) || !r.is('=', 2)) return;
  const sign = r.is('-', 3) ? 1 : 0;
  if (r.peek(3 + sign).kind === 'number' && r.is(')', 4 + sign))
    for (let i = 0; i < 4 + sign; i += 1) r.next();
}

/** The argument of a function without brackets is one atom; where more could be meant, the reader is asked. */
function bareArgument(r: Reader, name: string, start: number): Expr {
  const first = r.peek();
  if (first.text === '-' || first.text === '+' || !/^(word|number)$/.test(first.kind))
    r.fail(`Put brackets round the argument: ${name}(…).`, [start, first.span[1]]);
  if (first.text === 'sum') return r.atom();
  // `ln e^z` has one reading, because e by itself is hardly ever meant.
  const euler = r.is('e') && !r.scope.names.has('e') && r.is('^', 1);
  const arg = r.with({ inVector: false }, () => (euler ? r.power() : r.atom()));
  const after = r.peek();
  const typed = r.source.slice(arg.span[0], arg.span[1]);
  if (after.text === '^')
    r.fail(`Is this (${name} ${typed})^… or ${name}(${typed}^…)? Put brackets.`, [start, after.span[1]]);
  const joins =
    after.kind === 'number' ||
    after.text === '(' ||
    (after.kind === 'word' && !FUNCTIONS[after.text] && after.text !== 'sum' && after.text !== 'end');
  if (joins)
    r.fail(`Where does the argument of ${name} end? Write ${name}(${typed}) * … or ${name}(${typed} * …).`, [
      start,
      after.span[1],
    ]);
  return arg;
}

/** f(z), f'(z), f''(z) of a function that the exercise leaves open; programs write fprime(z) and f_prime(z). */
export function readOpaque(r: Reader, name: string, start: number, before = 0): Expr {
  let primes = before;
  const primesHere = () => {
    while (r.take("'")) primes += 1;
  };
  primesHere();
  if (r.is('_') && r.is('prime', 1) && r.is('(', 2)) {
    r.next();
    r.next();
    primes += 1;
  } else if (r.is('^') && r.is("'", 1)) {
    r.next();
    primesHere();
  } else if (r.is('^') && r.is('{', 1) && r.is('(', 2) && r.is('1', 3) && r.is(')', 4) && r.is('}', 5)) {
    // `f^{(1)}` is the first derivative.
    for (let i = 0; i < 6; i += 1) r.next();
    primes += 1;
  } else if (r.is('^') && r.is('{', 1) && r.is("'", 2)) {
    r.next();
    r.bracketed(primesHere);
  }
  if (r.is('^'))
    r.fail(`Is this a power of ${name}, or ${name} applied twice? Write (${name}(z))^2.`, r.since(start));
  const shown = name + "'".repeat(primes);
  if (!r.is('(') && !r.is('[') && !r.is('{'))
    r.fail(`${shown} needs its argument in brackets: ${shown}(z).`, r.since(start));
  const arg = r.bracketed(() =>
    r.with({ inList: false, inBars: false, inCondition: false }, () => r.expression()),
  );
  return { type: 'call', fn: name, primes, args: [arg], span: r.since(start) };
}
