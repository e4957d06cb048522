// A response that repeats what is asked for: `yhat = f(X W)`, `dL/dW_kj^l = …`, `max = 1/4`. What stands left is taken off.

import {
  type Expr,
  FitFault,
  GREEK,
  type NameNode,
  parse,
  prepare,
  printText,
  ReadFault,
  type Scope,
  some,
} from '../formula/index.ts';
import { has } from './brackets.ts';
import { bare } from './dress.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';

/** No left-hand side of the book comes near. */
const LONGEST_LEFT = 120;
const MOST_SIDES = 6;

const DERIVATIVE =
  /^\s*(?:\\[dt]?frac\s*\{\s*)?(?:d|∂|\\partial)\s*(.+?)\s*\}?\s*[/{]\s*(?:d|∂|\\partial)\s*(.+?)\s*\}?\s*$/;

/** Signs between two sides: `=`, `≈`, a colon behind a label, and those by which a name is given a new value. */
const SIGN =
  /<=|≤|⩽|\\leq?(?:slant)?(?![A-Za-z])|:=|:(?=\s)|<-(?!\s*[\d.])|←|[-=]>|→|⇒|\\(?:leftarrow|gets|coloneqq|approx|simeq|to|mapsto|rightarrow|Rightarrow|implies)(?![A-Za-z])|≈|≃|≅|(?<![<>!=:])=(?!=)/y;
/** A bound may be said to be one: `|delta| <= …`. */
const BOUNDS = /^(?:<=|≤|⩽|\\le(?:q|qslant)?$)/;
const ASSIGNS = /^(?::=|<-|←|\\(?:leftarrow|gets|coloneqq))$/;

/** Terms with a sign between them, and no derivative among them: `f_l - q_l`. */
const BROKEN = /^(?!.*(?:(?<![A-Za-z])d[A-Za-z\s\\]|∂|partial|nabla|∇|')).*\s[-+*·−](?:\s|$)/;
/** Words before a condition: what stands behind them, up to a comma, compares and says nothing of the whole. */
const CONDITION = /(?<![A-Za-z\\])(?:if|when|for|where|falls|wenn)(?![A-Za-z])[^,;]*$/;
/** `sum_k=1^n` is a bound without its braces. */
const BOUND = /(?:sum|Σ|∑)\s*_\s*[A-Za-z]\s*$/;

/** Behind the formula: `, where N is the number of examples`. */
const WHERE =
  /[\s,;(]+(?:where|with)\s+\$?(\\?[A-Za-z]+|[\u0370-\u03ff])(?:[_^][^\s=]*)?\$?\s*(?:=|is|are|denotes|stands)(?![A-Za-z]).*$/s;

/** Cases whose conditions come first, `k = l: a, k != l: b`: their signs part no sides. */
const COMPARED = String.raw`(?:[=<>≠≤≥⩽⩾]|\\(?:n?eq?|[lg]eq?|[lg]t)(?![A-Za-z]))[^:;=]{0,80}(?::(?!=)|(?<![A-Za-z])then(?![A-Za-z]))`;
const LED = new RegExp(
  `^[^:;?]{1,80}?${COMPARED}[^?]*(?:(?<![A-Za-z])(?:else|otherwise|elsewhere)(?![A-Za-z])|${COMPARED})`,
  's',
);

interface Side {
  readonly text: string;
  readonly start: number;
  /** The sign behind it. */
  readonly sign: string;
}

/**
 * The response with spaces for left sides that only say what is asked for, so that places stay true. More than one
 * text comes back where several formulas are said to be equal.
 */
export function sidesOf(response: string, subject: Subject): readonly string[] {
  const text = withoutWhere(bare(response), subject.scope);
  if (isLed(text, subject)) return [text];
  const sides = cut(text, subject);
  const last = sides.at(-1) as Side;
  if (sides.length === 1 || sides.length > MOST_SIDES) return [text];
  const taken = increased(text, sides);
  if (taken) return [taken];
  const claims = sides.slice(0, -1).filter((side) => !namesOnly(side, last, subject));
  return [...claims, last].map(({ text: own, start }) => ' '.repeat(start) + own);
}

const isLed = (text: string, { numeric }: Subject) => !numeric && LED.test(text);

/** Whether several statements stand side by side, `df/dx = 4x, df/dy = 3x`, so that the last may not be the answer. */
export function saysMore(response: string, subject: Subject): boolean {
  const whole = withoutWhere(bare(response), subject.scope);
  if (isLed(whole, subject)) return false;
  const sides = cut(whole, subject);
  const between = (text: string, i: number) => Number(/^(?:[,;]\s|[;\n]|\sand\s)/.test(text.slice(i, i + 5)));
  return sides.slice(0, -1).some(({ text, start }) => has({ text, start }, between));
}

/** `r o_j where r = yhat - y`: what a name of the exercise means need not be said. */
function withoutWhere(text: string, { names }: Scope): string {
  const [said, name = ''] = WHERE.exec(text) ?? [];
  const word = GREEK[name] ?? name.replace('\\', '');
  return said !== undefined && names.has(word) && names.get(word)?.role !== 'index'
    ? text.slice(0, -said.length) + ' '.repeat(said.length)
    : text;
}

/** The sides outside of brackets. */
function cut(text: string, subject: Subject): Side[] {
  const sides: Side[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if ('([{'.includes(c)) depth += 1;
    else if (')]}'.includes(c)) depth -= 1;
    else if (text.startsWith('\\begin', i)) depth += 1;
    else if (text.startsWith('\\end', i)) depth -= 1;
    SIGN.lastIndex = i;
    const sign = depth === 0 ? SIGN.exec(text)?.[0] : undefined;
    if (!sign) continue;
    const left = text.slice(start, i).trim();
    if (CONDITION.test(left) || BOUND.test(left) || text.includes('?')) continue;
    if (BOUNDS.test(sign) && left !== '' && read(left, subject.scope)) continue;
    sides.push({ text: text.slice(start, i), start, sign });
    start = i + sign.length;
    i = start - 1;
  }
  sides.push({ text: text.slice(start), start, sign: '' });
  return sides;
}

/** `W -= gamma G` is `W - (gamma G)`. */
function increased(text: string, sides: readonly Side[]): string | null {
  const [left, right] = sides;
  if (sides.length !== 2 || !left || !right || left.sign !== '=' || !/[A-Za-z\d)}\]\s][-+]$/.test(left.text))
    return null;
  return `${left.text}(${text.slice(right.start)})`;
}

