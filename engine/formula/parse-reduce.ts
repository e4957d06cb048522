// Sums over an axis that is counted, as programs write them: `np.sum(x, axis=0)`, `x.mean(0)`. The axis tells the index.

import type { Expr, NameNode, Span } from './ast.ts';
import { children, make } from './ast.ts';
import type { Reader } from './reader.ts';

/** True before `sum(` or `mean(` where a counted axis stands in the brackets. */
export function isCounted(r: Reader): boolean {
  let depth = 0;
  for (let ahead = 1; r.peek(ahead).kind !== 'end'; ahead += 1) {
    const { text } = r.peek(ahead);
    if (/^[([{]$/.test(text)) depth += 1;
    else if (/^[)\]}]$/.test(text)) depth -= 1;
    else if (depth === 1 && text === ',' && isAxis(r, ahead + 1)) return true;
    if (depth === 0) return false;
  }
  return false;
}

function isAxis(r: Reader, ahead: number): boolean {
  if (r.is('axis', ahead) || r.is('dim', ahead)) return true;
  const number = r.is('-', ahead) ? ahead + 1 : ahead;
  return r.peek(number).kind === 'number' && r.is(')', number + 1);
}

/** `sum(x, axis=0)` from its word on. */
export function readCounted(r: Reader): Expr {
  const { text, span } = r.next();
  const [body, axis] = r.bracketed(() => {
    const inner = r.with({ inBars: false, inList: true, inCondition: false }, () => r.expression());
    r.take(',');
    return [inner, readAxis(r)] as const;
  });
  return reduced(r, text, body, axis, r.since(span[0]));
}

/** The rest of `x.sum(axis=0)` behind `x`. */
export function readCountedBehind(r: Reader, body: Expr): Expr {
  const { text } = r.next();
  const axis = r.bracketed(() => readAxis(r));
  return reduced(r, text.slice(1), body, axis, [body.span[0], r.end]);
}

/** `axis=0`, `0`, `dim=-1`, and `keepdims=True` behind it. */
function readAxis(r: Reader): number {
  if (r.take('axis') || r.take('dim')) r.take('=');
  const sign = r.take('-') ? -1 : 1;
  const { text, kind, span } = r.next();
  if (kind !== 'number' || !/^\d$/.test(text)) r.fail('An axis is a whole number: axis=0.', span);
  while (r.peek().kind !== 'end' && !r.is(')')) r.next();
  return sign * Number(text);
}

function reduced(r: Reader, word: string, body: Expr, axis: number, span: Span): Expr {
  const arrays = namesIn(body).filter((node) => node.indices.length > 0);
  const most = Math.max(0, ...arrays.map((node) => node.indices.length));
  const letters = arrays
    .filter((node) => node.indices.length === most)
    .map((node) => node.indices.at(axis))
    .map((index) => (index?.type === 'name' ? index.name : ''));
  const letter = letters[0];
  if (!letter || letters.some((other) => other !== letter))
    return r.fail('Over which index is this? Write sum_k.', span);
  const sum: Expr = { type: 'sum', bound: [{ name: letter, span }], body, span };
  return word === 'mean' ? meanOf(r, sum, letter, span) : sum;
}

/** A sum divided by how many there are. */
export function meanOf(r: Reader, sum: Expr, letter: string, span: Span): Expr {
  for (const node of namesIn(sum)) {
    const meaning = r.scope.names.get(node.name);
    const at = node.indices.findIndex((index) => index.type === 'name' && index.name === letter);
    if (meaning?.role !== 'array' || at < 0) continue;
    const axis = meaning.forms.find(({ axes }) => axes.length === node.indices.length)?.axes[at];
    if (axis && !axis.layer && r.scope.names.get(axis.size)?.role === 'size')
      return { ...make.binary('/', sum, make.name(axis.size)), span };
  }
  return r.fail('How many are these? Write 1/N sum_n.', span);
}

function namesIn(node: Expr): NameNode[] {
  return [...(node.type === 'name' ? [node] : []), ...children(node).flatMap(namesIn)];
}
