// Labelling the edges of a graph, the reader's own where one was built: a local derivative an edge.

import { useMemo, useState } from 'preact/hooks';
import type { FormulaPart, GraphPart } from '../../../engine/exercise/index.ts';
import {
  type EdgeMark,
  edgeKey,
  edgesOf,
  GraphDrawing,
  type GraphEdge,
  type GraphNode,
  operationSign,
  readGraph,
  useLayout,
  writeGraph,
  writeNode,
} from '../../figure/graph/index.ts';
import { words } from '../../words.ts';
import { EntryInput } from '../EntryInput.tsx';
import { entriesOf, type FieldProps } from '../field.ts';
import { Preview, type Reading } from '../formula/Preview.tsx';
import { readByEngine, useReading } from '../formula/useReading.ts';
import { readEdges, writeEdges } from './answers.ts';
import { flag } from './flag.ts';
import { ownGraph } from './own.ts';

export function GraphEdges(props: FieldProps<GraphPart>) {
  const { part, response, checked, ready, prepared } = props;
  const given = useMemo(() => readGraph(part.graph ?? '', part.inputs)!, [part]);
  const own = ready ? ownGraph(part.inputs, part.ops) : undefined;
  const nodes = own ?? given;
  const edges = edgesOf(nodes);
  const entered = readEdges(response, part.inputs);
  const fits = entered !== undefined && writeGraph(entered.nodes) === writeGraph(nodes);
  const texts = fits ? entered.texts : edges.map(() => '');
  const layout = useLayout(nodes, prepared.layout);
  const [focused, setFocused] = useState<string>();

  const at = edges.findIndex((edge) => edgeKey(edge) === focused);
  const text = texts[at] ?? '';
  const { reading, last } = useReading(text, at >= 0, (typed) => readLabel(props, nodes, typed));

  const marks = entriesOf(checked, edges.length);
  const then = checked ? readEdges(checked.response, part.inputs)?.texts : undefined;
  const drawn = new Map<string, EdgeMark>(
    edges.map((edge, i) => {
      const text = texts[i]!.trim();
      const mark = then?.[i] === text ? marks[i] : undefined;
      const state =
        mark === undefined ? (focused === edgeKey(edge) ? 'forward' : undefined) : mark ? 'right' : 'wrong';
      return [edgeKey(edge), { label: text === '' ? '?' : flag(text), ...(state ? { state } : {}) }];
    }),
  );
  return (
    <fieldset class="card-group edges" aria-label={props.label}>
      <p class="build-hint">
        <span key={own ? 'own' : 'given'}>{own ? words.graph.own : words.graph.ownNone}</span>
      </p>
      <GraphDrawing nodes={nodes} layout={layout} label={words.graph.drawing} edgeMarks={drawn} />
      <ul class="edges-list">
        {edges.map((edge, i) => (
          <li key={edgeKey(edge)} class="edges-one">
            <EdgeName edge={edge} nodes={nodes} />
            <span class="edges-input" onFocusIn={() => setFocused(edgeKey(edge))}>
              <EntryInput
                id={i === 0 ? `${props.id}-field` : undefined}
                label={spokenEdge(edge, edges)}
                value={texts[i]!}
                onValue={(text) => props.onResponse(writeEdges(nodes, texts.with(i, text)))}
                onCheck={props.onCheck}
                ready={ready}
                mark={then?.[i] === texts[i] ? marks[i] : undefined}
                describedBy={props.describedBy}
              />
            </span>
          </li>
        ))}
      </ul>
      <div class="formula-preview" data-awake={at >= 0}>
        {at >= 0 && text.trim() !== '' && (
          <Preview key={focused} text={text} reading={reading} last={last} quiet={false} />
        )}
      </div>
    </fieldset>
  );
}

/** What was understood of one label: a formula in the inputs and in the nodes of this graph. */
async function readLabel(
  { exercise, part }: FieldProps<GraphPart>,
  nodes: readonly GraphNode[],
  text: string,
): Promise<Reading> {
  const declared = part.inputs.map((name) => `${name} : number`);
  const model = [...declared, ...nodes.filter(({ op }) => op !== 'input').map(writeNode)].join('\n');
  const label: FormulaPart = {
    name: 'label',
    kind: 'formula',
    find: part.inputs[0]!,
    notation: 'entries',
    mistakes: [],
  };
  return readByEngine({ ...exercise, model, parts: [label] }, 'label', text);
}

/** `∂a/∂x` with `a = x × x` beside it, the operand in question emphasised. */
function EdgeName({ edge, nodes }: { readonly edge: GraphEdge; readonly nodes: readonly GraphNode[] }) {
  const node = nodes.find(({ name }) => name === edge.to)!;
  return (
    <span class="edges-name notranslate" aria-hidden="true">
      <span class="edges-fraction">
        ∂<var>{edge.to}</var>/∂<var>{edge.from}</var>
      </span>
      <span class="edges-made">
        <var>{node.name}</var>
        {' = '}
        {node.from.map((name, i) => (
          <span key={i}>
            {i > 0 ? ` ${operationSign(node.op)} ` : ''}
            <var data-this={i === edge.operand || undefined}>{name}</var>
          </span>
        ))}
      </span>
    </span>
  );
}

function spokenEdge(edge: GraphEdge, edges: readonly GraphEdge[]): string {
  const twice = edges.some(
    (one) => one.to === edge.to && one.from === edge.from && one.operand !== edge.operand,
  );
  return twice
    ? words.graph.edgeTwice(edge.from, edge.to, edge.operand === 0 ? 1 : 2)
    : words.graph.edge(edge.from, edge.to);
}
