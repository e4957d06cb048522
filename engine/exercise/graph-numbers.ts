// Kind `graph`, to fill in: the value and the gradient of every node of a given graph.

import { type Expr, type Model, make, nameTex, ReadFault } from '../formula/index.ts';
import { type Cell, spanOf } from './brackets.ts';
import { type GraphNode, graphEquations, readGraph } from './graph.ts';
import { closeness, numericValue } from './number.ts';
import { parseCell } from './single.ts';
import { derivativeOf, gradientNamed, statementsOf } from './statements.ts';
import { makeSubject, modelOf } from './subject.ts';
import type { Exercise, GraphPart, Verdict } from './types.ts';

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

export function checkNumbers(exercise: Exercise, part: GraphPart, response: string, seed: number): Verdict {
  const { model } = numbersModel(exercise, part);
  const right = graphValues(exercise, part);
  const subject = makeSubject(model, { find: right[0]?.name ?? '', notation: 'entries' }, seed);
  const output = right.at(-1)?.name ?? '';
  const typed = new Map<string, Cell>();
  let unequal: Cell | undefined;
  for (const { whole, left: only, first, right: cell, steps = [] } of statementsOf(response)) {
    // `a = 2 * 2 = 4`
    const left = only ?? first ?? null;
    const key = left && (right.some((r) => r.name === left.text) ? left.text : gradientOf(left, output));
    if (!key || !right.some((r) => key === r.name || key === `d ${r.name}`))
      throw new ReadFault('A line is a = 9 for a value or d a = 2 for a gradient.', spanOf(whole));
    if (typed.has(key)) throw new ReadFault(`${key} is given twice.`, spanOf(whole));
    const last = steps.length > 0 ? numericValue(parseCell(cell), subject.ground) : null;
    if (last && steps.some((step) => closeness(parseCell(step), last, subject.ground) !== 'equal'))
      unequal ??= whole;
    typed.set(key, cell);
  }
  const wanted = [
    ...right.map((r) => ({ key: r.name, tree: r.value })),
    ...right.map((r) => ({ key: `d ${r.name}`, tree: r.gradient })),
  ].filter(({ key }) => !part.inputs.includes(key) || typed.get(key)?.text);
  const filled = wanted.filter(({ key }) => typed.get(key)?.text);
  if (filled.length === 0) throw new ReadFault('Nothing is filled in yet.', [0, response.length]);
  const marks = new Map(
    filled.map(({ key, tree }) => {
      const cell = parseCell(typed.get(key) as Cell);
      const value = numericValue(tree, subject.ground);
      return [key, value !== null && closeness(cell, value, subject.ground) === 'equal'];
    }),
  );
  // A wrong value is told first.
  if (unequal && [...marks.values()].every(Boolean))
    throw new ReadFault('The steps of this line are not equal.', spanOf(unequal));
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
    return { verdict: 'correct', message: 'Every value and every gradient is right.' };
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
  const name = gradientNamed(left);
  return name === '' ? '' : `d ${name}`;
}
