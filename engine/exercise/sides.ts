// A response cut at the signs that stand between its sides, `yhat = f(X W)`, and what may be said of a side.

import {
  children,
  type Expr,
  FitFault,
  IF,
  isMadeOfCases,
  parse,
  prepare,
  printText,
  ReadFault,
  type Scope,
} from '../formula/index.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';

/** Signs between two sides: `=`, `≈`, a colon behind a label, and those by which a name is given a new value. */
const SIGN =
  /<=|≤|⩽|\\leq?(?:slant)?(?![A-Za-z])|:=|≔|≡|\\equiv(?![A-Za-z])|:(?=\s)|<-(?!\s*[\d.])|←|[-=]>|→|⇒|\\(?:leftarrow|gets|coloneqq|approx|simeq|to|mapsto|rightarrow|Rightarrow|implies)(?![A-Za-z])|≈|≃|≅|(?<![<>!=:])=(?!=)/y;
/** A bound may be said to be one: `|delta| <= …`. */
export const BOUNDS = /^(?:<=|≤|⩽|\\le(?:q|qslant)?$)/;
/** Words before a condition: what stands behind them, up to a comma, compares and says nothing of the whole. */
const CONDITION = new RegExp(String.raw`(?<![A-Za-z\\])(?:${[...IF, 'where'].join('|')})(?![A-Za-z])[^,;]*$`);
/** `sum_k=1^n` is a bound without its braces. */
const BOUND = /(?:sum|Σ|∑)\s*_\s*[A-Za-z]\s*$/;

export interface Side {
  readonly text: string;
  readonly start: number;
  /** The sign behind it. */
  readonly sign: string;
}

/** True for `k = l: a, k != l: b`, where the signs belong to conditions. */
export const isLed = (text: string, { numeric, scope }: Subject) => !numeric && isMadeOfCases(text, scope);

/** The sides outside of brackets. */
export function cut(text: string, subject: Subject): Side[] {
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

/** The formula that a text is; null where it can be read in no way. */
export function read(text: string, scope: Scope): Expr | null {
  try {
    return parse(text, scope);
  } catch (error) {
    if (error instanceof ReadFault) return null;
    throw error;
  }
}

/** The language of what stands left of a sign: every name, derivatives, and whole arrays among entries. */
export function leftScope({ author, ground }: Subject): Scope {
  return { ...author, notation: ground.notation === 'matrix' ? 'mixed' : ground.notation, star: false };
}

/** No left-hand side of the book comes near. */
export const LONGEST_LEFT = 120;
const DERIVATIVE =
  /^\s*(?:\\[dt]?frac\s*\{\s*)?(?:d|∂|\\partial)\s*(.+?)\s*\}?\s*[/{]\s*(?:d|∂|\\partial)\s*(.+?)\s*\}?\s*$/;

/** A left side, with a derivative in any spelling; null where it can be read in no way. */
export function readLeft(text: string, subject: Subject): Expr | null {
  // Short and without runs of spaces, so that the pattern has little to try.
  const short = text.length > LONGEST_LEFT ? '' : text.replace(/\s+/g, ' ');
  const [, of, by] = DERIVATIVE.exec(short) ?? [];
  return read(of ? `d ${of} / d ${by}` : text, leftScope(subject));
}

/** `D2 = …` is a name of the reader's own, and not D times 2. */
export const isOwnName = (text: string, tree: Expr | null): boolean =>
  /^[A-Za-z]+\d+$/.test(text) && tree?.type !== 'name';

/** True for the very quantity that is asked for. */
export const isFind = (tree: Expr, { find }: Subject): boolean => printText(tree) === printText(find);

/** True for the quantity that is asked for, with other letters at its indices: `df_i/ds_j` for `df_k/ds_l`. */
export function isRelettered(tree: Expr, { find, ground }: Subject): boolean {
  const letters = new Map<string, string>();
  const alike = (typed: Expr, asked: Expr): boolean => {
    if (typed.type === 'name' && asked.type === 'name' && ground.free.has(asked.name)) {
      const before = letters.get(asked.name);
      letters.set(asked.name, typed.name);
      return before === undefined || before === typed.name;
    }
    const [own, other] = [children(typed), children(asked)];
    const named = typed.type === 'name' && asked.type === 'name' && typed.name !== asked.name;
    return (
      typed.type === asked.type &&
      !named &&
      own.length === other.length &&
      own.every((child, i) => alike(child, other[i] as Expr))
    );
  };
  return (
    alike(tree, find) && new Set(letters.values()).size === letters.size && !isFind(tree, { find } as Subject)
  );
}

/** True for what has the value of what is asked for, said in other words. */
export function isAsked(tree: Expr, { find, ground }: Subject): boolean {
  if (ground.notation === 'matrix') return false;
  try {
    return same(tree, prepare(find, ground), ground);
  } catch (error) {
    if (error instanceof FitFault) return false;
    throw error;
  }
}
