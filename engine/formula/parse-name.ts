// Names: which declared thing a word means, in every spelling, and what to say where it means none.

import type { Expr, NameNode } from './ast.ts';
import type { Token } from './lex.ts';
import { readArray } from './parse-array.ts';
import { readOpaque } from './parse-call.ts';
import { isKronecker, readKronecker } from './parse-kronecker.ts';
import { capitalSize, takeNumbered } from './parse-numbered.ts';
import { nameTex } from './print-tex.ts';
import { printText } from './print-text.ts';
import type { Reader } from './reader.ts';
import { type Meaning, nearest } from './scope.ts';
import { FUNCTIONS } from './spelling.ts';

export function readName(r: Reader): Expr {
  const start = r.peek().span[0];
  // Even where d is a name of its own, `d L / d h` is a derivative.
  if (r.is('d') && r.scope.derivatives && isDerivative(r)) return readDerivative(r);
  const name = takeDeclared(r);
  if (name === null) return readUndeclared(r);
  return readMeant(r, name, r.scope.names.get(name) as Meaning, start);
}

function readMeant(r: Reader, name: string, meaning: Meaning, start: number): Expr {
  const plain = (): NameNode => ({ type: 'name', name, indices: [], span: r.since(start) });
  switch (meaning.role) {
    case 'array':
      return meaning.tree ? readOwnArray(r, name, meaning, meaning.tree) : readArray(r, name, meaning, start);
    case 'function':
      return readOpaque(r, name, start);
    case 'index':
      if (!r.inCondition)
        r.fail(`${name} is an index, not a number. Compare it in brackets: [k = ${name}].`, r.since(start));
      return plain();
    case 'size':
      return plain();
    case 'short':
      if (FUNCTIONS[name]) return readShortFunction(r, name, start, plain);
      refuseApplied(r, name, meaning.tree, start);
      return meaning.own ? { ...meaning.tree, span: r.since(start) } : plain();
  }
}

/** `delta_ij` where the reader has said what it is, with these very indices. */
function readOwnArray(r: Reader, name: string, meaning: Meaning & { role: 'array' }, tree: Expr): Expr {
  const node = readArray(r, name, meaning, r.peek().span[0]);
  const [form] = meaning.forms;
  const { indices, layer } = node as NameNode;
  const asGiven =
    indices.map(printText).join() === form?.letters.join() &&
    (layer && printText(layer)) === (form?.layer && printText(form.layer));
  if (!asGiven) r.fail(`Use $${nameTex(name)}$ with the indices that it has where it is defined.`, node.span);
  return { ...tree, span: node.span };
}

/** Takes a declared name in any of its spellings: `W1`, `W_1`, `W^{(1)}`, `\hat y`. */
function takeDeclared(r: Reader): string | null {
  const { names } = r.scope;
  const word = r.peek();
  if (word.text === 'hat') return takeHat(r);
  const digits = r.peek(1);
  if (digits.kind === 'number' && digits.tight && names.has(word.text + digits.text)) {
    r.next();
    r.next();
    return word.text + digits.text;
  }
  if (names.has(word.text)) {
    if (digits.kind === 'number' && digits.tight && !r.is('_', 2) && !r.is('[', 2))
      refuseNumbered(r, word, digits);
    // x_1 is the declared x1 where x itself is a single number.
    const meaning = names.get(word.text);
    const single = meaning?.role === 'array' && meaning.forms.every((f) => f.axes.length === 0 && !f.layer);
    const numbered = single && r.is('_', 1) ? takeNumbered(r, word.text) : null;
    if (numbered) return numbered;
    r.next();
    return word.text;
  }
  const capital = capitalSize(r);
  if (capital) r.rename(0, capital);
  return capital ? takeDeclared(r) : takeNumbered(r, word.text);
}

/** `x4`, `D2`: a name that is not known, a power, or a product. LaTeX's `\\frac x2` is none of these. */
function refuseNumbered(r: Reader, word: Token, digits: Token): void {
  if (/frac\s*(?:\S\s*)?$/.test(r.source.slice(0, word.span[0]))) return;
  r.fail(
    `There is no ${word.text}${digits.text} in this exercise. For a product write ${digits.text} ${word.text}, for a power ${word.text}^${digits.text}.`,
    [word.span[0], digits.span[1]],
  );
}

function takeHat(r: Reader): string | null {
  const inBraces = r.is('{', 1);
  const letter = r.peek(inBraces ? 2 : 1);
  const name = `${letter.text}hat`;
  if (letter.kind !== 'word' || (inBraces && !r.is('}', 3)))
    r.fail('A hat stands over one letter: \\hat{y}.');
  if (!r.scope.names.has(name)) {
    const meant = nearest(name, r.scope.names.keys());
    r.fail(
      `${letter.text} with a hat is not a name of this exercise.${meant ? ` Did you mean ${meant}?` : ''}`,
      [r.peek().span[0], letter.span[1]],
    );
  }
  for (let i = 0; i < (inBraces ? 4 : 2); i += 1) r.next();
  return name;
}

