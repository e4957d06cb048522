// Polynomials in expanded form, to tell a reader what a graph computes: x^2 + x y + x + y.

/** Coefficients by monomial; a monomial is its exponents, one a variable, joined by commas. */
export type Polynomial = ReadonlyMap<string, bigint>;

/** Larger ones are not shown. */
const MOST_TERMS = 60;

export function variable(i: number, count: number): Polynomial {
  return new Map([[Array.from({ length: count }, (_, k) => (k === i ? 1 : 0)).join(), 1n]]);
}

/** a + b, or null where it grows beyond what can be shown. */
export function addPolynomials(a: Polynomial | null, b: Polynomial | null): Polynomial | null {
  if (!a || !b) return null;
  const sum = new Map(a);
  for (const [monomial, n] of b) sum.set(monomial, (sum.get(monomial) ?? 0n) + n);
  return sum.size > MOST_TERMS ? null : sum;
}

export function multiplyPolynomials(a: Polynomial | null, b: Polynomial | null): Polynomial | null {
  if (!a || !b || a.size * b.size > MOST_TERMS ** 2) return null;
  const product = new Map<string, bigint>();
  for (const [m, p] of a)
    for (const [n, q] of b) {
      const exponents = n.split(',').map(Number);
      const monomial = m
        .split(',')
        .map((e, i) => Number(e) + (exponents[i] ?? 0))
        .join();
      product.set(monomial, (product.get(monomial) ?? 0n) + p * q);
    }
  return product.size > MOST_TERMS ? null : product;
}

/** `x^2 + 2x y`, the highest degree first. */
export function polynomialText(polynomial: Polynomial, names: readonly string[]): string {
  const degree = (monomial: string) => monomial.split(',').reduce((sum, e) => sum + Number(e), 0);
  const terms = [...polynomial]
    .filter(([, n]) => n !== 0n)
    .sort(([a], [b]) => degree(b) - degree(a) || (a < b ? 1 : -1));
  const text = terms.map(([monomial, n]) => {
    const powers = monomial
      .split(',')
      .flatMap((e, i) => (e === '0' ? [] : [e === '1' ? names[i] : `${names[i]}^{${e}}`]));
    const factor = n === 1n && powers.length > 0 ? '' : String(n);
    return `${factor}${powers.join(' ')}`;
  });
  return text.length === 0 ? '0' : text.join(' + ');
}
