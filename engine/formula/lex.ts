// From typed text to tokens: plain text, LaTeX and the characters that phones and word processors put in.

import type { Span } from './ast.ts';
import { ReadFault } from './fault.ts';
import { plain } from './plain.ts';
import { COMMANDS, GREEK, SIGNS, SKIPPED, SUBSCRIPTS, SUPERSCRIPTS } from './spelling.ts';

export interface Token {
  readonly kind: 'number' | 'word' | 'op' | 'end';
  /** Canonical text: `delta` for δ and \delta, `-` for every kind of minus. */
  readonly text: string;
  readonly span: Span;
  /** True where nothing stands between this token and the one before it. */
  readonly tight: boolean;
}

/** The token for `np.`, which says that a program's operators are meant. */
export const PROGRAM = 'np.';

/** Longer responses are refused; every formula of the book is below 200 characters. */
const LONGEST = 4000;

/** Signs between groups of digits that mean nothing else are read over: `101_770`, `101'770`, `101\,770`, `0.731 058`. */
const GROUPS = String.raw`(?:[_'\u2009\u202f]|\\,)`;
/** In `W1.T` and `W1.*H` the point belongs to what follows. */
const NUMBER = new RegExp(
  String.raw`(?:\d{1,3}(?:${GROUPS}\d{3})+(?![\d_'])|\d+(?:\.(?![.*]|[A-DF-Za-df-z])(?:\d{3}${GROUPS})*\d*)?|\.\d+)(?:[eE][+-]?\d+)?`,
  'y',
);
const WORD = /[A-Za-z]+/y;
const OPERATOR =
  /%\*%|\.(?:[<>]=?|[!=]=)|\.[-*+/^]|\.\.\.?|\.[a-z]+\d?[a-z]?(?=\()|\*\*|==|!=|<>|<=|>=|[-+*/^_=<>()[\]{}|,;:'%&@?]|\.(?=\s*[A-Za-z([\\])/y;
/** Operators that are written in another way, too. */
const SAME: Record<string, string> = {
  '.mm': '.dot',
  '.matmul': '.dot',
  '**': '^',
  '==': '=',
  '<>': '!=',
  '%*%': '@',
  './': '/',
  '.+': '+',
  '.-': '-',
  '.<': '<',
  '.>': '>',
  '.<=': '<=',
  '.>=': '>=',
  '.==': '=',
  '.!=': '!=',
};
/** The packages that a function may be called of: `np.exp`. */
const PACKAGE = /(?:np|numpy|jnp|torch|math|Math|tf|nn|F|functional|jax|scipy|special)\.(?=[A-Za-z])/y;
/** `W.T`, as programs write a transpose. */
const DOT_T = /\.(?:m?T(?![A-Za-z])|t\(\)|transpose\([\d\s,]*\))/y;
/** What turns the truth of a condition into a number, or says how numbers are kept. */
const CAST =
  /\.(?:(?:astype|type|to)\(\s*['"]?[\w.]*['"]?\s*\)|(?:float|double|int|long|numpy|copy|detach)\(\))/y;
/** Names of kinds of numbers that end with their length: `np.float64(0.25)`. */
const KEPT = /float(?:16|32|64)(?=\()/y;
/** `tanh.(z)` is taken of each entry. */
const EACH = /(?<=[A-Za-z])\.(?=\()/y;
/** The side that `\left\{` has and its other end has not. */
const NO_SIDE = /\\(?:left|right)\s*\./y;
/** `'ij,jk->ik'`: which axes of arrays are multiplied. */
const PATTERN = /(?<=einsum\s*\(\s*)(["'“”])[A-Za-z,\s]*->[A-Za-z\s]*["'“”]/y;
/** A one in the face of an indicator: without its condition it is nothing. */
const INDICATOR = /\\(?:mathbb|mathbbm|mathds|Bbb)\s*(?:\{\s*1\s*\}|1)/y;
/** The expectation over an index is a mean. */
const EXPECTATION = /\\(?:mathbb|mathrm|operatorname)\s*(?:\{\s*E\s*\}|E)(?=\s*_)/y;
/** Commands that only change the letters of what follows in braces. */
const FONTS =
  /\\(?:mathrm|mathbf|mathit|mathsf|boldsymbol|bm|operatorname\*?|text|textrm|mbox|rm|mathbbm?|mathds|mathcal|mathscr|pmb|vec|textbf|textit|displaystyle|textstyle|limits|nolimits)(?![A-Za-z])/y;
const DRESSED = /\s*\{\s*(?:\\?[A-Za-z]+|[\u0370-\u03ff])\s*[.,;:]?\s*\}/y;
const COMMAND = /\\(?:[A-Za-z]+|.)/y;

/** Throws a ReadFault for a text beyond any length that makes sense. */
export function refuseLength(source: string): void {
  if (source.length > LONGEST)
    throw new ReadFault(`That is too long: at most ${LONGEST} characters can be read.`, [
      LONGEST,
      source.length,
    ]);
}

/** The tokens of a text, closed by one of kind `end`. Throws a ReadFault at the first character it cannot use. */
export function lex(source: string): Token[] {
  refuseLength(source);
  const tokens: Token[] = [];
  let at = 0;
  let end = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: Token['kind'], canonical: string, length: number) => {
    tokens.push({ kind, text: canonical, span: [at, at + length], tight: end === at && at > 0 });
    at += length;
    end = at;
  };
  const text = plain(source);
  while (at < text.length) {
    const c = String.fromCodePoint(text.codePointAt(at) as number);
    if (/\s/.test(c) || SKIPPED.has(c)) {
      if (SKIPPED.has(c) && end === at) end = at + 1; // a zero-width space separates nothing
      at += 1;
      continue;
    }
    const number = match(NUMBER);
    if (number) {
      push('number', number.replace(/[_'\u2009\u202f\\,]/g, ''), number.length);
      continue;
    }
    const dotT = match(DOT_T);
    if (dotT) {
      const tight = end === at && at > 0;
      const span: Span = [at, at + dotT.length];
      tokens.push(
        { kind: 'op', text: '^', span, tight },
        { kind: 'word', text: 'Transposed', span, tight: true },
      );
      at += dotT.length;
      end = at;
      continue;
    }
    const pattern = match(PATTERN);
    if (pattern) {
      push('op', pattern, pattern.length);
      continue;
    }
    const nothing = match(CAST) ?? match(NO_SIDE) ?? match(EACH);
    if (nothing) {
      at += nothing.length;
      end = at;
      continue;
    }
    const kept = match(KEPT);
    if (kept) {
      push('word', 'float', kept.length);
      continue;
    }
    const called = match(PACKAGE);
    if (called) {
      push('op', PROGRAM, called.length);
      continue;
    }
    const word = match(WORD);
    if (word) {
      push('word', word, word.length);
      continue;
    }
    const greek = GREEK[c];
    if (greek) {
      push('word', greek, c.length);
      continue;
    }
    const raised = SUPERSCRIPTS[c];
    if (raised) {
      lexRun('^', raised, SUPERSCRIPTS);
      continue;
    }
    const lowered = SUBSCRIPTS[c];
    if (lowered) {
      lexRun('_', lowered, SUBSCRIPTS);
      continue;
    }
    const sign = SIGNS[c];
    if (sign) {
      push('op', sign, c.length);
      continue;
    }
    const indicator = match(INDICATOR);
    if (indicator) {
      push('word', 'Indicator', indicator.length);
      continue;
    }
    const expectation = match(EXPECTATION);
    if (expectation) {
      push('word', 'mean', expectation.length);
      continue;
    }
    const fontCommand = match(FONTS);
    if (fontCommand) {
      at += fontCommand.length;
      lexDressedWord();
      continue;
    }
    const command = match(COMMAND);
    if (command) {
      const meaning = COMMANDS[command.slice(1)];
      if (meaning === undefined)
        throw new ReadFault(`\\${command.slice(1)} is a LaTeX command that this book does not know.`, [
          at,
          at + command.length,
        ]);
      if (meaning === '') at += command.length;
      else push(/^[a-zA-Z]/.test(meaning) ? 'word' : 'op', meaning, command.length);
      continue;
    }
    const operator = match(OPERATOR);
    if (!operator) {
      const shown = String.fromCodePoint(text.codePointAt(at) as number);
      throw new ReadFault(`The character “${shown}” has no meaning in a formula here.`, [
        at,
        at + shown.length,
      ]);
    }
    push('op', SAME[operator] ?? operator, operator.length);
  }
  tokens.push({ kind: 'end', text: '', span: [text.length, text.length], tight: false });
  return tokens;

  /** \mathsf{T} and \operatorname{softmax} are words: the braces only say how far the letters go. */
  function lexDressedWord(): void {
    const dressed = match(DRESSED);
    if (!dressed) return;
    const letters = dressed.replace(/[{}\s.,;:]/g, '');
    const word = letters.startsWith('\\') ? COMMANDS[letters.slice(1)] : (GREEK[letters] ?? letters);
    if (!word || !/^[A-Za-z]+$/.test(word)) return;
    at += dressed.indexOf(letters);
    push('word', word, letters.length);
    at = text.indexOf('}', at) + 1;
    end = at;
  }

  /** `z²` is `z^{2}`, `xₖ` is `x_{k}`: a run of raised or lowered characters becomes one group. */
  function lexRun(mark: '^' | '_', first: string, table: Record<string, string>): void {
    const start = at;
    let inner = first;
    at += 1;
    const lowered = (i: number) => table[text[i] ?? ''];
    const comma = () => mark === '_' && text[at] === ',' && lowered(at + 1);
    for (let next = lowered(at); next || comma(); next = lowered(at)) {
      inner += next ?? ',';
      at += 1;
    }
    const span: Span = [start, at];
    const tight = end === start && start > 0;
    tokens.push({ kind: 'op', text: mark, span, tight }, { kind: 'op', text: '{', span, tight: true });
    for (const part of inner.match(/\d+|[A-Za-z]|[-+,]/g) ?? [])
      tokens.push({
        kind: /\d/.test(part) ? 'number' : /[A-Za-z]/.test(part) ? 'word' : 'op',
        text: part,
        span,
        tight: true,
      });
    tokens.push({ kind: 'op', text: '}', span, tight: true });
    end = at;
  }
}
