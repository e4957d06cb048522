// A response that repeats what is asked for: `yhat = f(X W)`, `dL/dW_kj^l = …`, `max = 1/4`. What stands left is taken off.

import { GREEK, type NameNode, printTex, ReadFault, type Scope, some } from '../formula/index.ts';
import { bare, CHANGES, withAbout } from './dress.ts';
import { withoutLayers } from './layer-range.ts';
import { differs } from './same.ts';
import { judgedStatement } from './several.ts';
import {
  BOUNDS,
  cut,
  isAsked,
  isFind,
  isLed,
  isOwnName,
  isRelettered,
  LONGEST_LEFT,
  leftScope,
  read,
  readLeft,
  type Side,
} from './sides.ts';
import type { Subject } from './subject.ts';

const MOST_SIDES = 6;

const ASSIGNS = /^(?::=|<-|←|\\(?:leftarrow|gets|coloneqq))$/;

/** Terms with a sign between them, and no derivative among them: `f_l - q_l`. */
const BROKEN = /^(?!.*(?:(?<![A-Za-z])d[A-Za-z\s\\]|∂|partial|nabla|∇|')).*\s[-+*·−](?:\s|$)/;
/** A derivative with a sign or a number before it: `-dR/ds`, `2 df/dx`. */
const MULTIPLE = /^(?:[-−–]|[\d½¼./]+\s*[*·]?\s*(?=[d∂\\]))/;
/** The sign before what is differentiated, and before what it is differentiated by. */
const D = String.raw`(?:d|∂|\\partial)\s*`;
/** What works something out of a name, as `s^2`, `2s`, `1/s`, `1-x`, `ln x` do: an equation for it, and no label. */
const WORKED =
  /^\d[\d./]*\s*[*·]?\s*(?!(?:st|nd|rd|th)\b)[A-Za-z|\\]|\d\s*[-+−]\s*[A-Za-z\\]|[|)]\s*\^\s*\{?\s*\d|^(?:\\?(?:ln|log|exp|sqrt)(?![A-Za-z])|√)|^[^d∂]*\/\s*(?![d∂\s]|\\partial)|[²³]$/;
/** A derivative inside something else: `1/(df/dx)`, `(df/dx)^2`, `N dL/dW`. */
const WRAPPED = new RegExp(
  String.raw`(?:(?<![A-Za-z\\])[A-Za-z]\s+|[(|/*·^]\s*)${D}\\?[A-Za-z][^/]{0,30}/\s*${D}`,
);
/** `tanh''(z)`, `d²f/dx²`. */
const SECOND = new RegExp(String.raw`[a-z]''|(?<![A-Za-z])${D}(?:²|\^\s*\{?\s*[2-9])`);
/** One of several quotients of differentials, as the chain rule multiplies them. */
const QUOTIENT = new RegExp(String.raw`\(?\s*${D}([^\s/*()·]+)\s*/\s*${D}([^\s/*()·]+)\s*\)?`, 'g');
/** What a quotient of differentials is taken by: the `y` of `df/dy`. */
const BY = new RegExp(String.raw`/\s*${D}\{?\s*(\\?[A-Za-z]+\d*|[\u0370-\u03ff])`);
/** What a gradient in short is taken by: the `y` of `dy`, `grad_y`, `f_y`. */
const GRADIENT = new RegExp(
  String.raw`^(?:${D}|grad\s*|∇|\\nabla\s*|[A-Za-z])_?\{?\s*(\\?[A-Za-z]+\d*|[\u0370-\u03ff])\}?$`,
);
/** What ends with a name that is explained is a formula. */
const EXPLAINS = /\s(?:where|with)\s/;
/** Behind the formula: `, where N is the number of examples`. */
const WHERE =
  /[\s,;(]+(?:where|with)\s+\$?((\\?[A-Za-z]+|[\u0370-\u03ff])(?:[_^][^\s=]*)?)\$?\s*(=|(?:is|are|denotes|stands)(?![A-Za-z]))(.*)$/s;

/**
 * The response with spaces for left sides that only say what is asked for, so that places stay true. More than one
 * text comes back where several formulas are said to be equal. Throws a ReadFault where statements contradict each other.
 */
export function sidesOf(response: string, subject: Subject): readonly string[] {
  const whole = statedIn(response, subject);
  if (isLed(whole, subject)) return [whole];
  const text = judgedStatement(whole, subject);
  const sides = cut(text, subject);
  const last = sides.at(-1) as Side;
  if (sides.length === 1 || sides.length > MOST_SIDES) return [text];
  refuseLetters(sides[0] as Side, subject);
  const taken = increased(text, sides);
  if (taken) return [taken];
  // The first names what is asked for; a step on the way may say anything.
  const names = (side: Side, i: number) =>
    namesOnly(side, last, subject) && !(i === 0 && namesOther(side.text.trim(), subject));
  const claims = sides.slice(0, -1).filter((side, i) => !names(side, i));
  return [...claims, last].map(({ text: own, start }) => ' '.repeat(start) + own);
}

/** What a response states, without its dress. */
export const statedIn = (response: string, subject: Subject): string =>
  withoutWhere(withoutLayers(bare(withAbout(response)), subject), subject);

/** `r o_j where r = yhat - y`: what a name of the exercise means need not be said, but must not be false. */
function withoutWhere(text: string, subject: Subject): string {
  const { names } = subject.scope;
  const [said, left = '', name = '', sign, right = ''] = WHERE.exec(text) ?? [];
  const word = GREEK[name] ?? name.replace('\\', '');
  if (said === undefined || !names.has(word) || names.get(word)?.role === 'index') return text;
  const [given, meant] = [left, right].map((side) => readLeft(side, subject));
  if (sign === '=' && given && meant && differs(given, meant, subject.ground)) return text;
  return text.slice(0, -said.length) + ' '.repeat(said.length);
}

/** Books have other letters at their indices than the question; whoever copies from one is told before the right side is judged. */
function refuseLetters(side: Side, subject: Subject): void {
  const typed = shortened(side.text);
  const tree = typed.length > LONGEST_LEFT ? null : readLeft(typed, subject);
  if (tree && isRelettered(tree, subject))
    throw new ReadFault(
      `Write it with the letters of the question: $${printTex(subject.find)}$ is asked for.`,
      [side.start, side.start + side.text.length],
    );
}

/** `W -= gamma G` is `W - (gamma G)`. */
function increased(text: string, sides: readonly Side[]): string | null {
  const [left, right] = sides;
  if (sides.length !== 2 || !left || !right || left.sign !== '=' || !/[A-Za-z\d)}\]\s][-+]$/.test(left.text))
    return null;
  return `${left.text}(${text.slice(right.start)})`;
}

