// Kind `graph`, to label: every edge gets the derivative of its node by its operand, on the reader's own graph.

import { difference, type Model, make, type Prepared, parse, prepare, ReadFault } from '../formula/index.ts';
import { type Cell, spanOf } from './brackets.ts';
import { checkTree } from './check-tree.ts';
import { type GraphNode, graphModel, readGraph } from './graph.ts';
import { computesOtherwise } from './graph-build.ts';
import { withNodeNames } from './node-names.ts';
import { same } from './same.ts';
import { readAt } from './single.ts';
import { derivativeOf, type Statement, statementsOf } from './statements.ts';
import { makeSubject } from './subject.ts';
import type { GraphPart, Verdict } from './types.ts';

interface Label {
  readonly node: string;
  readonly operand: string;
  readonly cell: Cell;
}

/** `d a / d x = 2x`; null for a line that is a node of the graph. */
function readLabel({ left, right }: Statement): Label | null {
  const sides = left && derivativeOf(left);
  return sides && { node: sides.of, operand: sides.by, cell: right };
}

export function checkEdges(part: GraphPart, response: string): Verdict {
  const lines = statementsOf(response);
  const labels = lines.map(readLabel);
  const own = lines.filter((_, i) => !labels[i]);
  const nodes = readGraph(own.length > 0 ? own : statementsOf(part.graph ?? ''), part.inputs, part.ops);
  const given = labels.filter((label) => label !== null);
  const model = graphModel(part, nodes, response.length);
  const edges = nodes.flatMap((n) =>
    n.left === n.right
      ? [
          { n, operand: n.left, side: 0 },
          { n, operand: n.left, side: 1 },
        ]
      : [
          { n, operand: n.left, side: 0 },
          { n, operand: n.right, side: 1 },
        ],
  );
  const stray = given.find(
    (label) => !edges.some((e) => e.n.name === label.node && e.operand === label.operand),
  );
  if (stray)
    throw new ReadFault(`There is no edge from ${stray.operand} to ${stray.node}.`, spanOf(stray.cell));
  const filled = given.filter((label) => label.cell.text !== '');
  if (filled.length === 0) throw new ReadFault('No edge has a derivative yet.', [0, response.length]);
  const marks: boolean[] = [];
  const problems: Verdict[] = [];
  let empty = 0;
  for (const n of nodes)
    for (const operand of new Set([n.left, n.right])) {
      const mine = given.filter((label) => label.node === n.name && label.operand === operand);
      const needed = n.left === n.right ? 2 : 1;
      if (mine.length > needed)
        throw new ReadFault(`The edge from ${operand} to ${n.name} is labelled too often.`, [
          0,
          response.length,
        ]);
      if (mine.length === 0) empty += needed;
      // One line for both edges of x * x is the squared edge: its derivative is the sum of the two.
      const merged = mine.length < needed;
      for (const label of mine) {
        if (label.cell.text === '') {
          empty += 1;
          marks.push(false);
          continue;
        }
        const verdict = checkEdge(model, n, operand, merged, label);
        marks.push(verdict.verdict === 'correct');
        if (verdict.verdict !== 'correct') problems.push(verdict);
      }
    }
  const first = problems[0] ?? computesOtherwise(part, nodes, response.length);
  if (!first && empty === 0)
    return { verdict: 'correct', message: 'Every edge carries its local derivative.' };
  if (!first)
    return {
      verdict: 'form',
      message: `Right so far. ${empty === 1 ? 'One edge has' : `${empty} edges have`} no derivative yet.`,
    };
  return first.verdict === 'wrong' ? { ...first, entries: marks } : first;
}

/** The derivative of one node by one of its operands, the others held. */
function localDerivative(n: GraphNode, operand: string, merged: boolean): string {
  if (n.op === '+') return merged ? '2' : '1';
  const other = n.left === operand ? n.right : n.left;
  return merged ? `2 ${other}` : other;
}

/** A right label for every edge, in the text form of a response. */
export function edgeLabels(nodes: readonly GraphNode[]): string[] {
  return nodes.flatMap((n) =>
    [n.left, n.right].map((operand) => `d ${n.name} / d ${operand} = ${localDerivative(n, operand, false)}`),
  );
}

function checkEdge(model: Model, n: GraphNode, operand: string, merged: boolean, label: Label): Verdict {
  const answer = localDerivative(n, operand, merged);
  const subject = makeSubject(model, { find: answer, answer, notation: 'entries' }, 1);
  const typed = readAt(label.cell, (text) =>
    parse(
      withNodeNames(text, (name) => model.names.has(name)),
      { ...subject.author, derivatives: false, names: model.names },
    ),
  );
  const where = `On the edge from ${operand} to ${n.name}:`;
  const verdict = checkTree(typed, subject, {
    kind: 'formula',
    name: '',
    mistakes: [],
    find: answer,
    notation: 'entries',
  });
  if (verdict.verdict !== 'wrong') return verdict;
  const double: Prepared = prepare(
    make.binary('*', make.number({ num: 2n, den: 1n }), subject.answer),
    subject.ground,
  );
  const one = localDerivative(n, operand, false);
  if (merged && same(typed, prepare(parse(one, subject.author), subject.ground), subject.ground))
    return {
      ...verdict,
      message: `${where} there are two such edges with $${one}$ each, and one line for both gives their sum, $${answer}$. Or give each a line.`,
    };
  if (
    n.left === n.right &&
    !merged &&
    difference(prepare(typed, subject.ground), double, subject.ground) === null
  )
    return {
      verdict: 'wrong',
      misconception: 'both-edges',
      message: `${where} the two edges carry $${answer}$ each; together they make $2${answer}$.`,
    };
  return {
    ...verdict,
    message: `${where} ${n.op === '+' ? 'a sum passes the derivative 1 to each of its inputs.' : 'a product passes to one factor the other factor.'}`,
  };
}
