// Long whole numbers as they are read: in threes.

/** `inThrees('40894464')` is `40\,894\,464`; four digits are read at a glance, and what is no whole number is left as it is. */
export function inThrees(number: string): string {
  return /^-?\d{5,}$/.test(number) ? number.replace(/\B(?=(\d{3})+$)/g, '\\,') : number;
}
