// Building a graph: in the drawing by pressing or dragging nodes, or in a table by keyboard.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GraphPart } from '../../../engine/exercise/index.ts';
import {
  freshName,
  GraphDrawing,
  type GraphNode,
  type NodeMark,
  operationSign,
  readGraph,
  useLayout,
  writeGraph,
} from '../../figure/graph/index.ts';
import { words } from '../../words.ts';
import type { FieldProps } from '../field.ts';
import { BuildTable } from './BuildTable.tsx';
import { OperationChoice } from './OperationChoice.tsx';

export function GraphBuild(props: FieldProps<GraphPart>) {
  const { part, response, ready, say, id } = props;
  const nodes = readGraph(response, part.inputs) ?? readGraph('', part.inputs)!;
  const layout = useLayout(nodes);
  const [op, setOp] = useState(part.ops[0] ?? '+');
  const [picked, setPicked] = useState<string>();
  const [past, setPast] = useState<readonly string[]>([]);
  const field = useRef<HTMLFieldSetElement>(null);
  const undoing = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    // The drawing has grown above the row that the reader works in.
    const at = document.activeElement;
    if (field.current!.contains(at)) at!.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [layout.width, layout.height, nodes.length]);

  const change = (next: readonly GraphNode[]) => {
    setPast([...past, response]);
    setPicked(undefined);
    props.onResponse(writeGraph(next));
  };
  const add = (first: string, second: string, by = op) => {
    if (!ready) return;
    const node = { name: freshName(new Set(nodes.map(({ name }) => name))), op: by, from: [first, second] };
    change([...nodes, node]);
    say(words.graph.added(node.name, `${first} ${operationSign(by)} ${second}`));
  };
  const remove = (name: string) => {
    const user = nodes.find((node) => node.from.includes(name));
    if (user) return say(words.graph.needed(name, user.name));
    change(nodes.filter((node) => node.name !== name));
    say(words.graph.removed(name));
    // Its row is gone, and the focus with it.
    undoing.current?.focus();
  };
  const pick = (name: string) => {
    if (!ready) return;
    if (picked !== undefined) return add(picked, name);
    setPicked(name);
    say(words.graph.picked(name));
  };
  const letGo = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || picked === undefined) return;
    setPicked(undefined);
    say(words.graph.letGo);
  };
  const undo = () => {
    if (past.length === 0) return;
    props.onResponse(past.at(-1)!);
    setPast(past.slice(0, -1));
    setPicked(undefined);
    say(words.graph.undone);
  };

  const last = nodes.at(-1)!;
  const marks = new Map<string, NodeMark>(last.op === 'input' ? [] : [[last.name, { state: 'output' }]]);
  return (
    <fieldset ref={field} class="card-group build" aria-label={props.label} onKeyDown={letGo}>
      <div class="build-bar">
        <OperationChoice id={id} ops={part.ops} op={op} ready={ready} onOp={setOp} />
        <button
          ref={undoing}
          type="button"
          class="button quiet"
          aria-disabled={past.length === 0}
          onClick={undo}
        >
          {words.graph.undo}
        </button>
      </div>
      <p class="build-hint">
        <span key={picked ?? ''}>
          {picked === undefined ? words.graph.pointer : words.graph.picked(picked)}
        </span>
      </p>
      <GraphDrawing
        nodes={nodes}
        layout={layout}
        label={words.graph.drawing}
        marks={marks}
        onPick={pick}
        onJoin={(from, to) => {
          setPicked(undefined);
          add(from, to);
        }}
        picked={picked}
      />
      <BuildTable
        id={id}
        nodes={nodes}
        ops={part.ops}
        ready={ready}
        onAdd={add}
        onChange={(node) => change(nodes.map((one) => (one.name === node.name ? node : one)))}
        onRemove={remove}
      />
    </fieldset>
  );
}
