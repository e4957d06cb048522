// One entry of a product of two arrays in brackets, `(D^T A)_kj`: written out as the sum that it is, sum_n D_nk A_nj.

import type { Token } from './lex.ts';
import type { Scope } from './scope.ts';
import { FUNCTIONS } from './spelling.ts';

const TURN = String.raw`\^ (?:T|Transposed|\{ (?:T|Transposed) \}) `;
/** A layer; one with a T in it, `W^{l,T}`, has a turn of its own and is not read here. */
const LAYER = String.raw`(?:(?!${TURN})\^ (?:\{ (?:(?!T)[^{} ]+ )*\}|\( [^()]* \)|\w+) )?`;
/** An array, in brackets of its own where it has a layer, and whether it is turned over. */
const FACTOR = String.raw`(?:(\w+ ${LAYER})|\( (\w+ ${LAYER})\) )(${TURN})?`;
/** As tokens with spaces between: two factors in brackets, and one or two letters behind. */
const PRODUCT = new RegExp(
  String.raw`^[([] ${FACTOR}([*@] )?${FACTOR}[)\]] _ (?:([a-z]{1,2}) |\{ ([a-z]{1,2}) \} |\{ ([a-z]) , ([a-z]) \} )`,
);
/** More tokens than any such entry takes. */
const LONGEST = 48;

/** The tokens of `(sum_p D_pk A_pj)` for those of `(D^T A)_kj`. */
export function withProductEntries(tokens: Token[], scope: Scope): Token[] {
  if (scope.notation !== 'entries') return tokens;
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const before = tokens[i - 1]?.text ?? '';
    const applied =
      before === "'" || Boolean(FUNCTIONS[before]) || scope.names.get(before)?.role === 'function';
    const starts = /^[([]$/.test(tokens[i]?.text ?? '') && !applied;
    const text = (starts ? tokens.slice(i, i + LONGEST) : []).map((token) => `${token.text} `).join('');
    const found = PRODUCT.exec(text);
    const sum = found && writtenOut(found, tokens, scope);
    if (!sum) {
      kept.push(tokens[i] as Token);
      continue;
    }
    const last = i + (found[0].match(/ /g) as string[]).length - 1;
    const span = [(tokens[i] as Token).span[0], (tokens[last] as Token).span[1]] as const;
    for (const part of sum.trim().split(' '))
      kept.push({ kind: kindOf(part), text: part, span, tight: true });
    i = last;
  }
  return kept;
}

const kindOf = (part: string): Token['kind'] =>
  /^\d/.test(part) ? 'number' : /^[A-Za-z]/.test(part) ? 'word' : 'op';

/** The sum as tokens with spaces between; null where the arrays do not have the indices for it. */
function writtenOut(found: RegExpExecArray, tokens: readonly Token[], { names }: Scope): string | null {
  const [, a1, a2, turnsA, sign, b1, b2, turnsB, bare, braced, first, second] = found;
  const [left, right] = [a1 ?? a2 ?? '', b1 ?? b2 ?? ''];
  const letters = bare ?? braced ?? `${first}${second}`;
  const axesOf = (array: string): number => {
    const meaning = names.get(array.split(' ')[0] ?? '');
    return meaning?.role === 'array' ? (meaning.forms[0]?.axes.length ?? 0) : 0;
  };
  if (axesOf(left) !== 2 || axesOf(right) !== letters.length) return null;
  const free = [...'pqrsuvmn'].find(
    (letter) => !names.has(letter) && !tokens.some((token) => token.text.includes(letter)),
  );
  // `A * B` may be a product entry by entry.
  if (sign === '* ' && !turnsA && !turnsB && letters.length === 2) return null;
  if (!free || (turnsB && letters.length === 1)) return null;
  const pair = (one: string, other: string, turned: unknown) => (turned ? other + one : one + other);
  const ofLeft = pair(letters[0] as string, free, turnsA);
  const ofRight = letters.length === 1 ? free : pair(free, letters[1] as string, turnsB);
  return `( sum _ ${free} ${left}_ { ${ofLeft} } ${right}_ { ${ofRight} } )`;
}
