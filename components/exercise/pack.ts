// What a card is given, as one text in the page: shorter than an attribute full of escaped quotation marks.

/** Turns `"` into a backtick and back. */
const swapped = (text: string): string => text.replace(/["`]/g, (mark) => (mark === '"' ? '`' : '"'));

/** Plain data as text: `pack({ part: 'dx' })` is "{`part`:`dx`}". */
export function pack(value: unknown): string {
  return swapped(JSON.stringify(value));
}

/** The data that `pack` was given. */
export function unpack<T>(text: string): T {
  return JSON.parse(swapped(text)) as T;
}
