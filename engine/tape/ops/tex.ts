// How every operation is printed in TeX. Apart from the rules, so that a page that only trains does not load it.
import type { LossOptions, OpName, OpOptions } from './signatures.ts';

/** The formula and, after it, the local derivative by each input; `args` are the names of the inputs, `out` of the result. */
type Print<Options> = (args: readonly string[], out: string, options: Options) => readonly string[];

export type TexTable = { readonly [Name in OpName]: Print<OpOptions[Name]> };

const turned = (name: string | undefined, yes = false): string =>
  yes ? `{${name}}^{\\mathsf{T}}` : `${name}`;

/** What stands before the loss of one entry, and before its slopes. */
const before = ({ reduction }: LossOptions) =>
  reduction === 'sum'
    ? { loss: '\\textstyle\\sum', slope: '' }
    : { loss: '\\operatorname{mean}', slope: '\\tfrac{1}{n} ' };

function over(name: string, axes: readonly number[] | undefined): string {
  return `\\operatorname{${name}}${axes === undefined ? '' : `_{\\text{axis } ${axes.join(', ')}}`}`;
}

const FIRST_LARGEST = '[\\text{first largest}]';

export const texTable: TexTable = {
  add: ([a, b]) => [`${a} + ${b}`, '1', '1'],
  sub: ([a, b]) => [`${a} - ${b}`, '1', '-1'],
  mul: ([a, b]) => [`${a} \\cdot ${b}`, `${b}`, `${a}`],
  div: ([a, b]) => [`\\frac{${a}}{${b}}`, `\\frac{1}{${b}}`, `-\\frac{${a}}{${b}^2}`],
  pow: ([a, b], y) => [`{${a}}^{${b}}`, `${b}\\,{${a}}^{${b} - 1}`, `${y} \\ln ${a}`],
  max: ([a, b]) => [`\\max(${a}, ${b})`, `[${a} \\ge ${b}]`, `[${a} < ${b}]`],
  select: ([a, b, c]) => [
    `\\begin{cases} ${b} & ${a} > 0 \\\\ ${c} & \\text{else} \\end{cases}`,
    '0',
    `[${a} > 0]`,
    `[${a} \\le 0]`,
  ],
  neg: ([a]) => [`-${a}`, '-1'],
  exp: ([a], y) => [`e^{${a}}`, y],
  log: ([a]) => [`\\ln ${a}`, `\\frac{1}{${a}}`],
  sqrt: ([a], y) => [`\\sqrt{${a}}`, `\\frac{1}{2 ${y}}`],
  abs: ([a]) => [`|${a}|`, `[${a} > 0] - [${a} < 0]`],
  tanh: ([a], y) => [`\\tanh ${a}`, `1 - ${y}^2`],
  sigmoid: ([a], y) => [`\\sigma(${a})`, `${y} (1 - ${y})`],
  relu: ([a]) => [`\\operatorname{relu}(${a})`, `[${a} > 0]`],
  sum: ([a], _, { axes }) => [`${over('sum', axes)} ${a}`, '1'],
  mean: ([a], _, { axes }) => [`${over('mean', axes)} ${a}`, '\\tfrac{1}{n}'],
  maxOver: ([a], _, { axes }) => [`${over('max', axes)} ${a}`, FIRST_LARGEST],
  matmul: ([a, b], _, { transposeA, transposeB }) => [
    `${turned(a, transposeA)} ${turned(b, transposeB)}`,
    turned(b, !transposeB),
    turned(a, !transposeA),
  ],
  affine: ([x, w, bias]) => [`${x} ${w} + ${bias}`, turned(w, true), turned(x, true), '1'],
  reshape: ([a], _, { shape }) => [`\\operatorname{reshape}_{${shape.join(' \\times ')}}(${a})`, '1'],
  transpose: ([a]) => [turned(a, true), '1'],
  pick: ([a], _, { axis, index }) => [`{${a}}_{${axis === 0 ? `${index},:` : `:,${index}`}}`, '1'],
  softmax: ([a], y) => [`\\operatorname{softmax}(${a})`, `{${y}}_k ([k = l] - {${y}}_l)`],
  logSoftmax: ([a], y) => [`\\ln \\operatorname{softmax}(${a})`, `[k = l] - e^{{${y}}_l}`],
  logSumExp: ([a], y) => [`\\ln \\textstyle\\sum_j e^{{${a}}_j}`, `e^{{${a}}_k - ${y}}`],
  crossEntropy: ([z, t], _, options) => [
    `${before(options).loss} \\bigl(-\\textstyle\\sum_k {${t}}_k \\ln \\operatorname{softmax}_k(${z})\\bigr)`,
    `${before(options).slope}(\\operatorname{softmax}(${z}) - ${t})`,
    `-${before(options).slope}\\ln \\operatorname{softmax}(${z})`,
  ],
  logLoss: ([p, y], _, options) => [
    `${before(options).loss} \\bigl(-${y} \\ln ${p} - (1 - ${y}) \\ln(1 - ${p})\\bigr)`,
    `${before(options).slope}\\frac{${p} - ${y}}{${p}(1 - ${p})}`,
    `${before(options).slope}\\ln\\frac{1 - ${p}}{${p}}`,
  ],
  logLossFromLogits: ([z, y], _, options) => [
    `${before(options).loss} \\bigl(\\ln(1 + e^{${z}}) - ${y} ${z}\\bigr)`,
    `${before(options).slope}(\\sigma(${z}) - ${y})`,
    `-${before(options).slope}${z}`,
  ],
  meanSquaredError: ([x, y], _, options) => [
    `${before(options).loss} (${x} - ${y})^2`,
    `${before(options).slope}2(${x} - ${y})`,
    `${before(options).slope}2(${y} - ${x})`,
  ],
  pad: ([a], _, { padding }) => [`\\operatorname{pad}_{${padding}}(${a})`, '1'],
  conv2d: ([x, w, bias]) => [
    `${w} \\star ${x}${bias === undefined ? '' : ` + ${bias}`}`,
    `{${w}}_{a - i, b - j}`,
    `{${x}}_{i + m, j + n}`,
    ...(bias === undefined ? [] : ['1']),
  ],
  maxPool: ([a], _, { size }) => [`\\operatorname{maxpool}_{${size} \\times ${size}}(${a})`, FIRST_LARGEST],
  averagePool: ([a], _, { size }) => [
    `\\operatorname{meanpool}_{${size} \\times ${size}}(${a})`,
    `\\tfrac{1}{${size * size}}`,
  ],
};