/**
 * True where a left side says what is asked for and is no formula of its own. What can be read as a response is a
 * formula; what can be read in no way is a label, such as `max`, unless it looks like a formula that failed.
 */
function namesOnly(side: Side, last: Side, subject: Subject): boolean {
  // Short and without runs of spaces, so that the pattern has little to try.
  const typed = side.text
    .slice(0, LONGEST_LEFT + 1)
    .replace(/[\s$]+/g, ' ')
    .trim();
  if (typed === '') return true;
  if (typed.length > LONGEST_LEFT) return false;
  const derivative = DERIVATIVE.exec(typed);
  const left = derivative ? `d ${derivative[1]} / d ${derivative[2]}` : typed;
  const { find, ground } = subject;
  const scope: Scope = {
    ...subject.author,
    notation: ground.notation === 'matrix' ? 'mixed' : ground.notation,
    star: false,
  };
  const tree = read(left, scope);
  if (tree && printText(tree) === printText(find)) return true;
  // `W' = W - gamma G` is another name for the new W.
  const whole = tree?.type === 'transpose' ? tree.arg : tree;
  if (whole?.type === 'name' && (ASSIGNS.test(side.sign) || renewed(whole, last, scope))) return true;
  if (read(typed, subject.scope)) return false;
  if (!tree) return !BROKEN.test(typed);
  // A step on the way, such as the chain rule: derivatives that the next side works out.
  if (tree.type !== 'derivative' && some(tree, ({ type }) => type === 'derivative')) return true;
  // `d tanh(z) / dz` is what is asked for, said in other words than a response may use.
  return isAsked(tree, subject);
}

function read(text: string, scope: Scope): Expr | null {
  try {
    return parse(text, scope);
  } catch (error) {
    if (error instanceof ReadFault) return null;
    throw error;
  }
}

function isAsked(tree: Expr, { find, ground }: Subject): boolean {
  if (ground.notation === 'matrix') return false;
  try {
    return same(tree, prepare(find, ground), ground);
  } catch (error) {
    if (error instanceof FitFault) return false;
    throw error;
  }
}

/** `W = W - gamma G` gives a whole array a new value. */
function renewed({ name }: NameNode, last: Side, scope: Scope): boolean {
  if (scope.notation !== 'mixed') return false;
  const tree = read(last.text, scope);
  return tree !== null && some(tree, (node) => node.type === 'name' && node.name === name);
}
