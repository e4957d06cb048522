// Filling a graph with numbers: the value of each node, and the gradient of the output by it.

import { useMemo } from 'preact/hooks';
import type { GraphPart } from '../../../engine/exercise/index.ts';
import {
  GraphDrawing,
  type NodeMark,
  operationSign,
  readGraph,
  useLayout,
} from '../../figure/graph/index.ts';
import { words } from '../../words.ts';
import { EntryInput } from '../EntryInput.tsx';
import type { FieldProps } from '../field.ts';
import { type NodeTexts, readNumbers, writeNumbers } from './answers.ts';

export function GraphNumbers(props: FieldProps<GraphPart>) {
  const { part, response, checked, ready, prepared } = props;
  const nodes = useMemo(() => readGraph(part.graph ?? '', part.inputs)!, [part]);
  const layout = useLayout(nodes, prepared.layout);
  const texts = readNumbers(response, nodes);
  const then = checked ? readNumbers(checked.response, nodes) : undefined;
  const entries = entriesOf(props, nodes.length * 2);

  const mark = (i: number, name: string, which: keyof NodeTexts) =>
    then?.get(name)?.[which] === texts.get(name)![which]
      ? entries[2 * i + (which === 'value' ? 0 : 1)]
      : undefined;
  const change = (name: string, which: keyof NodeTexts, text: string) =>
    props.onResponse(writeNumbers(nodes, new Map(texts).set(name, { ...texts.get(name)!, [which]: text })));

  const marks = new Map<string, NodeMark>(
    nodes.map(({ name }, i) => {
      const { value, gradient } = texts.get(name)!;
      const both = [mark(i, name, 'value'), mark(i, name, 'gradient')];
      const state = both.includes(false) ? 'wrong' : both.every((one) => one) ? 'right' : undefined;
      return [
        name,
        {
          ...(value === '' ? {} : { value: shorten(value) }),
          ...(gradient === '' ? {} : { gradient: shorten(gradient) }),
          ...(state ? { state } : {}),
        },
      ];
    }),
  );
  const output = nodes.at(-1)!.name;
  const input = (i: number, name: string, which: keyof NodeTexts) => {
    const marked = mark(i, name, which);
    return (
      <EntryInput
        {...(i === 0 && which === 'value' ? { id: `${props.id}-field` } : {})}
        class={which === 'value' ? 'entry-forward' : 'entry-gradient'}
        label={which === 'value' ? words.graph.valueOf(name) : words.graph.gradientOf(output, name)}
        value={texts.get(name)![which]}
        onValue={(text) => change(name, which, text)}
        onCheck={props.onCheck}
        ready={ready}
        {...(marked === undefined ? {} : { mark: marked })}
        describedBy={props.describedBy}
      />
    );
  };
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
                    <span>{` = ${node.from.join(` ${operationSign(node.op)} `)}`}</span>
                  )}
                </th>
                <td>{input(i, node.name, 'value')}</td>
                <td>{input(i, node.name, 'gradient')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

/** Right or wrong, value and gradient in turn, for the nodes in order. */
function entriesOf({ checked }: FieldProps<GraphPart>, count: number): readonly boolean[] {
  if (checked?.verdict.verdict === 'correct') return Array.from({ length: count }, () => true);
  const entries = checked?.verdict.verdict === 'wrong' ? checked.verdict.entries : undefined;
  return entries?.length === count ? entries : [];
}

const shorten = (text: string) => (text.length > 7 ? `${text.slice(0, 6)}…` : text);
