// A graph that the reader walks through: forwards to the value, backwards to the gradients, at a point of their own.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Sentence } from '../../prose/index.ts';
import { type Fields, numbersIn, Send, useSetting, wholeIn } from '../../setting/index.ts';
import { words } from '../../words.ts';
import { GraphDrawing, GraphTable, readGraph, useLayout } from '../graph/index.ts';
import { PointControls } from './PointControls.tsx';
import type { GraphRun } from './run.ts';
import { StepControls } from './StepControls.tsx';
import { tell } from './tell.ts';
import { usePlay } from './usePlay.ts';
import { viewAfter } from './view.ts';

interface State {
  /** Steps walked. */
  readonly done: number;
  /** Where the inputs stand, in their order. */
  readonly at: readonly number[];
}

export interface GraphStepperProps {
  /** The graph, a node a line or with semicolons: `a = x * x; b = a + y`. The last node is the output. */
  readonly graph: string;
  /** The inputs and where they stand at first. */
  readonly at: Readonly<Record<string, number>>;
  readonly label: string;
  /** Its name in addresses. */
  readonly lab: string;
  /** Worked out when the book is built, as `writeLayout` writes it. */
  readonly layout?: string;
}

/** The figure. The tape is loaded at the first step. */
export function GraphStepper({ graph, at, label, lab, layout: written }: GraphStepperProps) {
  const inputs = Object.keys(at);
  const nodes = useMemo(() => {
    const read = readGraph(graph, inputs);
    if (!read) throw new Error(`GraphStepper: "${graph}" is not a graph on ${inputs.join(', ')}.`);
    return read;
  }, [graph]);
  const layout = useLayout(nodes, written);
  const place = useRef<HTMLDivElement>(null);
  // Known before the tape is there: a step a node, one for the output, a step an edge.
  const total = nodes.reduce((sum, node) => sum + (node.op === 'input' ? 0 : 1 + node.from.length), 1);
  const fields = useMemo<Fields<State>>(
    () => ({ done: wholeIn(0, 0, total), at: numbersIn(Object.values(at), -mostInput, mostInput) }),
    [graph],
  );
  const setting = useSetting(lab, fields);
  const { state, change } = setting;
  const { done } = state;
  const point = useMemo(() => new Map(inputs.map((name, i) => [name, state.at[i]!])), [state.at]);
  const [run, setRun] = useState<GraphRun>();

  useEffect(() => {
    if (done === 0 && !run) return;
    let wanted = true;
    import('./run.ts').then(
      ({ runGraph }) => wanted && setRun(runGraph(nodes, point)),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [point, nodes, done === 0]);

  const go = (to: number) => change({ done: Math.max(0, Math.min(total, to)) });
  const { playing, setPlaying } = usePlay(place, () => go(done + 1), done < total);
  const { marks, edgeMarks } = viewAfter(done, nodes, point, run);
  const step = run?.steps[done - 1];
  const pass = done === 0 || !step ? 'none' : step.pass === 'forward' ? 'forward' : 'backward';
  return (
    <div ref={place} class="stepper" data-lab={lab} data-pass={pass}>
      <GraphDrawing nodes={nodes} layout={layout} label={label} marks={marks} edgeMarks={edgeMarks} />
      <p class="stepper-tale" role="status" aria-live={playing ? 'off' : 'polite'}>
        <Sentence>{step && run ? tell(step, nodes, run) : words.stepper.start}</Sentence>
        {done === total && <span key="end">{` ${words.stepper.end}`}</span>}
      </p>
      <StepControls
        done={done}
        total={total}
        playing={playing}
        onGo={(to) => {
          setPlaying(false);
          go(to);
        }}
        onPlay={(play) => {
          if (play && done === total) go(0);
          setPlaying(play);
        }}
      />
      <PointControls
        point={point}
        most={mostInput}
        onPoint={(name, value) => change({ at: state.at.with(inputs.indexOf(name), value) })}
      />
      <GraphTable nodes={nodes} marks={marks} />
      <Send of={setting} />
    </div>
  );
}

/** Beyond this the numbers on the graph would not fit. */
const mostInput = 99;
