// Names with a number in them, written with it as an index or a layer.

import type { Reader } from './reader.ts';

/** `W_1`, `W^1`, `W_{1}`, `W^{(1)}` for the declared name W1. */
export function takeNumbered(r: Reader, base: string): string | null {
  if (!r.is('_', 1) && !r.is('^', 1)) return null;
  let ahead = 2;
  let open = 0;
  while (r.is('{', ahead) || r.is('(', ahead)) [ahead, open] = [ahead + 1, open + 1];
  const digits = r.peek(ahead);
  if (digits.kind !== 'number' || !r.scope.names.has(base + digits.text)) return null;
  for (let i = 0; i < open; i += 1) if (!/^[)}]$/.test(r.peek(ahead + 1 + i).text)) return null;
  for (let i = 0; i <= ahead + open; i += 1) r.next();
  return base + digits.text;
}
