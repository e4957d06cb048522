// What happens at a step, as a sentence with formulas.

import { words } from '../../words.ts';
import type { GraphNode } from '../graph/index.ts';
import { texNumber } from '../number.ts';
import type { GraphRun, Step } from './run.ts';

/** The sentence of a step: `$a = x \\cdot x = 2 \\cdot 2 = 4$`. */
export function tell(step: Step, nodes: readonly GraphNode[], run: GraphRun): string {
  const output = nameTex(nodes.at(-1)!.name);
  if (step.pass === 'forward') {
    const node = nodes.find(({ name }) => name === step.node)!;
    const shown = node.from.map((name) => bracketed(run.values.get(name)!));
    return words.stepper.tellForward(
      nameTex(node.name),
      combine(node, node.from.map(nameTex)),
      combine(node, shown),
      tex(run.values.get(node.name)!),
    );
  }
  if (step.pass === 'seed') return words.stepper.tellSeed(output);
  const { edge, incoming, local, share, before } = step;
  return words.stepper.tellBackward({
    output,
    from: nameTex(edge.from),
    to: nameTex(edge.to),
    incoming: bracketed(incoming),
    local: bracketed(local),
    share: tex(share),
    ...(before === undefined
      ? {}
      : { before: tex(before), plain: bracketed(share), sum: tex(before + share) }),
  });
}

const signs: Readonly<Record<string, string>> = { '+': ' + ', '-': ' - ', '*': ' \\cdot ', '/': ' / ' };

function combine(node: GraphNode, operands: readonly string[]): string {
  const sign = signs[node.op];
  return sign ? operands.join(sign) : `\\${node.op}(${operands[0]})`;
}

/** `w12` as the drawing has it: its numbers below the line. */
const nameTex = (name: string) => name.replace(/^([A-Za-z]+)(\d+)$/, '$1_{$2}');
const tex = (value: number) => texNumber(value);
const bracketed = (value: number) => (value < 0 ? `(${tex(value)})` : tex(value));
