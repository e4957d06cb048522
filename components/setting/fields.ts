// What a lab's setting is made of: fields that can be written into an address and are read back with care.

/** One part of a setting. `read` gives nothing for a text that is no value of this field. */
export interface Field<T> {
  readonly initial: T;
  read(text: string): T | undefined;
  write(value: T): string;
}

export type Fields<S> = { readonly [Name in keyof S]: Field<S[Name]> };

/** A number within bounds, written with six significant digits. */
export function numberIn(initial: number, low: number, high: number): Field<number> {
  return {
    initial,
    read(text) {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return value >= low && value <= high ? value : undefined;
    },
    write: (value) => String(Number(value.toPrecision(6))),
  };
}

/** A whole number within bounds. */
export function wholeIn(initial: number, low: number, high: number): Field<number> {
  return {
    initial,
    read(text) {
      const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= low && value <= high ? value : undefined;
    },
    write: String,
  };
}

/** One of a few words. */
export function oneOf<T extends string>(initial: T, all: readonly T[]): Field<T> {
  return { initial, read: (text) => all.find((one) => one === text), write: (value) => value };
}

export function flag(initial: boolean): Field<boolean> {
  return {
    initial,
    read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
    write: (value) => (value ? '1' : '0'),
  };
}

/** A list of numbers of one length, all within bounds: `1_-1_0.5`. */
export function numbersIn(
  initial: readonly number[],
  low: number,
  high: number,
  lengths: readonly number[] = [initial.length],
): Field<readonly number[]> {
  const one = numberIn(0, low, high);
  return {
    initial,
    read(text) {
      const values = text.split('_').map((part) => one.read(part));
      if (!lengths.includes(values.length)) return undefined;
      return values.every((value) => value !== undefined) ? values : undefined;
    },
    write: (values) => values.map(one.write).join('_'),
  };
}

/** Cells that are black or white, four to a hexadecimal digit: `8001` is 16 cells, of which the first and the last are 1. */
export function bits(initial: readonly number[]): Field<readonly number[]> {
  const digits = initial.length / 4;
  return {
    initial,
    read(text) {
      if (text.length !== digits || !/^[0-9a-f]*$/.test(text)) return undefined;
      return [...text].flatMap((digit) => [3, 2, 1, 0].map((k) => (Number.parseInt(digit, 16) >> k) & 1));
    },
    write: (cells) =>
      Array.from({ length: digits }, (_, i) =>
        [0, 1, 2, 3].reduce((sum, k) => 2 * sum + (cells[4 * i + k]! > 0 ? 1 : 0), 0).toString(16),
      ).join(''),
  };
}

/** The setting in which a lab begins. */
export function initialState<S extends object>(fields: Fields<S>): S {
  return Object.fromEntries(
    Object.entries<Field<unknown>>(fields).map(([name, field]) => [name, field.initial]),
  ) as S;
}

/**
 * The setting of the lab `lab` in the query of an address, over the initial one; nothing where the query has none.
 *
 * `readState('xor', fields, '?xor.seed=3')` is the initial setting with seed 3.
 */
export function readState<S extends object>(lab: string, fields: Fields<S>, query: string): S | undefined {
  const given = new URLSearchParams(query);
  const read: Partial<Record<string, unknown>> = {};
  for (const [name, field] of Object.entries<Field<unknown>>(fields)) {
    const text = given.get(`${lab}.${name}`);
    const value = text === null ? undefined : field.read(text);
    if (value !== undefined) read[name] = value;
  }
  return Object.keys(read).length === 0 ? undefined : { ...initialState(fields), ...read };
}

/** The query with the whole setting of one lab in it; what else the query says is kept. */
export function writeState<S extends object>(lab: string, fields: Fields<S>, state: S, query = ''): string {
  const given = new URLSearchParams(query);
  for (const [name, field] of Object.entries<Field<unknown>>(fields)) {
    given.set(`${lab}.${name}`, field.write(state[name as keyof S]));
  }
  return `?${given.toString()}`;
}
