// Steps in an order, to and from text: `c, a, d`; those that are not named are left out.

/** The key of the row below which steps are left out. */
export const line = '—';

/** All keys in the reader's order; where some may be left out, `line` and the rest below it. */
export function readOrder(response: string, steps: readonly string[], extras: boolean): readonly string[] {
  const named = response.split(/[\s,()]+/).filter((key) => steps.includes(key));
  const used = [...new Set(named)];
  const rest = steps.filter((key) => !used.includes(key));
  return extras ? [...used, line, ...rest] : [...used, ...rest];
}

/** An order without any step is still one: an empty text would be a field that nobody has touched. */
export function writeOrder(used: readonly string[]): string {
  return used.length === 0 ? '()' : used.join(', ');
}
