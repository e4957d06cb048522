// Filling a graph with numbers: the value of each node, and the gradient of the output by it.

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { GraphPart } from '../../../engine/exercise/index.ts';
import {
  GraphDrawing,
  type NodeMark,
  operationSign,
  readGraph,
  useLayout,
} from '../../figure/graph/index.ts';
import { Say } from '../../prose/index.ts';
import { words } from '../../words.ts';
import { EntryInput } from '../EntryInput.tsx';
import { loadEngine } from '../engine.ts';
import { entriesOf, type FieldProps } from '../field.ts';
import { type NodeTexts, readNumbers, writeNumbers } from './answers.ts';
import { flag } from './flag.ts';

export function GraphNumbers(props: FieldProps<GraphPart>) {
  const { part, response, checked, ready, prepared } = props;
  const nodes = useMemo(() => readGraph(part.graph ?? '', part.inputs)!, [part]);
  const made = nodes.filter((node) => node.op !== 'input').map(({ name }) => name);
  const layout = useLayout(nodes, prepared.layout);
  const texts = readNumbers(response, nodes);
  const then = checked ? readNumbers(checked.response, nodes) : undefined;
  // The values of the nodes that are computed, in order, then the gradients of all.
  const entries = entriesOf(checked, made.length + nodes.length);
  const given = useInputValues(props);

  const mark = (name: string, which: keyof NodeTexts) => {
    const text = texts.get(name)![which];
    if (text === '' || then?.get(name)?.[which] !== text) return undefined;
    const at = made.indexOf(name);
    if (which === 'value') return at < 0 ? undefined : entries[at];
    return entries[made.length + nodes.findIndex((node) => node.name === name)];
  };
  const change = (name: string, which: keyof NodeTexts, text: string) =>
    props.onResponse(writeNumbers(nodes, new Map(texts).set(name, { ...texts.get(name)!, [which]: text })));

  const marks = new Map<string, NodeMark>(
    nodes.map(({ name }, i) => {
      const { value: typed, gradient } = texts.get(name)!;
      const value = made.includes(name) ? typed : (given[i] ?? '');
      const both = [mark(name, 'value'), mark(name, 'gradient')];
      const state = both.includes(false) ? 'wrong' : both.includes(true) ? 'right' : undefined;
      return [
        name,
        {
          ...(value === '' ? {} : { value: flag(value) }),
          ...(gradient === '' ? {} : { gradient: flag(gradient) }),
          ...(state ? { state } : {}),
        },
      ];
    }),
  );
  const output = nodes.at(-1)!.name;
  const input = (name: string, which: keyof NodeTexts) => (
    <EntryInput
      id={name === made[0] && which === 'value' ? `${props.id}-field` : undefined}
      class={which === 'value' ? 'entry-forward' : 'entry-gradient'}
      label={which === 'value' ? words.graph.valueOf(name) : words.graph.gradientOf(output, name)}
      value={texts.get(name)![which]}
      onValue={(text) => change(name, which, text)}
      onCheck={props.onCheck}
      ready={ready}
      mark={mark(name, which)}
      describedBy={props.describedBy}
    />
  );
  return (
    <fieldset class="card-group numbers" aria-label={props.label}>
      <GraphDrawing nodes={nodes} layout={layout} label={words.graph.drawing} marks={marks} />
      <div class="scroll-x">
        <table class="graph-table numbers-table">
          <thead>
            <tr>
              <th scope="col">{words.graph.node}</th>
              <th scope="col" class="forward">
                {words.graph.value}
              </th>
              <th scope="col" class="gradient">
                {words.graph.gradient}
              </th>
            </tr>
          </thead>
          <tbody>
            {nodes.map((node, i) => (
              <tr key={node.name}>
                <th scope="row" class="notranslate">
                  <var>{node.name}</var>
                  {node.from.length > 0 && (
                    <span>
                      {' = '}
                      <var>{node.from[0]}</var>
                      {` ${operationSign(node.op)} `}
                      <var>{node.from[1]}</var>
                    </span>
                  )}
                </th>
                <td>
                  {made.includes(node.name) ? (
                    input(node.name, 'value')
                  ) : (
                    <Say class="forward">{(given[i] ?? '').replaceAll('-', '−')}</Say>
                  )}
                </td>
                <td>{input(node.name, 'gradient')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

/** The values of the inputs in this variant; the build has given those of the first. */
function useInputValues({ exercise, part, seed, prepared }: FieldProps<GraphPart>): readonly string[] {
  const [drawn, setDrawn] = useState<{ seed: number; texts: readonly string[] }>();
  useEffect(() => {
    if (seed === 1) return;
    loadEngine().then(
      (engine) =>
        setDrawn({ seed, texts: engine.valuesOf(exercise, part.inputs, seed).map(({ text }) => text) }),
      () => {},
    );
  }, [exercise, part, seed]);
  if (seed === 1) return prepared.inputs ?? [];
  return drawn?.seed === seed ? drawn.texts : [];
}
