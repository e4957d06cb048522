// How a row of the tape is printed: its formula and its local derivatives in TeX.
import type { Op } from './op.ts';
import type { Node } from './row.ts';

export interface RowTex {
  /** Such as `h = \tanh z`; for a leaf only its name. */
  readonly formula: string;
  /** The local derivative by each input, in the order of the inputs. */
  readonly locals: readonly string[];
}

/** Prints a row; rows without a name of their own are called `v_{index}`. */
export function rowTex(
  node: Node,
  nameOf: (node: Node) => string = (row) => row.name ?? `v_{${row.index}}`,
): RowTex {
  const out = nameOf(node);
  const rule: Op | undefined = node.rule;
  if (rule === undefined) return { formula: out, locals: [] };
  const names = node.inputs.map((input) => nameOf(input));
  return {
    formula: `${out} = ${rule.tex(names, node.options)}`,
    locals: rule.local(names, out, node.options),
  };
}
