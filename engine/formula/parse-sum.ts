// Sums: their bound indices in every usual spelling, with and without bounds.

import type { BoundIndex, Expr } from './ast.ts';
import { make, some } from './ast.ts';
import { linear } from './linear.ts';
import { readComparisons } from './parse-condition.ts';
import { lettersIn, readIndexAtom, readIndexExpression } from './parse-index.ts';
import { capitalSize } from './parse-numbered.ts';
import { meanOf } from './parse-reduce.ts';
import { rational } from './rational.ts';
import type { Reader } from './reader.ts';
import { hasLayers } from './scope.ts';

/** `sum_k`, `sum_{i,j}`, `sum_ij`, `\sum_{k=0}^{K-1}`, `sum_{k != l}`, then everything up to the next + or -. */
export function readSum(r: Reader): Expr {
  const token = r.next();
  if (r.is('(') && isLoop(r)) return readLoop(r, token.span[0]);
  // `\\sum^{N}_{n=1}`: LaTeX does not care which of the two comes first.
  const above = r.is('^') ? readUpper(r, [{ name: '', span: token.span }], true)[0] : undefined;
  const over = r.take('over');
  if (!over && !r.is('_') && !isListed(r))
    r.fail('This sum does not say over which index it runs. Write sum_k or sum_{i,j}.', token.span);
  if (!over) r.take('_');
  const conditions: Expr[] = [];
  let bound = readBound(r, conditions, r.source[token.span[0]] === '\\');
  r.take('of');
  if (above)
    bound = bound.map((b) => ({
      ...b,
      ...(above.to && { to: above.to }),
      ...(above.own && { own: above.own }),
    }));
  else if (r.is('^')) bound = readUpper(r, bound);
  const twice = bound.find((b, i) => bound.some((other, j) => j < i && other.name === b.name));
  if (twice) r.fail(`The index ${twice.name} stands twice under this sum.`, twice.span);
  if (r.peek().kind === 'end' || /^[)\]},*/^=]$/.test(r.peek().text))
    r.fail('What is to be added up is missing after this sum.', token.span);
  let body = r.term();
  for (const condition of conditions) body = { ...make.binary('*', condition, body), span: body.span };
  bound = bound.map((b) => (b.from && isMovedBack(b.name, body) ? { ...b, literal: true } : b));
  const sum: Expr = { type: 'sum', bound, body, span: r.since(token.span[0]) };
  return token.text === 'mean' ? meanOf(r, sum, bound[0]?.name ?? '', sum.span) : sum;
}

/** `sum_{n=1}^N x_{n-1}`: what counts from 1 is put back to 0 where it is used. */
function isMovedBack(index: string, body: Expr): boolean {
  return some(body, (node) => {
    const forms = node.type === 'name' ? node.indices.map((at) => linear(at)) : [];
    return forms.some((form) => form?.get(index) === 1 && form.get('') === -1);
  });
}

/** `sum(i, j) x_ij`: nothing but letters that mean nothing else, and something to add up behind them. */
function isListed(r: Reader): boolean {
  let ahead = 0;
  do {
    const { kind, text } = r.peek(ahead + 1);
    if (kind !== 'word' || text.length > 1 || r.scope.names.has(text)) return false;
    ahead += 2;
  } while (r.is(',', ahead));
  return r.is('(') && r.is(')', ahead) && (r.peek(ahead + 1).kind === 'word' || r.is('(', ahead + 1));
}

/** `sum(g[i] * x[i] for i in range(n))`: what is added up comes before the indices. */
export function isLoop(r: Reader, from = 0): boolean {
  let depth = 0;
  for (let ahead = from; r.peek(ahead).kind !== 'end'; ahead += 1) {
    const { text } = r.peek(ahead);
    if (/^[([{]$/.test(text)) depth += 1;
    else if (/^[)\]}]$/.test(text)) depth -= 1;
    else if (text === 'for' && depth === 1) return true;
    if (depth === 0) return false;
  }
  return false;
}

