// The text form of a computation graph: lines `a = x * x`, read into nodes in order.

import {
  type Expr,
  type Meaning,
  type Model,
  ModelFault,
  NUMBERS,
  parse,
  parseModel,
  printText,
  ReadFault,
  type Scope,
} from '../formula/index.ts';
import { type Cell, spanOf } from './brackets.ts';
import { NODE_NAME, nodeName, withNodeNames } from './node-names.ts';
import { readAt } from './single.ts';
import type { Statement } from './statements.ts';
import type { GraphPart } from './types.ts';

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly left: string;
  readonly right: string;
}

const MOST_NODES = 60;
const NAME = new RegExp(String.raw`^(${NODE_NAME})(?:\s*\([\w\s,]*\))?$`);
const WORD = new RegExp(String.raw`(?<![\\\w])(?!\\)${NODE_NAME}`, 'g');
const FORM = 'A node is written as name = operand op operand, for example a = x * y.';

/** The nodes of a graph; operands are inputs or earlier nodes. Throws a ReadFault at the line that cannot be read. */
export function readGraph(
  statements: readonly Statement[],
  inputs: readonly string[],
  ops: readonly string[],
): GraphNode[] {
  const nodes: GraphNode[] = [];
  const names = numberScope(inputs);
  const declare = (name: string) => names.set(name, NUMBER);
  for (const statement of statements) {
    const { whole, left, right } = theRightWay(statement);
    const span = spanOf(whole);
    const typed = left && NAME.exec(left.text)?.[1];
    if (!typed) throw new ReadFault(FORM, span);
    const name = nodeName(typed);
    const last = nodes.at(-1);
    if (last && nodeName(right.text) === last.name && !names.has(name)) {
      // `f = p` gives the last node another name.
      nodes.splice(-1, 1, { ...last, name });
      declare(name);
      continue;
    }
    const node = nodeOf(right, { ...NUMBERS, names });
    if (!node) throw new ReadFault(FORM, span);
    if (!ops.includes(node.op))
      throw new ReadFault(`A node is one of ${ops.join(' and ')} here, not ${node.op}.`, span);
    if (names.has(name)) throw new ReadFault(`The name ${name} is taken.`, span);
    nodes.push({ name, ...node });
    declare(name);
    if (nodes.length > MOST_NODES) throw new ReadFault(`More than ${MOST_NODES} nodes are too many.`, span);
  }
  if (nodes.length === 0) throw new ReadFault('The graph has no node yet.', [0, 0]);
  return nodes;
}

/** `x * y = b` is `b = x * y`. */
function theRightWay(statement: Statement): Statement {
  const { whole, left, right } = statement;
  return left && !NAME.test(left.text) && NAME.test(right.text)
    ? { whole, left: right, right: left }
    : statement;
}

const NUMBER: Meaning = { role: 'array', forms: [{ axes: [], letters: [] }], padded: false };

/** Names that stand for single numbers. */
export const numberScope = (names: readonly string[]): Map<string, Meaning> =>
  new Map(names.map((name) => [name, NUMBER]));

/** The one operation of a node, in any spelling of the language: `x * y`, `xy`, `x \cdot y`, `x^2`. */
function nodeOf(right: Cell, scope: Scope): Omit<GraphNode, 'name'> | null {
  const tree = operationOf(right, scope);
  if (tree?.type !== 'binary' || tree.left.type !== 'name') return null;
  const left = tree.left.name;
  if (tree.right.type === 'name') return { op: tree.op, left, right: tree.right.name };
  // A square is a node with the same operand twice.
  const squared = tree.op === '^' && printText(tree.right) === '2';
  return squared ? { op: '*', left, right: left } : null;
}

function operationOf(right: Cell, scope: Scope): Expr | null {
  try {
    return readAt(right, (text) =>
      parse(
        withNodeNames(text, (name) => scope.names.has(name)),
        scope,
      ),
    );
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    const unknown = [...right.text.matchAll(WORD)].find(([word]) => !scope.names.has(nodeName(word)));
    if (!unknown) return null;
    const at = right.start + unknown.index;
    throw new ReadFault(`${unknown[0]} is neither an input nor an earlier node.`, [
      at,
      at + unknown[0].length,
    ]);
  }
}

/** The nodes as equations of a model over the inputs. */
export function graphEquations(nodes: readonly GraphNode[]): string {
  return nodes.map((n) => `${n.name} = ${n.left} ${n.op} ${n.right}`).join('\n');
}

/** A graph as a model: inputs are free numbers, every node an equation. */
export function graphModel(part: GraphPart, nodes: readonly GraphNode[], length: number): Model {
  try {
    const inputs = part.inputs.map((name) => `${name} : number`).join('\n');
    return parseModel(`${inputs}\n${graphEquations(nodes)}`, true);
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    // The one thing about a graph that its reader does not know: names that mean something else.
    throw new ReadFault(error.message, [0, length]);
  }
}
