// A point as authors write it: `x = 2, y = -1.5`.

/** The names with their numbers, in order. A fault in it is an author's, and is thrown. */
export function readPoint(text: string): Readonly<Record<string, number>> {
  const pairs = text.split(',').map((pair) => {
    const [name = '', number = ''] = pair.split('=').map((one) => one.trim());
    const value = Number(number);
    if (!/^[A-Za-z]\w*$/.test(name) || number === '' || !Number.isFinite(value)) {
      throw new Error(`"${text}" is not a point such as "x = 2, y = -1.5".`);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}
