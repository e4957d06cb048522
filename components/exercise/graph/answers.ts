// Responses on a graph, to and from text: a formula an edge, or a value and a gradient a node.

import { edgesOf, type GraphNode, readGraph, writeGraph } from '../../figure/graph/index.ts';

/** `d a / d x = 2x`: the two names, and what stands behind the sign. */
const edgeLine = /^\s*d\s*([A-Za-z]\w*)\s*\/\s*d\s*([A-Za-z]\w*)\s*=([\s\S]*)$/;

/** The graph, then a line an edge, in the order of the nodes and their operands; '' where no edge is filled. */
export function writeEdges(nodes: readonly GraphNode[], texts: readonly string[]): string {
  if (texts.every((text) => text.trim() === '')) return '';
  const lines = edgesOf(nodes).map((edge, i) => `d ${edge.to} / d ${edge.from} = ${oneLine(texts[i] ?? '')}`);
  return [writeGraph(nodes), ...lines].join('\n');
}

/** The graph of such a response, and its texts in the order of the edges. */
export function readEdges(
  response: string,
  inputs: readonly string[],
): { readonly nodes: readonly GraphNode[]; readonly texts: readonly string[] } | undefined {
  const lines = response.split('\n');
  const nodes = readGraph(lines.filter((line) => !edgeLine.test(line)).join('\n'), inputs);
  if (!nodes || nodes.length === inputs.length) return undefined;
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [, to, from, text] = edgeLine.exec(line) ?? [];
    if (to && from) found.set(`${to} ${from}`, [...(found.get(`${to} ${from}`) ?? []), text!.trim()]);
  }
  return { nodes, texts: edgesOf(nodes).map((edge) => found.get(`${edge.to} ${edge.from}`)?.shift() ?? '') };
}

/** A value and a gradient as typed. */
export interface NodeTexts {
  readonly value: string;
  readonly gradient: string;
}

/** `a = 9` and `d a = 2` for each node, for inputs the gradient only; '' where nothing is filled. */
export function writeNumbers(nodes: readonly GraphNode[], texts: ReadonlyMap<string, NodeTexts>): string {
  const filled = [...texts.values()].some(
    ({ value, gradient }) => value.trim() !== '' || gradient.trim() !== '',
  );
  if (!filled) return '';
  return nodes
    .flatMap(({ name, op }) => {
      const { value, gradient } = texts.get(name) ?? { value: '', gradient: '' };
      const lines = [`${name} = ${oneLine(value)}`, `d ${name} = ${oneLine(gradient)}`];
      return op === 'input' ? lines.slice(1) : lines;
    })
    .join('\n');
}

export function readNumbers(response: string, nodes: readonly GraphNode[]): ReadonlyMap<string, NodeTexts> {
  const found = new Map<string, string>();
  for (const line of response.split('\n')) {
    const [, d = '', name, text] = /^\s*(d\s+)?([A-Za-z]\w*)\s*=([\s\S]*)$/.exec(line) ?? [];
    if (name) found.set(`${d === '' ? '' : 'd '}${name}`, text!.trim());
  }
  return new Map(
    nodes.map(({ name }) => [name, { value: found.get(name) ?? '', gradient: found.get(`d ${name}`) ?? '' }]),
  );
}

/** Semicolons and line breaks would end the line. */
const oneLine = (text: string) => text.replace(/[\n;]/g, ' ').trim();
