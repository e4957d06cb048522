// Kronecker's delta in its spellings: 1 where two indices are equal, else 0.

import type { Expr } from './ast.ts';
import { readIndexList } from './parse-index.ts';
import type { Reader } from './reader.ts';
import { hasLayers } from './scope.ts';

/** `delta_kl`, `delta_{k,l}`, `delta(k, l)`, and `I_kl` for the identity: the name and exactly two indices. */
export function isKronecker(r: Reader): boolean {
  if (otherSpelling(r)) return true;
  const identity = r.is('I') || r.is('Indicator');
  if (identity ? !r.is('_', 1) : !r.is('delta') || !(r.is('_', 1) || r.is('(', 1))) return false;
  if (r.is('(', 1))
    return r.peek(2).kind === 'word' && r.is(',', 3) && r.peek(4).kind === 'word' && r.is(')', 5);
  const hidden = r.scope.hidden?.get('delta');
  if (hidden?.role === 'array' && hidden.forms.some((f) => f.axes.length === 2)) return false;
  if (r.peek(2).text.length === 2 && r.peek(2).kind === 'word') return true;
  let count = 0;
  for (let ahead = 3; r.is('{', 2) && count < 3; ahead += 1) {
    const { kind, text } = r.peek(ahead);
    if (text === '}') return count === 2;
    if (kind === 'word') count += text.length;
    else if (kind === 'number') count += 1;
    else if (text !== ',') return false;
  }
  return false;
}

/** Where no array of that name is declared, `delta_kl` is 1 where the two indices are equal, else 0. */
export function readKronecker(r: Reader): Expr {
  const other = otherSpelling(r);
  if (other) return readOther(r, other);
  const start = r.next().span[0];
  r.take('_');
  const letter = (): Expr => {
    const { text: name, span } = r.takeStart(1);
    return { type: 'name', name, indices: [], span };
  };
  const list = () => r.with({ inList: true, inCondition: true, inBars: false }, () => readIndexList(r));
  const [left, right] = (/^[({]$/.test(r.peek().text) ? r.bracketed(list) : [letter(), letter()]) as [
    Expr,
    Expr,
  ];
  return { type: 'bracket', op: '=', left, right, span: r.since(start) };
}

/** As tokens with spaces between: an index, alone or in braces. */
const INDEX = String.raw`(?:\{ )?([A-Za-z])(?: \})?`;
const NAME = '(?:delta|I|Indicator|KroneckerDelta|kronecker)';
const OTHER = [
  String.raw`${NAME} [[(] (\w) , (\w) [\])]`,
  String.raw`${NAME} \[ (\w) \] \[ (\w) \]`,
  String.raw`${NAME} _ ${INDEX} \^ ${INDEX}`,
  String.raw`${NAME} \^ ${INDEX} _ ${INDEX}`,
  String.raw`${NAME} \^ (?:\{ )?(\w) ?(\w)(?: \})?`,
  String.raw`(?:eye|identity) \( [^()]* \) \[ (\w) (?:,|\] \[) (\w) \]`,
].map((pattern) => new RegExp(`^${pattern}(?= |$)`));

interface Spelling {
  readonly indices: readonly string[];
  /** How many tokens it takes. */
  readonly length: number;
}

/** `delta[k, l]`, `delta_k^l`, `delta^{kl}`, `eye(n)[k, l]`; not where the model has a delta of its own. */
function otherSpelling(r: Reader): Spelling | null {
  if (!/^(?:delta|I|Indicator|KroneckerDelta|kronecker|eye|identity)$/.test(r.peek().text)) return null;
  if (r.scope.names.has(r.peek().text) || r.scope.hidden?.has(r.peek().text)) return null;
  const text = Array.from({ length: 14 }, (_, ahead) => r.peek(ahead).text).join(' ');
  for (const pattern of OTHER) {
    const [taken, ...indices] = pattern.exec(text) ?? [];
    // Beside arrays with layers an upper letter is a layer, and delta_i^l an array that is not known here.
    if (taken?.includes('^') && hasLayers(r.scope)) continue;
    if (taken) return { indices, length: taken.split(' ').length };
  }
  return null;
}

function readOther(r: Reader, { indices, length }: Spelling): Expr {
  const start = r.peek().span[0];
  for (let i = 0; i < length; i += 1) r.next();
  const span = r.since(start);
  const [left, right] = indices.map((name) => ({ type: 'name', name, indices: [], span }) as const);
  return { type: 'bracket', op: '=', left: left as Expr, right: right as Expr, span };
}
