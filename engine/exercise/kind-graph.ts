// Kind `graph`: build a computation graph, label its edges with local derivatives, fill it with numbers.

import {
  difference,
  type Expr,
  type Model,
  ModelFault,
  make,
  nameTex,
  type Prepared,
  parse,
  parseModel,
  prepare,
  printTex,
  ReadFault,
} from '../formula/index.ts';
import { type Cell, spanOf } from './brackets.ts';
import { type GraphNode, graphEquations, readGraph } from './graph.ts';
import { checkTree } from './kind-formula.ts';
import { closeness, numericValue } from './number.ts';
import {
  addPolynomials,
  multiplyPolynomials,
  type Polynomial,
  polynomialText,
  variable,
} from './polynomial.ts';
import { parseCell, readAt } from './single.ts';
import { derivativeOf, type Statement, statementsOf } from './statements.ts';
import { makeSubject, modelOf } from './subject.ts';
import type { Context, Exercise, GraphPart, Verdict } from './types.ts';

export function checkGraph(exercise: Exercise, part: GraphPart, response: string, context: Context): Verdict {
  switch (part.task) {
    case 'build':
      return checkBuild(part, response);
    case 'edges':
      return checkEdges(part, response);
    case 'numbers':
      return checkNumbers(exercise, part, response, context.seed ?? 1);
  }
}

/** A graph as a model: inputs are free numbers, every node an equation. */
function graphModel(part: GraphPart, nodes: readonly GraphNode[], length: number): Model {
  try {
    const inputs = part.inputs.map((name) => `${name} : number`).join('\n');
    return parseModel(`${inputs}\n${graphEquations(nodes)}`, true);
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    // The one thing about a graph that its reader does not know: names that mean something else.
    throw new ReadFault(error.message, [0, length]);
  }
}

