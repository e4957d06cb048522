// The text form of a computation graph: lines `a = x * x`, read into nodes in order.

import { ReadFault } from '../formula/index.ts';

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly left: string;
  readonly right: string;
}

export interface Line {
  readonly text: string;
  readonly start: number;
}

const MOST_NODES = 60;
const NODE = /^([A-Za-z]\w*)\s*=\s*([A-Za-z]\w*)\s*([-+*/·×])\s*([A-Za-z]\w*)$/;
/** A square may be written as one; it is a node with the same operand twice. */
const SQUARE = /^([A-Za-z]\w*)\s*=\s*([A-Za-z]\w*)\s*(?:\^\s*2|²)$/;

/** The lines of a response with their places. */
export function linesOf(response: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of response.split(/[\n;]/)) {
    const text = part.trim();
    if (text !== '') lines.push({ text, start: start + part.indexOf(text) });
    start += part.length + 1;
  }
  return lines;
}

/** The nodes of a graph; operands are inputs or earlier nodes. Throws a ReadFault at the line that cannot be read. */
export function readGraph(
  lines: readonly Line[],
  inputs: readonly string[],
  ops: readonly string[],
): GraphNode[] {
  const nodes: GraphNode[] = [];
  for (const { text, start } of lines) {
    const span = [start, start + text.length] as const;
    const square = SQUARE.exec(text);
    const parsed = square ? [text, square[1], square[2], '*', square[2]] : NODE.exec(text);
    if (!parsed)
      throw new ReadFault('A node is written as name = operand op operand, for example a = x * y.', span);
    const [, name, left, sign, right] = parsed as [string, string, string, string, string];
    const op = /[·×]/.test(sign) ? '*' : sign;
    if (!ops.includes(op))
      throw new ReadFault(`A node is one of ${ops.join(' and ')} here, not ${op}.`, span);
    if (inputs.includes(name) || nodes.some((n) => n.name === name))
      throw new ReadFault(`The name ${name} is taken.`, span);
    for (const operand of [left, right])
      if (!inputs.includes(operand) && !nodes.some((n) => n.name === operand))
        throw new ReadFault(`${operand} is neither an input nor an earlier node.`, span);
    nodes.push({ name, op, left, right });
    if (nodes.length > MOST_NODES) throw new ReadFault(`More than ${MOST_NODES} nodes are too many.`, span);
  }
  if (nodes.length === 0) throw new ReadFault('The graph has no node yet.', [0, 0]);
  return nodes;
}

/** The nodes as equations of a model over the inputs. */
export function graphEquations(nodes: readonly GraphNode[]): string {
  return nodes.map((n) => `${n.name} = ${n.left} ${n.op} ${n.right}`).join('\n');
}
