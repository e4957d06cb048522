// Makes the methods that record operations out of the table, so that an operation is added in one place.
import type { Operand, Operations } from './operations.ts';
import type { ConvOptions, OpName, OpOptions, PadOptions } from './ops/signatures.ts';
import { ops } from './ops/table.ts';
import type { Node } from './row.ts';
import type { Shape } from './shape.ts';

abstract class Methods {
  /** Records any operation by its name. */
  abstract record<Name extends OpName>(op: Name, inputs: readonly Operand[], options: OpOptions[Name]): Node;

  // Those whose arguments are not simply inputs, then options.

  reshape(a: Operand, shape: Shape): Node {
    return this.record('reshape', [a], { shape });
  }
  transpose(a: Operand, order?: readonly number[]): Node {
    return this.record('transpose', [a], { order });
  }
  pick(a: Operand, axis: number, index: number): Node {
    return this.record('pick', [a], { axis, index });
  }
  pad(images: Operand, padding: number): Node {
    return this.record('pad', [images], { padding });
  }
  conv2d(
    images: Operand,
    filters: Operand,
    bias?: Operand,
    { stride, padding = 0 }: ConvOptions & Partial<PadOptions> = {},
  ): Node {
    const inputs = [padding === 0 ? images : this.pad(images, padding), filters];
    if (bias !== undefined) inputs.push(bias);
    return this.record('conv2d', inputs, { stride });
  }
}

const methods = Methods.prototype as unknown as { [name: string]: unknown };
for (const name of Object.keys(ops) as OpName[]) {
  const { inputs } = ops[name];
  methods[name] ??= function (this: Methods, ...given: unknown[]): Node {
    const operands = Array.from({ length: inputs }, (_, i) => given[i] as Operand);
    return this.record(name, operands, (given[inputs] ?? {}) as never);
  };
}

/** A class with a method for every operation: this tells the compiler what the loop above has done. */
export const Recorder = Methods as unknown as abstract new () => Methods & Operations;
