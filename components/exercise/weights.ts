// Named numbers, to and from their text: `w11 = 1, w12 = -1`; and plain lists of numbers: `(1, 1, 1, 1)`.

/** The texts of the weights in order; empty where the response has none. */
export function readWeights(response: string, names: readonly string[]): string[] {
  const items = splitList(response);
  const named = new Map<string, string>();
  for (const item of items) {
    const at = item.indexOf('=');
    if (at > 0) named.set(item.slice(0, at).trim(), item.slice(at + 1).trim());
  }
  return names.map((name, i) => named.get(name) ?? (named.size === 0 ? (items[i] ?? '') : ''));
}

export function writeWeights(values: readonly string[], names: readonly string[]): string {
  if (values.every((value) => value.trim() === '')) return '';
  return names.map((name, i) => `${name} = ${clean(values[i]!)}`).join(', ');
}

/** `(1, 1, 1, 1)` as texts, filled up with empty ones. */
export function readList(response: string, length: number): string[] {
  const items = splitList(response.replace(/^\s*\(([\s\S]*)\)\s*$/, '$1'));
  return Array.from({ length }, (_, i) => items[i] ?? '');
}

export function writeList(values: readonly string[]): string {
  return values.every((value) => value.trim() === '') ? '' : `(${values.map(clean).join(', ')})`;
}

/** A decimal comma would cut the list: in one entry it is a point. */
const clean = (value: string) => value.trim().replaceAll(',', '.').replaceAll('=', '');

const splitList = (text: string) => (text.trim() === '' ? [] : text.split(',').map((item) => item.trim()));
