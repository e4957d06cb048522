// Kind `graph`, to build one: any graph that computes the function is right.

import { difference, parse, prepare, printTex } from '../formula/index.ts';
import { type GraphNode, graphModel, readGraph } from './graph.ts';
import {
  addPolynomials,
  multiplyPolynomials,
  type Polynomial,
  polynomialText,
  variable,
} from './polynomial.ts';
import { statementsOf } from './statements.ts';
import { makeSubject } from './subject.ts';
import type { GraphPart, Verdict } from './types.ts';

export function checkBuild(part: GraphPart, response: string): Verdict {
  const nodes = readGraph(statementsOf(response), part.inputs, part.ops);
  const fault = computesOtherwise(part, nodes, response.length);
  if (fault) return fault;
  const last = nodes.at(-1) as GraphNode;
  const unused = nodes.filter(
    (n) => n !== last && !nodes.some((m) => m.left === n.name || m.right === n.name),
  );
  return {
    verdict: 'correct',
    message:
      unused.length === 0
        ? 'This graph computes the function.'
        : `The node${unused.length === 1 ? '' : 's'} ${unused.map((n) => n.name).join(', ')} would not be needed.`,
  };
}

/** Says what a graph computes that does not compute the function of the part; null for one that does. */
export function computesOtherwise(
  part: GraphPart,
  nodes: readonly GraphNode[],
  length: number,
): Verdict | null {
  const last = nodes.at(-1) as GraphNode;
  const subject = makeSubject(
    graphModel(part, nodes, length),
    { find: last.name, answer: part.computes, notation: 'entries' },
    1,
  );
  const computes = ({ name }: GraphNode) =>
    difference(prepare(parse(name, subject.author), subject.ground), subject.prepared, subject.ground) ===
    null;
  if (computes(last)) return null;
  const already = nodes.find(computes);
  if (already)
    return {
      verdict: 'wrong',
      misconception: 'not-last',
      message: `The node ${already.name} computes the function, but it is not the last one: the last node is the output.`,
    };
  const computed = expand(nodes, part.inputs);
  const says = computed
    ? `Your last node computes $${polynomialText(computed, part.inputs)}$.`
    : 'Your last node computes something else.';
  return {
    verdict: 'wrong',
    misconception: 'computes-otherwise',
    message: `${says} Asked for is $${printTex(parse(part.computes, subject.author))}$.`,
  };
}

function expand(nodes: readonly GraphNode[], inputs: readonly string[]): Polynomial | null {
  const values = new Map<string, Polynomial | null>(
    inputs.map((name, i) => [name, variable(i, inputs.length)]),
  );
  for (const n of nodes) {
    const [a, b] = [values.get(n.left) ?? null, values.get(n.right) ?? null];
    values.set(n.name, n.op === '+' ? addPolynomials(a, b) : n.op === '*' ? multiplyPolynomials(a, b) : null);
  }
  return values.get((nodes.at(-1) as GraphNode).name) ?? null;
}