/** For a short name that is a function's name too, sigma = sigma(z): `sigma(z)` calls, `sigma(1 - sigma)` multiplies. */
function isCall(r: Reader, name: string, from = 0): boolean {
  if (!r.is('(', from)) return false;
  let depth = 0;
  for (let ahead = from; ; ahead += 1) {
    const token = r.peek(ahead);
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth === 0 || token.kind === 'end') return true;
    if (token.text !== name) continue;
    if (!r.is('(', ahead + 1)) return false;
    r.fail(`Is this ${name} times the bracket, or ${name} of it? Write ${name} * (…) or ${name}(z) * (…).`, [
      r.peek().span[0],
      token.span[1],
    ]);
  }
}

/** `t(z)` of a short name t = tanh(z): t times z to some, t itself to others. */
function refuseApplied(r: Reader, name: string, tree: Expr, start: number): void {
  const arg = tree.type === 'call' ? tree.args[0] : undefined;
  if (arg?.type !== 'name' || !r.is('(') || !r.is(arg.name, 1) || !r.is(')', 2)) return;
  r.fail(
    `Is this ${name} times ${arg.name}? ${name} stands for ${printText(tree)} already: write ${name}, or ${name} * ${arg.name}.`,
    [start, r.peek(2).span[1]],
  );
}

/** `sigma(z)`, `sigma^2(z)` and plain `sigma`, of a short name that is a function's name too. */
function readShortFunction(r: Reader, name: string, start: number, plain: () => Expr): Expr {
  if (isCall(r, name)) return readShortAsCall(r, name, start);
  const meaning = r.scope.names.get(name);
  const arg = meaning?.role === 'short' && meaning.tree.type === 'call' ? meaning.tree.args[0] : undefined;
  if (arg?.type === 'name' && r.is(arg.name))
    r.fail(
      `Is this ${name} of ${arg.name}, or times ${arg.name}? Write ${name}(${arg.name}), or ${name} * ${arg.name}.`,
      [start, r.peek().span[1]],
    );
  if (!r.is('^')) return plain();
  let after = 2;
  if (r.is('{', 1)) while (r.peek(after).kind !== 'end' && !r.is('}', after - 1)) after += 1;
  if (!isCall(r, name, after)) return plain();
  r.next();
  const exponent = r.is('{') ? r.bracketed(() => r.expression()) : r.atom();
  const left = readShortAsCall(r, name, start);
  return { type: 'binary', op: '^', left, right: exponent, span: left.span };
}

function readShortAsCall(r: Reader, name: string, start: number): Expr {
  const arg = r.bracketed(() => r.with({ inBars: false }, () => r.expression()));
  return { type: 'call', fn: FUNCTIONS[name] as string, primes: 0, args: [arg], span: r.since(start) };
}

function readUndeclared(r: Reader): Expr {
  const token = r.peek();
  const { text, span } = token;
  // An index; one that has indices of its own is a name that is not known here.
  if (r.inCondition && r.hasIndices && /^[A-Za-z]'*$/.test(text) && !r.is('_', 1)) {
    r.next();
    return { type: 'name', name: text, indices: [], span };
  }
  if (text === 'e') {
    r.next();
    if (r.peek().kind === 'number' && r.peek().tight)
      r.fail(`Is this e^${r.peek().text} or e times ${r.peek().text}? Write ^ or *.`, [
        span[0],
        r.peek().span[1],
      ]);
    if (r.is('_')) r.fail("e is Euler's number here; it has no indices.", span);
    return { type: 'euler', span };
  }
  if (isKronecker(r)) return readKronecker(r);
  const primed = /^(\w+)prime$/.exec(text)?.[1];
  if (primed && r.is('(', 1) && r.scope.names.get(primed)?.role === 'function') {
    r.next();
    return readOpaque(r, primed, span[0], 1);
  }
  const digits = r.peek(1);
  const numbered = digits.kind === 'number' && digits.tight ? split(text + digits.text, r) : [];
  refuseOtherCase(r);
  const pieces = numbered.length > 0 ? numbered : split(text, r);
  if (pieces.length === 1) {
    const first = (pieces[0] as string[])[0] as string;
    r.splitWord(first.length);
    return r.atom();
  }
  if (pieces.length > 1)
    r.fail(`“${text}” can be read in more than one way. Put * between the factors.`, span);
  return r.fail(unknown(text, r), span);
}