function readLoop(r: Reader, start: number): Expr {
  const bound: BoundIndex[] = [];
  const body = r.bracketed(() => {
    let inner = r.with({ inBars: false, inList: false }, () => r.expression());
    while (r.take('for')) {
      const { text, span, kind } = r.next();
      if (kind !== 'word' || text.length !== 1) r.fail('A sum runs over an index of one letter.', span);
      if (!r.take('in')) r.fail('“in” was expected here: sum(… for k in range(K)).');
      bound.push(readRange({ name: text, span }, r));
      if (r.take('if')) inner = { ...make.binary('*', readComparisons(r, 'and'), inner), span: inner.span };
    }
    return inner;
  });
  return { type: 'sum', bound, body, span: r.since(start) };
}

/**
 * All that an index runs over, `range(units)`, `range(len(x))`, `K`, or up to an end, `range(K)`, `range(K - 1)`:
 * a range from another number than 0 is no whole axis.
 */
function readRange(b: BoundIndex, r: Reader): BoundIndex {
  const { span } = r.peek();
  const first = r.is('0', 2) && r.is(',', 3) ? 4 : 2;
  let last = first;
  while (/^[-+*]$/.test(r.peek(last).text) || /word|number/.test(r.peek(last).kind)) last += 1;
  if (r.is('range') && r.is(')', last) && last > first && !(last === first + 1 && isOwnWord(r, first))) {
    for (let i = 0; i < first; i += 1) r.next();
    const end = r.with({ inCondition: true }, () => readUpperExpression(r));
    if (!r.take(')')) r.fail('A “)” was expected here, to close the range.');
    const one = make.number(rational(1n));
    return withUpper({ ...b, from: make.number(rational(0n)) }, end && make.binary('-', end, one), r);
  }
  let depth = 0;
  let commas = first === 4 ? -1 : 0;
  let more = false;
  while (r.peek().kind !== 'end' && !(depth === 0 && /^(?:\)|for|if)$/.test(r.peek().text))) {
    const { text } = r.next();
    if (/^[([{]$/.test(text)) depth += 1;
    if (/^[)\]}]$/.test(text)) depth -= 1;
    if (depth === 1 && text === ',') commas += 1;
    if (commas > 0 || (depth === 1 && /^[-+*/]$/.test(text))) more = true;
  }
  if (more) r.fail('Which part of the axis is this? Write sum_{k=1}^{K-1}.', r.since(span[0]));
  return b;
}

/** A word of the reader's own, of several letters: how many there are. */
function isOwnWord(r: Reader, ahead: number): boolean {
  const { kind, text } = r.peek(ahead);
  return kind === 'word' && text.length > 1 && !r.scope.names.has(text);
}

