// How a row of the tape is printed: its formula and its local derivatives in TeX.
import { texTable } from './ops/tex.ts';
import type { Node } from './row.ts';

export interface RowTex {
  /** Such as `h = \\tanh z`; for a leaf only its name. */
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
  if (!isOp(node.op)) return { formula: out, locals: [] };
  // The options of a row are those of its op, which the compiler cannot see.
  const print = texTable[node.op] as (args: readonly string[], out: string, options: object) => string[];
  const [formula, ...locals] = print(
    node.inputs.map((input) => nameOf(input)),
    out,
    node.options,
  );
  return { formula: `${out} = ${formula}`, locals };
}

const isOp = (op: Node['op']): op is keyof typeof texTable => Object.hasOwn(texTable, op);
