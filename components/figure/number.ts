// Numbers as figures print them: short, with a real minus sign.

/** At most `digits` significant digits and no trailing zeros: `shortNumber(-0.30000001)` is `−0.3`. */
export function shortNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'undefined' : value > 0 ? '∞' : '−∞';
  const rounded = Number(value.toPrecision(digits));
  const text =
    Math.abs(rounded) >= 1e6 || (rounded !== 0 && Math.abs(rounded) < 1e-4)
      ? rounded.toExponential()
      : String(rounded);
  return (rounded === 0 ? '0' : text).replaceAll('-', '−');
}

/** The same as print has it, where no formula can stand: `printedNumber(-1.2e-7)` is `−1.2·10⁻⁷`. */
export function printedNumber(value: number, digits = 4): string {
  return shortNumber(value, digits).replace(/e\+?(.+)$/, (_, exponent: string) => `·${tenTo(exponent)}`);
}

/** `tenTo('-3')` is `10⁻³`. */
export function tenTo(exponent: string): string {
  return `10${exponent.replace(/[-−]/, '⁻').replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)}`;
}

/** The same for a formula: `texNumber(-1.2e-7)` is `-1.2 \cdot 10^{-7}`. */
export function texNumber(value: number, digits = 4): string {
  return shortNumber(value, digits)
    .replaceAll('−', '-')
    .replace('∞', '\\infty ')
    .replace('undefined', '\\text{undefined}')
    .replace(/e\+?(-?\d+)/, ' \\cdot 10^{$1}')
    .replace(/^-?\d{5,}$/, (long) => long.replace(/\B(?=(\d{3})+$)/g, '\\,'));
}
