// The walk through the layers, stage by stage: formulas in indices and in matrices, and the arrays that meet.

import { type DeltaRun, type Matrix, top, transposed, widths } from './net.ts';

/** An array in a stage, by its name in TeX, or a sign in TeX between two of them. */
export type Piece =
  | { readonly tex: string; readonly matrix: Matrix; readonly hue: 'forward' | 'gradient' }
  | { readonly sign: string };

export interface Stage {
  readonly pass: 'forward' | 'backward';
  readonly what: 'activation' | 'error' | 'delta' | 'weight';
  readonly layer: number;
  /** One entry, in indices. */
  readonly index: string;
  /** All entries at once. */
  readonly matrix: string;
  readonly pieces: readonly Piece[];
}

/** All stages: up through the layers, the error on top, and down again. */
export function stagesOf(run: DeltaRun, batch: boolean): readonly Stage[] {
  const up = Array.from({ length: top }, (_, i) => activation(run, i + 1, batch));
  const down: Stage[] = [error(run, batch), weight(run, top, batch)];
  for (let l = top - 1; l >= 1; l--) down.push(delta(run, l, batch), weight(run, l, batch));
  return [...up, ...down];
}

/** One example stands as a column, a batch with one example a row. */
const shown = (matrix: Matrix, batch: boolean) => (batch ? matrix : transposed(matrix));
const value = (tex: string, matrix: Matrix): Piece => ({ tex, matrix, hue: 'forward' });
const grad = (tex: string, matrix: Matrix): Piece => ({ tex, matrix, hue: 'gradient' });
const sign = (tex: string): Piece => ({ sign: tex });
const T = '^\\mathsf{T}';

function activation({ W, a }: DeltaRun, l: number, batch: boolean): Stage {
  const f = (inside: string) => (l === top ? inside : `f\\Big(${inside}\\Big)`);
  const g = (inside: string) => (l === top ? inside : `f(${inside})`);
  const [input, output] = [shown(a[l - 1]!, batch), shown(a[l]!, batch)];
  const sum = `\\sum_i W_{ji}^{${l}}\\, ${batch ? `a_{ni}^{${l - 1}}` : `a_i^{${l - 1}}`}`;
  const A = batch ? 'A' : 'a';
  return {
    pass: 'forward',
    what: 'activation',
    layer: l,
    index: `${batch ? `a_{nj}^{${l}}` : `a_j^{${l}}`} = ${f(sum)}`,
    matrix: batch
      ? `A^{${l}} = ${g(`A^{${l - 1}} (W^{${l}})${T}`)}`
      : `a^{${l}} = ${g(`W^{${l}} a^{${l - 1}}`)}`,
    pieces: [
      value(`${A}^{${l}}`, output),
      sign(l === top ? '=' : '= f('),
      ...(batch
        ? [value(`A^{${l - 1}}`, input), sign('\\cdot'), value(`(W^{${l}})${T}`, transposed(W[l]!))]
        : [value(`W^{${l}}`, W[l]!), sign('\\cdot'), value(`a^{${l - 1}}`, input)]),
      ...(l === top ? [] : [sign(')')]),
    ],
  };
}

function error({ a, target: wanted, delta: d }: DeltaRun, batch: boolean): Stage {
  const [A, D, target] = batch ? ['A', 'D', 'T'] : ['a', '\\delta', 't'];
  return {
    pass: 'backward',
    what: 'error',
    layer: top,
    index: batch
      ? `\\delta_{nk}^{${top}} = a_{nk}^{${top}} - t_{nk}`
      : `\\delta_k^{${top}} = a_k^{${top}} - t_k`,
    matrix: `${D}^{${top}} = ${A}^{${top}} - ${target}`,
    pieces: [
      grad(`${D}^{${top}}`, shown(d[top]!, batch)),
      sign('='),
      value(`${A}^{${top}}`, shown(a[top]!, batch)),
      sign('-'),
      value(target, shown(wanted, batch)),
    ],
  };
}

function delta({ W, slope, delta: d }: DeltaRun, l: number, batch: boolean): Stage {
  const n = batch ? 'n' : '';
  const upper = grad(`${batch ? 'D' : '\\delta'}^{${l + 1}}`, shown(d[l + 1]!, batch));
  const own = batch ? 'D' : '\\delta';
  return {
    pass: 'backward',
    what: 'delta',
    layer: l,
    index: `\\delta_{${n}j}^{${l}} = f'(z_{${n}j}^{${l}}) \\sum_k \\delta_{${n}k}^{${l + 1}}\\, W_{kj}^{${l + 1}}`,
    matrix: batch
      ? `D^{${l}} = f'(Z^{${l}}) \\odot \\left(D^{${l + 1}} W^{${l + 1}}\\right)`
      : `\\delta^{${l}} = f'(z^{${l}}) \\odot \\left((W^{${l + 1}})${T} \\delta^{${l + 1}}\\right)`,
    pieces: [
      grad(`${own}^{${l}}`, shown(d[l]!, batch)),
      sign('='),
      value(`f'(${batch ? 'Z' : 'z'}^{${l}})`, shown(slope[l]!, batch)),
      sign('\\odot ('),
      ...(batch
        ? [upper, sign('\\cdot'), value(`W^{${l + 1}}`, W[l + 1]!)]
        : [value(`(W^{${l + 1}})${T}`, transposed(W[l + 1]!)), sign('\\cdot'), upper]),
      sign(')'),
    ],
  };
}

function weight({ a, delta: d, gradient }: DeltaRun, l: number, batch: boolean): Stage {
  const by = `\\frac{\\partial L}{\\partial W^{${l}}}`;
  return {
    pass: 'backward',
    what: 'weight',
    layer: l,
    index: batch
      ? `\\frac{\\partial L}{\\partial W_{kj}^{${l}}} = \\frac1N \\sum_n \\delta_{nk}^{${l}}\\, a_{nj}^{${l - 1}}`
      : `\\frac{\\partial L}{\\partial W_{kj}^{${l}}} = \\delta_k^{${l}}\\, a_j^{${l - 1}}`,
    matrix: batch
      ? `${by} = \\tfrac1N (D^{${l}})${T} A^{${l - 1}}`
      : `${by} = \\delta^{${l}} (a^{${l - 1}})${T}`,
    pieces: [
      grad(by, gradient[l]!),
      sign(batch ? `= \\tfrac{1}{${a[0]!.length}} \\,\\cdot` : '='),
      ...(batch
        ? [grad(`(D^{${l}})${T}`, transposed(d[l]!)), sign('\\cdot'), value(`A^{${l - 1}}`, a[l - 1]!)]
        : [
            grad(`\\delta^{${l}}`, transposed(d[l]!)),
            sign('\\cdot'),
            value(`(a^{${l - 1}})${T}`, a[l - 1]!),
          ]),
    ],
  };
}

/** Units of the layer that a stage is about. */
export const unitsOf = (stage: Stage) => widths[stage.layer]!;
