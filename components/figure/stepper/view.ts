// What the graph shows after so many steps: values as they come, gradients as they add up.

import { type EdgeMark, edgeKey, type GraphNode, type NodeMark } from '../graph/index.ts';
import { shortNumber } from '../number.ts';
import type { GraphRun } from './run.ts';

export interface StepView {
  readonly marks: ReadonlyMap<string, NodeMark>;
  readonly edgeMarks: ReadonlyMap<string, EdgeMark>;
}

/** The view after the first `count` steps of a run; with no run yet, the point alone. */
export function viewAfter(
  count: number,
  nodes: readonly GraphNode[],
  point: ReadonlyMap<string, number>,
  run: GraphRun | undefined,
): StepView {
  const values = new Map(point);
  const gradients = new Map<string, number>();
  const edgeMarks = new Map<string, EdgeMark>();
  let now: string | undefined;
  for (const [i, step] of (run?.steps ?? []).slice(0, count).entries()) {
    const latest = i === count - 1;
    if (step.pass === 'forward') {
      values.set(step.node, run!.values.get(step.node)!);
      now = step.node;
      if (!latest) continue;
      const node = nodes.find(({ name }) => name === step.node)!;
      for (const [operand, from] of node.from.entries()) {
        edgeMarks.set(edgeKey({ from, to: node.name, operand }), { state: 'forward' });
      }
    } else if (step.pass === 'seed') {
      gradients.set(step.node, 1);
      now = step.node;
    } else {
      gradients.set(step.edge.from, (step.before ?? 0) + step.share);
      now = step.edge.from;
      edgeMarks.set(edgeKey(step.edge), {
        label: `·${shortNumber(step.local)}`,
        ...(latest ? { state: 'backward' } : {}),
      });
    }
  }
  const marks = nodes.map(({ name }): [string, NodeMark] => {
    const value = values.get(name);
    const gradient = gradients.get(name);
    return [
      name,
      {
        ...(value === undefined ? {} : { value: shortNumber(value) }),
        ...(gradient === undefined ? {} : { gradient: shortNumber(gradient) }),
        ...(name === now ? { state: 'now' } : {}),
      },
    ];
  });
  return { marks: new Map(marks), edgeMarks };
}
