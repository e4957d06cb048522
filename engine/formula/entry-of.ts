// Entries of an array in brackets, `(W^{l+1})_{kj}` and `[(W^l)^T]_{jk}`: the brackets go, and a transpose turns the indices.

import type { Token } from './lex.ts';
import type { Scope } from './scope.ts';
import { FUNCTIONS } from './spelling.ts';

const TURN = String.raw`\^ (?:T|Transposed|\{ (?:T|Transposed) \}) `;
const LAYER = String.raw`(?:(?!${TURN})\^ (?:\{ [^{}]* \}|\( [^()]* \)|\w+) )?`;
/** As tokens with spaces between: opening brackets, the array, closing brackets and transposes, indices. */
const ENTRY = new RegExp(
  String.raw`^((?:[([] )+)(\w+ ${LAYER})((?:[)\]] |${TURN})+)(_ (?:\{ [^{}]* \}|\w+) )`,
);
/** More tokens than any entry takes. */
const LONGEST = 32;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** The tokens of `W_{kj}^{l+1}` for those of `(W^{l+1})_{kj}`. */
export function withoutArrayBrackets(tokens: Token[], { names, notation }: Scope): Token[] {
  if (notation !== 'entries') return tokens;
  // `softmax(s)_k` has the brackets of its argument.
  const isFunction = (word: string) => Boolean(FUNCTIONS[word]) || names.get(word)?.role === 'function';
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const starts = /^[([]$/.test(tokens[i]?.text ?? '') && !isFunction(tokens[i - 1]?.text ?? '');
    const text = (starts ? tokens.slice(i, i + LONGEST) : []).map((token) => `${token.text} `).join('');
    const [, open = '', array = '', close = '', indices = ''] = ENTRY.exec(text) ?? [];
    const given = entry(indices, count(close, /T/g) % 2 === 1);
    const isArray = names.get(array.split(' ')[0] ?? '')?.role === 'array';
    if (!isArray || !given || count(open, / /g) !== count(close, /[)\]]/g)) {
      kept.push(tokens[i] as Token);
      continue;
    }
    const lengths = [open, array, close, indices].map((part) => count(part, / /g));
    const [opening = 0, named = 0, closing = 0, indexed = 0] = lengths;
    const first = i + opening;
    kept.push(...tokens.slice(first, first + named));
    i = first + named + closing + indexed - 1;
    const { span } = tokens[i] as Token;
    for (const part of given)
      kept.push({ kind: /\w/.test(part) && part !== '_' ? 'word' : 'op', text: part, span, tight: true });
  }
  return kept;
}

/** The tokens of the indices, the other way round behind a transpose; null where there are not two letters to turn. */
function entry(indices: string, turned: boolean): string[] | null {
  const letters = indices.replace(/[_{}, ]/g, '');
  if (!turned) return indices === '' ? null : indices.trim().split(' ');
  return /^[a-z]{2}$/.test(letters) ? ['_', '{', [...letters].reverse().join(''), '}'] : null;
}
