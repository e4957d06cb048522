// The text form of lines `a = x * x`, `d f / d a = 1`, `a = 9`: cut into statements with a left and a right side.

import { type Cell, peel, separator, slice, splitAt, trim } from './brackets.ts';
import { NODE_NAME, nodeName } from './node-names.ts';
import { undress } from './undress.ts';

export interface Statement {
  /** The whole line. */
  readonly whole: Cell;
  /** What stands left of the sign; null where there is no sign, or more than one. */
  readonly left: Cell | null;
  readonly right: Cell;
  /** What stands left of the first sign, where there are more. */
  readonly first?: Cell;
  /** What stands between the first sign and the last. */
  readonly steps?: readonly Cell[];
}

const LAYOUT = /\\(?:begin|end)\s?\{[a-z]+\*?\}|&|\\\\/g;
/** `v_1`, `v_{12}`: a name with a number, written v1 here. */
const NUMBERED = /([A-Za-z\u0370-\u03ff])_(?:\{\s?(\w+)\s?\}|(\w+))/g;
const sign = separator(/:=|==|=|:|←|<-|->|→/y);
/** The mark of a list, a number, or the word of a program before a statement. */
const COUNT = /^(?:[-•*]\s+|(?:let|const|var|double|float)\s+|(?:node\s+)?\(?\d+[.):]\s*)+/;

/** Remarks, and what a program puts round its statements. */
const PROGRAM =
  /(?:#(?!\d)|\/\/)[^\n]*|^[ \t]*```\w*[ \t]*$|^[ \t]*def\s[^\n]*:[ \t]*$|^[ \t]*function\s[^\n]*\{[ \t]*$|(?<=^[ \t]*function\s.*)\}(?!\s*\S)|^[ \t]*(?:return\s+\w+|(?:print|console\.log)\(\w*\))[ \t;]*$/gms;

/** The statements alone, as long as before. What is given back is the last node: `return p + c`. */
function outOfProgram(response: string): string {
  return response
    .replace(/\.\s*$/, (end) => ' '.repeat(end.length))
    .replace(PROGRAM, (match) => match.replace(/[^\n]/g, ' '))
    .replace(/(?<=^[ \t]*)return(?=\s)/m, 'out  =')
    .replace(/^\s*\[.*\]\s*$/s, (list) => list.replaceAll("'", ' '));
}

/** Lines, or what stands between semicolons, or between commas where each part has a sign of its own. */
export function statementsOf(response: string): Statement[] {
  const text = undress(outOfProgram(response))
    .replace(LAYOUT, (match) => (match === '\\\\' ? ';' : '').padEnd(match.length))
    .replace(NUMBERED, (match, name: string, braced?: string, bare?: string) =>
      (name + (braced ?? bare)).padEnd(match.length),
    );
  const whole = trim({ text, start: 0 });
  // `{"a": 4, "b": 2}`, `["a = x * x"]`
  const listed = /^[{[]/.test(whole.text) ? peel(whole) : null;
  return splitAt(listed ?? whole, end)
    .filter((line) => line.text !== '')
    .flatMap((line) => {
      const whole = slice(line, COUNT.exec(line.text)?.[0].length ?? 0);
      const sides = splitAt(whole, sign);
      const right = sides.at(-1) as Cell;
      // `ds/dx = ds/dy = 1` says one thing of each.
      const chain =
        sides.length > 2 &&
        sides.slice(0, -1).every((side) => derivativeOf(side) || GRADIENT.test(side.text));
      if (chain) return sides.slice(0, -1).map((left) => ({ whole, left, right }));
      if (sides.length > 2)
        return [{ whole, left: null, right, first: sides[0] as Cell, steps: sides.slice(1, -1) }];
      return [{ whole, left: sides.length === 2 ? (sides[0] as Cell) : null, right }];
    });
}

/** A comma ends a statement where another one follows, that is, where a sign comes before the next comma. */
function end(text: string, i: number): number {
  if (/[;\n]/.test(text[i] as string)) return 1;
  return Number(text[i] === ',' && /^,[^,;\n=:]{1,80}[=:]/.test(text.slice(i, i + 82)));
}

/** A gradient by the name of its node: `da`, `∂a`, `\\bar a`, `grad a`, `a.grad`. */
const GRADIENT =
  /^(?:(?:d|∂|\\partial|\\bar|\\nabla|grad)(?:_|\s*[({]|\s)?\s*([A-Za-z]\w*)\s*[})]?|([A-Za-z]\w*)\.grad)$/;

/** The node whose gradient a name stands for; '' where it stands for none. */
export function gradientNamed({ text }: Cell): string {
  const [, behind, before] = GRADIENT.exec(text) ?? [];
  return behind ?? before ?? '';
}

const BY = String.raw`(?:d|∂|\\partial)\s*\{?\s*`;
const DERIVATIVE = new RegExp(
  String.raw`^(?:\\[dt]?frac\s*\{\s*)?${BY}(${NODE_NAME})\s*\}*\s*[/{]\s*${BY}(${NODE_NAME})\s*\}*$`,
);

/** The two names of `d f / d a`, `∂f/∂a` or `\frac{\partial f}{\partial a}`; null for anything else. */
export function derivativeOf({ text }: Cell): { readonly of: string; readonly by: string } | null {
  const [, of, by] = DERIVATIVE.exec(text) ?? [];
  return of && by ? { of: nodeName(of), by: nodeName(by) } : null;
}
