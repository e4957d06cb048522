// A formula as plain text, for the moment in which its typesetter is still on its way.

const signs: Readonly<Record<string, string>> = {
  cdot: '·',
  times: '×',
  div: '/',
  pm: '±',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  lt: '<',
  gt: '>',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  odot: '⊙',
  top: 'ᵀ',
  sum: '∑',
  sqrt: '√',
  partial: '∂',
  infty: '∞',
  colon: ':',
  lvert: '|',
  rvert: '|',
  alpha: 'α',
  beta: 'β',
  delta: 'δ',
  varepsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  sigma: 'σ',
};
/** Names that are read as they are written. */
const functions = /^(?:exp|log|ln|max|min|tanh|sin|cos)$/;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

const digits = (text: string, as: string) => text.replace(/\d/g, (digit) => as[Number(digit)]!);
const grouped = (part: string) => (/[-+ ]/.test(part.trim()) ? `(${part.trim()})` : part.trim());

/** `readable('x^{2} + x\\, \\dfrac{a}{b}')` is `x² + x a/b`. */
export function readable(tex: string): string {
  let text = tex
    .replace(/\\[,;:!\s]|~|\\q?quad\b/g, ' ')
    .replace(/\\hat\s*\{?(\w)\}?/g, '$1\u0302')
    .replace(/\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])\.?/g, '')
    .replace(/\\([A-Za-z]+)\*?(?![A-Za-z])/g, (_, name: string) =>
      /frac$/.test(name) ? '\\frac' : (signs[name] ?? (functions.test(name) ? ` ${name} ` : '')),
    );
  // From the innermost braces outwards: what stands in them may be a fraction again.
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(
        /\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
        (_, a: string, b: string) => `${grouped(a)}/${grouped(b)}`,
      )
      .replace(/\^\{?(\d+)\}?/g, (_, power: string) => digits(power, raised))
      .replace(/\^\{-(\d+)\}/g, (_, power: string) => `⁻${digits(power, raised)}`)
      .replace(/_\{?(\d+)\}?/g, (_, index: string) => digits(index, lowered))
      .replace(/([\^_])\{([^{}]{2,})\}/g, '$1($2)')
      .replace(/(?<![}\\]|frac\s*)\{([^{}]*)\}(?!\s*\{)/g, '$1');
  }
  return text
    .replace(/[{}\\]|\^(?=ᵀ)|(?<=∂) /g, '')
    .replaceAll('-', '−')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:)])/g, '')
    .trim();
}
