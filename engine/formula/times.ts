// The letter x for the times sign, `9.537 x 10^-7` and `M x N`, where the exercise has no x of its own.

import type { Token } from './lex.ts';
import type { Scope } from './scope.ts';
import { FUNCTIONS } from './spelling.ts';

const LETTERS = ['x', 'X'];

/** The tokens with `*` for every x that stands between two factors. */
export function withTimes(tokens: Token[], scope: Scope): Token[] {
  const { names, hidden, notation, derivatives } = scope;
  const numbersOnly = names.size === 0;
  if (derivatives || (notation !== 'entries' && !numbersOnly)) return tokens;
  if (LETTERS.some((letter) => names.has(letter))) return tokens;
  // A number has no use for the x of the model; a formula may mean it, and is told that it is not lent out.
  const modelHas = LETTERS.some((letter) => hidden?.has(letter));
  if (modelHas && !numbersOnly) return tokens;
  const parted = modelHas ? tokens : tokens.flatMap((token) => partsOf(token, scope));
  const isName = ({ kind, text }: Token) => kind === 'word' && (names.has(text) || text === 'e');
  const ends = (token: Token | undefined) =>
    token &&
    (token.kind === 'number'
      ? token.text !== '0'
      : !modelHas && (/^[)}]$/.test(token.text) || isName(token)));
  const begins = (token: Token | undefined) =>
    token &&
    (token.kind === 'number' ||
      (!modelHas && (/^(?:\(|frac)$/.test(token.text) || isName(token) || FUNCTIONS[token.text])));
  return parted.map((token, i) =>
    LETTERS.includes(token.text) && ends(parted[i - 1]) && begins(parted[i + 1])
      ? { ...token, kind: 'op', text: '*' }
      : token,
  );
}

/** `MxN` is M, x and N. */
function partsOf(token: Token, { names }: Scope): Token[] {
  const pieces = token.text.split(/([xX])/).filter(Boolean);
  const known = (piece: string) => LETTERS.includes(piece) || names.has(piece);
  if (token.kind !== 'word' || pieces.length < 2 || names.has(token.text) || !pieces.every(known))
    return [token];
  let at = token.span[0];
  return pieces.map((text, i) => {
    const span = [at, at + text.length] as const;
    at = span[1];
    return { ...token, text, span, tight: i > 0 || token.tight };
  });
}
