// A node in words, for screen readers and for the table.

import { words } from '../../words.ts';
import type { GraphNode } from './types.ts';

/** What the drawing says at a node. */
export interface NodeMark {
  readonly value?: string;
  readonly gradient?: string;
  readonly state?: 'now' | 'done' | 'picked' | 'right' | 'wrong' | 'output';
}

/** `add`, `multiply`, `input`, or the function's name. */
export function operationWord(op: string): string {
  return op === 'input' ? words.graph.inputNode : (words.graph.operations[op] ?? op);
}

/** The sign in the node: a real minus and times, not the keyboard's. */
export function operationSign(op: string): string {
  return { '*': '×', '-': '−', '/': '÷' }[op] ?? op;
}

/** `node 5, a, multiply, value 0.3, incoming gradient 2, from x and y`. */
export function describeNode(node: GraphNode, number: number, mark: NodeMark | undefined): string {
  return words.graph.spoken({
    name: node.name,
    number,
    operation: operationWord(node.op),
    from: node.from,
    ...(mark?.value === undefined ? {} : { value: mark.value }),
    ...(mark?.gradient === undefined ? {} : { gradient: mark.gradient }),
  });
}
