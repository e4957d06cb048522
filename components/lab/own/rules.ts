// The five rules of a reader's engine: where each is written, what it is called, and the book's own to borrow.

export interface RuleName {
  /** Its name in the engine. */
  readonly name: 'add' | 'multiply' | 'tanh' | 'matmul' | 'crossEntropy';
  /** The exercise in which the reader writes it, and its task. */
  readonly exercise: string;
  readonly task: string;
  /** The gradients that its backward gives, in the order of the operands. */
  readonly gradients: readonly string[];
}

export const ruleNames: readonly RuleName[] = [
  { name: 'add', exercise: 'own-add', task: 'rule-add', gradients: ['da', 'db'] },
  { name: 'multiply', exercise: 'own-multiply', task: 'rule-multiply', gradients: ['da', 'db'] },
  { name: 'tanh', exercise: 'own-tanh', task: 'rule-tanh', gradients: ['da'] },
  { name: 'matmul', exercise: 'own-matmul', task: 'rule-matmul', gradients: ['da', 'db'] },
  { name: 'crossEntropy', exercise: 'own-cross-entropy', task: 'rule-cross-entropy', gradients: ['ds'] },
];

/** The book's own rules, for those that the reader has not written yet. */
export const bookRules: Readonly<Record<RuleName['name'], string>> = {
  add: `const forward = (a, b) => a.map((row) => row.map((v, k) => v + b[k]));
const backward = (delta, a, b) => ({ da: delta, db: b.map((_, k) => delta.reduce((sum, row) => sum + row[k], 0)) });`,
  multiply: `const forward = (a, b) => a.map((row) => row.map((v, k) => v * b[k]));
const backward = (delta, a, b) => ({
  da: delta.map((row) => row.map((d, k) => d * b[k])),
  db: b.map((_, k) => delta.reduce((sum, row, n) => sum + row[k] * a[n][k], 0)),
});`,
  tanh: `const forward = (a) => a.map((row) => row.map(Math.tanh));
const backward = (delta, a) => ({ da: delta.map((row, n) => row.map((d, k) => d * (1 - Math.tanh(a[n][k]) ** 2))) });`,
  matmul: `const forward = (a, b) => a.map((row) => b[0].map((_, k) => row.reduce((sum, v, m) => sum + v * b[m][k], 0)));
const backward = (delta, a, b) => ({
  da: delta.map((row) => b.map((weights) => weights.reduce((sum, w, k) => sum + w * row[k], 0))),
  db: b.map((weights, m) => weights.map((_, k) => delta.reduce((sum, row, n) => sum + row[k] * a[n][m], 0))),
});`,
  crossEntropy: `const softmax = (row) => {
  const e = row.map((v) => Math.exp(v - Math.max(...row)));
  const total = e.reduce((a, b) => a + b);
  return e.map((v) => v / total);
};
const forward = (s, y) => {
  let loss = 0;
  s.forEach((row, n) => {
    const top = Math.max(...row);
    const log = top + Math.log(row.reduce((sum, v) => sum + Math.exp(v - top), 0));
    row.forEach((v, k) => { loss += y[n][k] * (log - v) / s.length; });
  });
  return loss;
};
const backward = (delta, s, y) => ({
  ds: s.map((row, n) => softmax(row).map((f, k) => delta * (f - y[n][k]) / s.length)),
});`,
};

/**
 * The rules as one script: `rules.add.forward(a, b)` and so on. A reader may name the gradients in any order; the tape
 * takes them in the order of the operands.
 */
export function rulesText(sources: Readonly<Record<RuleName['name'], string>>): string {
  const entries = ruleNames.map(
    ({ name, gradients }) => `${name}: (() => {
${sources[name]}
; return {
  forward,
  backward(...given) {
    const { ${gradients.join(', ')} } = backward(...given);
    return { ${gradients.join(', ')} };
  },
}; })()`,
  );
  return `const rules = {\n${entries.join(',\n')}\n};`;
}