/** Short and without runs of spaces, so that patterns have little to try. */
const shortened = (text: string): string =>
  text
    .slice(0, LONGEST_LEFT + 1)
    .replace(/[\s$]+/g, ' ')
    .trim();

/**
 * True where a left side says what is asked for and is no formula of its own. What can be read as a response is a
 * formula; what can be read in no way is a label, such as `max`, unless it looks like a formula that failed.
 */
function namesOnly(side: Side, last: Side, subject: Subject): boolean {
  const typed = shortened(side.text);
  if (typed === '') return true;
  const whole = cancelled(typed);
  if (whole) return namesOnly({ ...side, text: whole }, last, subject);
  if (typed.length > LONGEST_LEFT || EXPLAINS.test(typed)) return false;
  const tree = readLeft(typed, subject);
  // `tanh'(z) <= 1` is a bound of what is asked for, and not what it is.
  const bound = BOUNDS.test(side.sign);
  if (tree && isFind(tree, subject)) return !bound;
  // `W' = W - gamma G` is another name for the new W.
  const named = tree?.type === 'transpose' ? tree.arg : tree;
  if (named?.type === 'name' && (ASSIGNS.test(side.sign) || renewed(named, last, leftScope(subject))))
    return true;
  if (isOwnName(typed, tree)) return true;
  if (read(typed, subject.scope)) return false;
  if (!tree)
    return (
      ![BROKEN, MULTIPLE, WORKED, CHANGES].some((pattern) => pattern.test(typed)) && !isPower(typed, subject)
    );
  // `d tanh(z) / dz` is what is asked for, said in other words than a response may use.
  if (isAsked(tree, subject)) return !bound;
  // A step on the way, such as the chain rule: derivatives that the next side works out.
  return (
    tree.type !== 'derivative' &&
    some(tree, ({ type }) => type === 'derivative') &&
    !differs(tree, subject.find, subject.ground)
  );
}

/** `s^2` is a power where no layer of an `s` is meant. */
function isPower(typed: string, { author }: Subject): boolean {
  const [, base = ''] = /^(\\?[A-Za-z]+|[\u0370-\u03ff])\s*\^\s*\{?\s*\d/.exec(typed) ?? [];
  return base !== '' && !author.names.has(GREEK[base] ?? base.replace('\\', ''));
}

/** `dL/dw` for `dL/dy * dy/dw`; null for what is no product of quotients that cancel. */
function cancelled(typed: string): string | null {
  const quotients = [...typed.matchAll(QUOTIENT)];
  if (quotients.length < 2 || /[^\s*·×]/.test(typed.replace(QUOTIENT, '').replace(/\\(?:cdot|times)/g, '')))
    return null;
  const below = quotients.map(([, , by = '']) => by);
  const above = quotients.map(([, of = '']) => of);
  const left = above.filter((of) => !below.includes(of));
  const right = below.filter((by) => !above.includes(by));
  return left.length === 1 && right.length === 1 ? `d${left[0]}/d${right[0]}` : null;
}

/** True where a label speaks of something else: of `1/(df/dx)`, of a second derivative, or of one by another name. */
function namesOther(typed: string, { find, author }: Subject): boolean {
  const text = cancelled(typed) ?? typed.replace(/^\((.*)\)$/, '$1');
  if (WRAPPED.test(text) || SECOND.test(text)) return true;
  const [, by = ''] = (text.includes('/') ? BY : GRADIENT).exec(text) ?? [];
  const name = GREEK[by] ?? by.replace('\\', '');
  return find.type === 'derivative' && author.names.has(name) && name !== find.by.name;
}

/** `W = W - gamma G` gives a whole array a new value. */
function renewed({ name }: NameNode, last: Side, scope: Scope): boolean {
  if (scope.notation !== 'mixed') return false;
  const tree = read(last.text, scope);
  return tree !== null && some(tree, (node) => node.type === 'name' && node.name === name);
}
