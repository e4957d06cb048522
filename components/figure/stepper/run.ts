// A graph of scalars run on the tape, and told as a list of steps: forwards node by node, backwards edge by edge.

import { createTape, type Node, type OpName, type OpOptions, type Tape } from '../../../engine/tape/index.ts';
import type { GraphEdge, GraphNode } from '../graph/index.ts';

export interface ForwardStep {
  readonly pass: 'forward';
  readonly node: string;
}

/** The gradient of the output by itself. */
export interface SeedStep {
  readonly pass: 'seed';
  readonly node: string;
}

/** A gradient goes from a node to one of its operands. */
export interface BackwardStep {
  readonly pass: 'backward';
  readonly edge: GraphEdge;
  /** What arrives at the node. */
  readonly incoming: number;
  readonly local: number;
  /** incoming × local. */
  readonly share: number;
  /** What the operand had before; absent where this is the first share to arrive. */
  readonly before?: number;
}

export type Step = ForwardStep | SeedStep | BackwardStep;

export interface GraphRun {
  readonly steps: readonly Step[];
  readonly values: ReadonlyMap<string, number>;
  readonly gradients: ReadonlyMap<string, number>;
}

const opNames: Readonly<Record<string, OpName>> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' };

/** Runs the graph at a point (a number for each input). The last node is the output. */
export function runGraph(nodes: readonly GraphNode[], point: ReadonlyMap<string, number>): GraphRun {
  const tape = createTape();
  const rows = new Map<string, Node>();
  for (const node of nodes) {
    const operands = node.from.map((name) => rows.get(name)!);
    rows.set(
      node.name,
      node.op === 'input'
        ? tape.input(point.get(node.name) ?? 0, node.name)
        : record(tape, node.op, operands),
    );
  }
  const output = nodes.at(-1)!;
  tape.backward(rows.get(output.name)!);
  const values = new Map(nodes.map(({ name }) => [name, tape.item(rows.get(name)!)]));
  const gradients = new Map(nodes.map(({ name }) => [name, tape.gradientItem(rows.get(name)!)]));
  const made = nodes.filter((node) => node.op !== 'input');
  return {
    steps: [
      ...made.map(({ name }): Step => ({ pass: 'forward', node: name })),
      { pass: 'seed', node: output.name },
      ...backwardSteps(made, values),
    ],
    values,
    gradients,
  };
}

/** From the output to the inputs, each operand of a node in turn; nodes that nothing flows into are passed over. */
function backwardSteps(made: readonly GraphNode[], values: ReadonlyMap<string, number>): readonly Step[] {
  const arrived = new Map<string, number>([[made.at(-1)!.name, 1]]);
  const steps: Step[] = [];
  for (const node of [...made].reverse()) {
    const incoming = arrived.get(node.name);
    if (incoming === undefined) continue;
    const locals = localDerivatives(node, values);
    for (const [operand, from] of node.from.entries()) {
      const local = locals[operand]!;
      const share = incoming * local;
      const before = arrived.get(from);
      steps.push({
        pass: 'backward',
        edge: { from, to: node.name, operand },
        incoming,
        local,
        share,
        ...(before === undefined ? {} : { before }),
      });
      arrived.set(from, (before ?? 0) + share);
    }
  }
  return steps;
}

/** The derivatives of one node by each of its operands, both operands taken as different even where they are the same. */
export function localDerivatives(node: GraphNode, values: ReadonlyMap<string, number>): readonly number[] {
  const tape = createTape();
  const operands = node.from.map((name) => tape.input(values.get(name)!));
  tape.backward(record(tape, node.op, operands));
  return operands.map((operand) => tape.gradientItem(operand));
}

/** Operations of graphs have no options. */
function record(tape: Tape, op: string, operands: readonly Node[]): Node {
  const name = opNames[op] ?? (op as OpName);
  return tape.record(name, operands, {} as OpOptions[typeof name]);
}
