// Graphs as text, one node a line, as the engine reads them: `a = x * x`.

import type { GraphNode } from './types.ts';

const line =
  /^([A-Za-z]\w*)\s*=\s*(?:([A-Za-z]\w*)\s*([+*/-])\s*([A-Za-z]\w*)|([A-Za-z]\w*)\(\s*([A-Za-z]\w*)\s*\))$/;

/**
 * The nodes of a text, inputs first; nothing where a line is not one of a graph or names a node that is not there yet.
 *
 * `readGraph('a = x * x', ['x'])` gives the input x and the node a with two edges from x.
 */
export function readGraph(text: string, inputs: readonly string[]): readonly GraphNode[] | undefined {
  const nodes: GraphNode[] = inputs.map((name) => ({ name, op: 'input', from: [] }));
  const known = new Set(inputs);
  for (const part of text.split(/[\n;]/)) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const [, name, left, op, right, called, operand] = line.exec(trimmed) ?? [];
    const from = called ? [operand!] : [left!, right!];
    if (!name || known.has(name) || !from.every((one) => known.has(one))) return undefined;
    known.add(name);
    nodes.push({ name, op: called ?? op!, from });
  }
  return nodes;
}

/** One node as a line. */
export function writeNode({ name, op, from }: GraphNode): string {
  return from.length === 2 ? `${name} = ${from[0]} ${op} ${from[1]}` : `${name} = ${op}(${from[0]})`;
}

/** The lines of a graph; inputs are not written. */
export function writeGraph(nodes: readonly GraphNode[]): string {
  return nodes
    .filter((node) => node.op !== 'input')
    .map(writeNode)
    .join('\n');
}

/** Names of new nodes: no d or e, which differentiate and exponentiate, and none that looks like a digit. */
const letters = 'abcghkmnpqrstuvw';

/** The first of a, b, c, g, ..., w, a1, b1, ... that is not taken. */
export function freshName(taken: ReadonlySet<string>): string {
  for (let n = 0; ; n++) {
    const round = Math.floor(n / letters.length);
    const name = `${letters[n % letters.length]}${round === 0 ? '' : round}`;
    if (!taken.has(name)) return name;
  }
}
