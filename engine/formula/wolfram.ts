// What Mathematica writes in its own way: functions, `Tanh[z]`, whose square brackets leave one reading, and `A.B`.

import type { Token } from './lex.ts';
import type { Scope } from './scope.ts';

/** The names that are not only the plain one with a capital letter. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['LogisticSigmoid', 'sigma'],
  ['HeavisideTheta', 'H'],
  ['Boole', 'int'],
  ['If', 'where'],
  ...[
    'Exp',
    'Tanh',
    'Log',
    'Sqrt',
    'Abs',
    'Max',
    'Min',
    'Sinh',
    'Cosh',
    'Sech',
    'Coth',
    'Sin',
    'Cos',
    'Sign',
  ].map((name) => [name, name.toLowerCase()] as const),
  ...['Transpose', 'Power'].map((name) => [name, name.toLowerCase()] as const),
]);

/** The tokens of `tanh(z)` for those of `Tanh[z]`. */
export function withoutCapitals(tokens: Token[], { names }: Scope): Token[] {
  if (!tokens.some(({ text }) => NAMES.has(text))) return tokens;
  const changed = [...tokens];
  tokens.forEach((token, i) => {
    const plain = NAMES.get(token.text);
    const open = tokens[i + 1];
    if (!plain || names.has(token.text) || open?.text !== '[' || !open.tight) return;
    const close = closing(tokens, i + 1);
    if (close < 0) return;
    changed[i] = { ...token, text: plain };
    changed[i + 1] = { ...open, text: '(' };
    changed[close] = { ...(tokens[close] as Token), text: ')' };
  });
  return changed;
}

/** A point between two factors is the product of matrices, and of numbers where the parts are numbers: `Transpose[A].B`. */
export function withoutPoints(tokens: readonly Token[], { notation }: Scope): Token[] {
  return tokens.map((token, i) => {
    const factor = tokens[i - 1];
    // Behind a number it may be a decimal point, or a minus that went wrong.
    const follows = factor?.kind === 'word' || /^[)\]}']$/.test(factor?.text ?? '');
    return token.text === '.' && follows ? { ...token, text: notation === 'matrix' ? '@' : '*' } : token;
  });
}

function closing(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i += 1) {
    const { text } = tokens[i] as Token;
    if (/^[([{]$/.test(text)) depth += 1;
    if (/^[)\]}]$/.test(text)) depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}