/** `w1` and `w_1` where W1 is declared. */
function refuseOtherCase(r: Reader): void {
  const { text, span } = r.peek();
  const ahead = r.is('_', 1) ? (r.is('{', 2) ? 3 : 2) : 1;
  const digits = r.peek(ahead);
  if (digits.kind !== 'number' || !digits.tight) return;
  const name = text + digits.text;
  const meant = [...r.scope.names.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
  if (meant && meant !== name)
    r.fail(`There is no $${nameTex(name)}$ in this exercise. Did you mean $${nameTex(meant)}$?`, [
      span[0],
      digits.span[1],
    ]);
}

/** Every way to read a word as several known names: `xy`, `ck`, `ztanh`. */
function split(word: string, r: Reader): string[][] {
  // The last piece may have its number behind it: XW_1 and XW^{(1)} are X times W1.
  let ahead = 2;
  while (/^[{(]$/.test(r.peek(ahead).text)) ahead += 1;
  const number = r.is('_', 1) || r.is('^', 1) ? r.peek(ahead).text : '';
  const known = (part: string, last: boolean) =>
    r.scope.names.has(part) ||
    Boolean(FUNCTIONS[part]) ||
    part === 'e' ||
    part === 'sum' ||
    (last && /^\d+$/.test(number) && r.scope.names.has(part + number));
  const ways: string[][] = [];
  const walk = (rest: string, parts: string[]) => {
    if (ways.length > 1) return;
    if (rest === '') {
      if (parts.length > 1) ways.push(parts);
      return;
    }
    for (let length = 1; length <= rest.length; length += 1)
      if (known(rest.slice(0, length), length === rest.length))
        walk(rest.slice(length), [...parts, rest.slice(0, length)]);
  };
  if (word.length <= 12) walk(word, []);
  return ways;
}

/** Numbers as words, which are read nowhere. */
const NUMBER_WORD =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|half|halves|thirds?|quarters?|fourths?|eighths?)$/i;

function unknown(text: string, r: Reader): string {
  if ([text, r.peek(1).text].some((word) => NUMBER_WORD.test(word)))
    return 'Write numbers in digits: 0, -1, 1/4.';
  const rest = text.slice(1);
  if (text[0] === 'd' && rest && (r.scope.names.has(rest) || /^[A-Za-z]$/.test(rest)))
    return `A derivative is left undone here (${text}…): give its value.`;
  if (text === 'd' && !r.is('_', 1) && !r.is('^', 1))
    return 'A derivative is left undone here (d…): give its value.';
  if (r.scope.hidden?.has(text) && r.scope.names.size > 0)
    return `${text} is not to be used here. You may use ${mayUse(r)}.`;
  const digits = r.peek(1).kind === 'number' && r.peek(1).tight ? r.peek(1).text : '';
  const none = `There is no ${text}${digits} in this exercise.`;
  const meant = meantBy(text, r);
  if (meant && meant !== text) return `${none} Did you mean ${meant}?`;
  const names = mayUse(r);
  if (names === '') return `“${text}” is not a number, and no names are needed here.`;
  return `${none} You may use ${names}.`;
}

/** The name or function that a word is nearest to; a slip seldom changes the first letter of a function. */
function meantBy(text: string, r: Reader): string | null {
  const names = [...r.scope.names.keys()];
  if (text === 'E') return 'e';
  if (text === 'd') return names.find((name) => /^(?:D|delta)$/.test(name)) ?? null;
  const known = [...names, ...Object.keys(FUNCTIONS).filter((name) => name[0] === text[0]?.toLowerCase())];
  const cut = text.length > 2 ? known.find((name) => name.startsWith(text)) : undefined;
  return cut ?? nearest(text, known) ?? null;
}

function mayUse(r: Reader): string {
  return [...r.scope.names]
    .filter(([, m]) => m.role !== 'index')
    .map(([name, m]) => (m.role === 'function' ? `${name}( )` : name))
    .join(', ');
}

/** `d L / d z_j^l`: a name, a stroke, and a second d. */
function isDerivative(r: Reader): boolean {
  if (r.peek(1).kind !== 'word') return false;
  let depth = 0;
  for (let ahead = 1; ; ahead += 1) {
    const { text, kind } = r.peek(ahead);
    if (kind === 'end') return false;
    if (text === '{' || text === '(') depth += 1;
    else if (text === '}' || text === ')') depth -= 1;
    else if (depth === 0 && text === '/') return r.is('d', ahead + 1) && r.peek(ahead + 2).kind === 'word';
    else if (depth === 0 && /^[-+*=<>]$/.test(text)) return false;
  }
}

function readDerivative(r: Reader): Expr {
  const start = r.next().span[0];
  const of = r.atom();
  r.next();
  r.next();
  const by = r.atom();
  if (by.type !== 'name') r.fail('A derivative is taken by a name: d L / d z_j^l.', by.span);
  return { type: 'derivative', of, by: by as NameNode, span: r.since(start) };
}
