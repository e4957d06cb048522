// Primed indices: where a sum runs over k', the k' behind it is one letter. Elsewhere a prime says derivative or transpose.

import type { Token } from './lex.ts';

/** The tokens with every index that a sum binds with primes, `sum_{k'}`, as one word. */
export function withPrimedIndices(tokens: readonly Token[]): Token[] {
  const bound = boundWithPrimes(tokens);
  if (bound.size === 0) return [...tokens];
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const index = primedAt(tokens, i);
    if (!index || !bound.has(index.text)) {
      joined.push(token);
      continue;
    }
    const middle = token.span[1] - 1;
    const before = token.text.slice(0, -1);
    if (before !== '') joined.push({ ...token, text: before, span: [token.span[0], middle] });
    const last = tokens[i + index.primes] as Token;
    joined.push({
      kind: 'word',
      text: index.text,
      span: [middle, last.span[1]],
      tight: before !== '' || token.tight,
    });
    i += index.primes;
  }
  return joined;
}

/** The last letter of a word with the primes behind it. */
function primedAt(tokens: readonly Token[], i: number): { text: string; primes: number } | null {
  const { kind, text } = tokens[i] as Token;
  let primes = 0;
  while (tokens[i + primes + 1]?.text === "'") primes += 1;
  if (kind !== 'word' || primes === 0) return null;
  return { text: text.slice(-1) + "'".repeat(primes), primes };
}

function boundWithPrimes(tokens: readonly Token[]): Set<string> {
  const bound = new Set<string>();
  for (let i = 0; i + 2 < tokens.length; i += 1) {
    if (tokens[i]?.text !== 'sum' || tokens[i + 1]?.text !== '_') continue;
    let end = i + 2;
    if (tokens[end]?.text === '{')
      while (end < tokens.length && !/^[}=]$/.test(tokens[end]?.text ?? '')) end += 1;
    for (let at = i + 2; at <= Math.min(end, tokens.length - 1); at += 1) {
      const index = primedAt(tokens, at);
      if (index) bound.add(index.text);
    }
  }
  return bound;
}
