// Names with a number in them, written with it as an index or a layer.

import type { Reader } from './reader.ts';

/** `W_1`, `W^1`, `W_{1}`, `W^{(1)}`, `W^{[1]}` for the declared name W1. */
export function takeNumbered(r: Reader, base: string): string | null {
  if (!r.is('_', 1) && !r.is('^', 1)) return null;
  let ahead = 2;
  let open = 0;
  while (/^[{([]$/.test(r.peek(ahead).text)) [ahead, open] = [ahead + 1, open + 1];
  const digits = r.peek(ahead);
  if (digits.kind !== 'number' || !r.scope.names.has(base + digits.text)) return null;
  for (let i = 0; i < open; i += 1) if (!/^[)}\]]$/.test(r.peek(ahead + 1 + i).text)) return null;
  for (let i = 0; i <= ahead + open; i += 1) r.next();
  return base + digits.text;
}

/** The letters in capitals where that names a size: `k1` and `k_1` are the declared K1, and no array's. */
export function capitalSize(r: Reader, ahead = 0): string | null {
  const { kind, text } = r.peek(ahead);
  const capital = text.toUpperCase();
  if (kind !== 'word' || capital === text || r.scope.names.has(text)) return null;
  const behind = r.is('_', ahead + 1) ? (r.is('{', ahead + 2) ? 3 : 2) : 1;
  const digits = r.peek(ahead + behind);
  const isSize = digits.kind === 'number' && r.scope.names.get(capital + digits.text)?.role === 'size';
  return isSize ? capital : null;
}