function checkBuild(part: GraphPart, response: string): Verdict {
  const nodes = readGraph(statementsOf(response), part.inputs, part.ops);
  const last = nodes.at(-1) as GraphNode;
  const subject = makeSubject(
    graphModel(part, nodes, response.length),
    { find: last.name, answer: part.computes, notation: 'entries' },
    1,
  );
  const output = prepare(parse(last.name, subject.author), subject.ground);
  if (difference(output, subject.prepared, subject.ground) === null) {
    const unused = nodes.filter(
      (n) => n !== last && !nodes.some((m) => m.left === n.name || m.right === n.name),
    );
    return {
      verdict: 'correct',
      message:
        unused.length === 0
          ? 'Right: this graph computes the function.'
          : `Right. The node${unused.length === 1 ? '' : 's'} ${unused.map((n) => n.name).join(', ')} would not be needed.`,
    };
  }
  const already = nodes.find(
    (n) =>
      difference(prepare(parse(n.name, subject.author), subject.ground), subject.prepared, subject.ground) ===
      null,
  );
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

function checkEdges(part: GraphPart, response: string): Verdict {
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
  const first = problems[0];
  if (!first && empty === 0)
    return { verdict: 'correct', message: 'Right: every edge carries its local derivative.' };
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
    parse(text, { ...subject.author, derivatives: false, names: model.names }),
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

/** The model of the exercise with the graph's nodes; its inputs have the numbers of the variant. */
export function numbersModel(
  exercise: Pick<Exercise, 'model'>,
  part: GraphPart,
): { model: Model; nodes: GraphNode[] } {
  const nodes = readGraph(statementsOf(part.graph ?? ''), part.inputs, part.ops);
  const own = modelOf(exercise.model);
  const known = part.inputs.filter((name) => !own.definitions.some((d) => d.name === name));
  const inputs = own.definitions.filter((d) => part.inputs.includes(d.name));
  const declared = inputs.map((d) => exercise.model.split('\n')[d.line - 1] ?? '');
  return {
    model: modelOf(
      [...declared, ...known.map((name) => `${name} : number, random -4..5`), graphEquations(nodes)].join(
        '\n',
      ),
    ),
    nodes,
  };
}

/** The value and the gradient of every node of the given graph, as trees on numbersModel. */
export function graphValues(
  exercise: Exercise,
  part: GraphPart,
): { name: string; value: Expr; gradient: Expr }[] {
  const { nodes } = numbersModel(exercise, part);
  const output = (nodes.at(-1) as GraphNode).name;
  const names = [...part.inputs, ...nodes.map((n) => n.name)];
  return names.map((name) => {
    const by = make.name(name);
    const one = make.number({ num: 1n, den: 1n });
    return {
      name,
      value: by,
      gradient:
        name === output
          ? one
          : { type: 'derivative' as const, of: make.name(output), by, span: [0, 0] as const },
    };
  });
}

function checkNumbers(exercise: Exercise, part: GraphPart, response: string, seed: number): Verdict {
  const { model } = numbersModel(exercise, part);
  const right = graphValues(exercise, part);
  const subject = makeSubject(model, { find: right[0]?.name ?? '', notation: 'entries' }, seed);
  const output = right.at(-1)?.name ?? '';
  const typed = new Map<string, Cell>();
  for (const { whole, left, right: cell } of statementsOf(response)) {
    const key = left && (right.some((r) => r.name === left.text) ? left.text : gradientOf(left, output));
    if (!key || !right.some((r) => key === r.name || key === `d ${r.name}`))
      throw new ReadFault('A line is a = 9 for a value or d a = 2 for a gradient.', spanOf(whole));
    if (typed.has(key)) throw new ReadFault(`${key} is given twice.`, spanOf(whole));
    typed.set(key, cell);
  }
  const wanted = [
    ...right.map((r) => ({ key: r.name, tree: r.value })),
    ...right.map((r) => ({ key: `d ${r.name}`, tree: r.gradient })),
  ].filter(({ key }) => !part.inputs.includes(key));
  const filled = wanted.filter(({ key }) => typed.get(key)?.text);
  if (filled.length === 0) throw new ReadFault('Nothing is filled in yet.', [0, response.length]);
  const marks = new Map(
    filled.map(({ key, tree }) => {
      const cell = parseCell(typed.get(key) as Cell);
      const value = numericValue(tree, subject.ground);
      return [key, value !== null && closeness(cell, value, subject.ground) === 'equal'];
    }),
  );
  return numbersVerdict(
    wanted.map(({ key }) => key),
    marks,
  );
}

/** What is filled in is judged, so that a reader can check what there is so far. */
function numbersVerdict(wanted: readonly string[], marks: ReadonlyMap<string, boolean>): Verdict {
  const right = [...marks.values()].filter(Boolean).length;
  const left = wanted.length - marks.size;
  const empty = left === 0 ? '' : ` Still empty: ${left}.`;
  if (right === wanted.length)
    return { verdict: 'correct', message: 'Right: every value and every gradient.' };
  if (right === marks.size)
    return { verdict: 'form', message: `Right so far: ${right} of ${wanted.length} entries.${empty}` };
  const first = wanted.find((key) => marks.get(key) === false) ?? '';
  const name = `$${nameTex(first.replace(/^d /, ''))}$`;
  return {
    verdict: 'wrong',
    message: `${right} of ${marks.size} ${marks.size === 1 ? 'entry is' : 'entries are'} right. Look first at the ${first.startsWith('d ') ? 'gradient' : 'value'} of ${name}.${empty}`,
    entries: wanted.map((key) => marks.get(key) ?? false),
  };
}

/** The key `d a`, however the gradient is written: `da`, `∂f/∂a`, `\bar a`; '' for anything else. */
function gradientOf(left: Cell, output: string): string {
  const sides = derivativeOf(left);
  if (sides) return sides.of === output ? `d ${sides.by}` : '';
  const name = /^(?:d|∂|\\partial|\\bar)\s*\{?\s*([A-Za-z]\w*)\s*\}?$/.exec(left.text)?.[1];
  return name ? `d ${name}` : '';
}