function readBound(r: Reader, conditions: Expr[], latex: boolean): BoundIndex[] {
  if (r.is('{') || r.is('('))
    return r.bracketed(() =>
      r.with({ inList: true, inCondition: true, inBars: false }, () =>
        r.is('(') || r.is('{') ? r.bracketed(() => readList(r, conditions)) : readList(r, conditions),
      ),
    );
  // In LaTeX an index without braces is one letter: `\\sum_kt_k`.
  const alone =
    latex && /^[A-Za-z]{2,}$/.test(r.peek().text) && r.peek(1).tight && /^[_^'(]$/.test(r.peek(1).text);
  const token = alone ? r.takeStart(1) : r.next();
  if (token.kind !== 'word' || !/^[A-Za-z]+'*$/.test(token.text))
    r.fail('The index of the sum was expected here: sum_k.', token.span);
  if (token.text.length > 1 && r.peek().tight && /^[_'(]$/.test(r.peek().text))
    r.fail('Where do the indices of this sum end? Put a space after them, or braces round them.', [
      token.span[0],
      r.peek().span[1],
    ]);
  // `sum_k=1^n` can only be a bound without its braces.
  if (token.text.length === 1 && r.is('=') && r.is('^', 2)) {
    r.next();
    return [{ name: token.text, span: token.span, from: readIndexAtom(r) }];
  }
  const letters: BoundIndex[] = lettersIn(token.text, token.span[0]);
  // `sum_i,j x_ij`
  while (
    r.is(',') &&
    r.peek().tight &&
    r.peek(1).kind === 'word' &&
    r.peek(1).tight &&
    r.peek(1).text.length === 1
  ) {
    r.next();
    const { text, span } = r.next();
    letters.push({ name: text, span });
  }
  return letters;
}

function readList(r: Reader, conditions: Expr[]): BoundIndex[] {
  const bound: BoundIndex[] = [];
  do {
    const token = r.next();
    if (token.kind !== 'word') r.fail('An index was expected under this sum.', token.span);
    const names: BoundIndex[] = lettersIn(token.text, token.span[0]);
    const last = names.at(-1) as BoundIndex;
    bound.push(...names);
    if (r.take('=')) {
      const from = readIndexExpression(r);
      const to = r.take('..') || r.take('...') ? readUpperExpression(r) : null;
      bound[bound.length - 1] = withUpper({ ...last, from }, to, r);
    } else if (r.take('in')) {
      while (!/^[,})]$/.test(r.peek().text) && r.peek().kind !== 'end') r.next();
    } else if (r.is('!=') || r.is('<') || r.is('>') || r.is('<=') || r.is('>=')) {
      const op = r.next().text as '!=';
      const right = readIndexExpression(r);
      conditions.push({
        type: 'bracket',
        op,
        left: make.name(last.name),
        right,
        span: [last.span[0], right.span[1]],
      });
    }
  } while (r.take(',') || r.peek().kind === 'word');
  return bound;
}

/** The upper bound belongs to every index that has a lower one. */
function readUpper(r: Reader, bound: readonly BoundIndex[], first = false): BoundIndex[] {
  r.next();
  // An empty place for it, as formula editors leave it.
  if (r.is('{') && r.is('}', 1)) {
    r.next();
    r.next();
    return [...bound];
  }
  const to =
    r.is('{') || r.is('(')
      ? r.bracketed(() => r.with({ inCondition: true }, () => readUpperExpression(r)))
      : upperAtom(r);
  // `^n_{l+1}`: the index belongs to the reader's own size.
  if (r.is('_') && !first) {
    skipIndex(r);
    return [...bound];
  }
  return bound.map((b) => withUpper(b, to, r));
}

function withUpper(b: BoundIndex, to: Expr | null, r: Reader): BoundIndex {
  if (!to) return b;
  const letters = [...(linear(to)?.keys() ?? [])].filter((letter) => letter !== '');
  if (/^[lL]$/.test(letters.join()) && hasLayers(r.scope))
    r.fail(`$${letters[0]}$ is a layer, and not how many units there are.`, b.span);
  const own = letters.length === 1 && !r.scope.names.has(letters[0] as string);
  return { ...b, to, ...(own && { own }) };
}

/** With an index, layer or number, `n_{l+1}`, `n1`, a letter of the reader's own is still one size; no bound where the letter has a meaning. */
function readUpperExpression(r: Reader): Expr | null {
  sizesInCapitals(r);
  const to = readIndexExpression(r);
  const numbered = r.peek().kind === 'number' && r.peek().tight;
  if (!r.is('_') && !r.is('^') && !numbered) return to;
  skipIndex(r);
  if (to.type !== 'name' || r.scope.names.has(to.name)) return null;
  if (!r.is('-') && !r.is('+')) return to;
  const op = r.next().text as '-' | '+';
  return make.binary(op, to, readIndexExpression(r));
}

function skipIndex(r: Reader): void {
  if (!r.take('_')) r.take('^');
  if (r.is('{') || r.is('(')) r.bracketed(() => readIndexExpression(r));
  else readIndexExpression(r);
}

/** Below and above a sum the sizes of the reader may be in small letters. */
function sizesInCapitals(r: Reader): void {
  for (let ahead = 0; r.peek(ahead).kind !== 'end' && !r.is('}', ahead); ahead += 1) {
    const capital = capitalSize(r, ahead);
    if (capital) r.rename(ahead, capital);
  }
}

function upperAtom(r: Reader): Expr {
  const token = r.peek();
  if (token.kind === 'word') {
    const name = r.takeStart(r.scope.names.has(token.text) ? token.text.length : 1);
    return { type: 'name', name: name.text, indices: [], span: name.span };
  }
  if (token.kind !== 'number') r.fail('The upper bound of the sum was expected here.');
  return readIndexAtom(r);
}
