// A response that repeats what is asked for: `yhat = f(X W)`, `dL/dW_kj^l = …`, `max = 1/4`. What stands left is taken off.

import {
  type Expr,
  FitFault,
  FUNCTIONS,
  type NameNode,
  parse,
  prepare,
  printText,
  ReadFault,
  type Scope,
  some,
} from '../formula/index.ts';
import { bare } from './dress.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';

/** No left-hand side of the book comes near. */
const LONGEST_LEFT = 120;
const MOST_SIDES = 6;

const DERIVATIVE =
  /^\s*(?:\\[dt]?frac\s*\{\s*)?(?:d|∂|\\partial)\s*(.+?)\s*\}?\s*[/{]\s*(?:d|∂|\\partial)\s*(.+?)\s*\}?\s*$/;

/** Signs between two sides: `=`, `≈`, and those by which a name is given a new value. */
const SIGN =
  /<=|≤|⩽|\\leq?(?:slant)?(?![A-Za-z])|:=|<-(?!\s*[\d.])|←|\\(?:leftarrow|gets|coloneqq|approx|simeq)(?![A-Za-z])|≈|≃|≅|(?<![<>!=:])=(?!=)/y;
/** A bound may be said to be one: `|delta| <= …`. */
const BOUNDS = /^(?:<=|≤|⩽|\\le)/;
const ASSIGNS = /^(?::=|<-|←|\\(?:leftarrow|gets|coloneqq))$/;

/** A derivative that is left undone, somewhere in a formula. */
const UNDONE = /∂|\\partial|(?<![A-Za-z\\])d ?\\?[A-Za-z]\w*[\w^{}]* ?\/ ?d ?\\?[A-Za-z]/;

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
  const text = bare(response);
  const sides = cut(text);
  const last = sides.at(-1) as Side;
  if (sides.length === 1 || sides.length > MOST_SIDES) return [text];
  const taken = increased(text, sides);
  if (taken) return [taken];
  const claims = sides.slice(0, -1).filter((side) => !namesOnly(side, last, subject));
  return [...claims, last].map(({ text: own, start }) => ' '.repeat(start) + own);
}

/** The sides outside of brackets. */
function cut(text: string): Side[] {
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
    if (BOUNDS.test(sign) && left !== '' && !isLabel(left)) continue;
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

/** True where a left side is what is asked for, or a label such as `max`, and no formula of its own. */
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
  if (tree === null)
    return isLabel(typed) || UNDONE.test(typed) || (subject.numeric && isSymbols(typed, scope));
  if (printText(tree) === printText(find)) return true;
  if (tree.type === 'name' && (ASSIGNS.test(side.sign) || renewed(tree, last, scope))) return true;
  // A step on the way, such as the chain rule: derivatives that the next side works out.
  if (tree.type !== 'derivative' && some(tree, ({ type }) => type === 'derivative')) return true;
  // `d tanh(z) / dz` is what is asked for, said in other words than a response may use.
  return read(typed, subject.scope) === null && isAsked(tree, subject);
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

/** A name, a derivative or a word, but no sum or product: those are formulas that cannot be read. */
function isLabel(typed: string): boolean {
  let outside = '';
  let depth = 0;
  for (const c of typed) {
    if (c === '}') depth -= 1;
    if (depth === 0) outside += c;
    if (c === '{') depth += 1;
  }
  return /^[\p{L}\\∂∇(|][\p{L}\p{N}\\∂∇()[\]{}_^,|\s./':′’]*$/u.test(outside) && !/\bif\b/.test(typed);
}

/** For a number any formula in symbols may stand left, also in names that the exercise has not: `p - y = 0.7`. */
function isSymbols(typed: string, { names }: Scope): boolean {
  const words = typed.replace(/\\[A-Za-z]+/g, ' ').match(/[A-Za-z]+/g) ?? [];
  const known = (word: string) => word.length === 1 || names.has(word) || FUNCTIONS[word] !== undefined;
  return words.length > 0 && words.every(known);
}
