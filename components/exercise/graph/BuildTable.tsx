// The graph that is being built, as a table: a row a node, changed in place, and a last row that adds one.

import { useState } from 'preact/hooks';
import { freshName, type GraphNode, operationSign } from '../../figure/graph/index.ts';
import { words } from '../../words.ts';

interface BuildTableProps {
  readonly id: string;
  readonly nodes: readonly GraphNode[];
  readonly ops: readonly string[];
  readonly ready: boolean;
  readonly onAdd: (first: string, second: string, op: string) => void;
  readonly onChange: (node: GraphNode) => void;
  readonly onRemove: (name: string) => void;
}

export function BuildTable({ id, nodes, ops, ready, onAdd, onChange, onRemove }: BuildTableProps) {
  const names = nodes.map(({ name }) => name);
  const next = freshName(new Set(names));
  const [draft, setDraft] = useState<GraphNode>({
    name: '',
    op: ops[0] ?? '+',
    from: [names[0] ?? '', names[0] ?? ''],
  });
  const known = {
    ...draft,
    from: draft.from.map((name) => (names.includes(name) ? name : (names[0] ?? ''))),
  };
  return (
    <div class="scroll-x">
      <table class="graph-table build-table">
        <caption class="visually-hidden">{words.graph.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.graph.node}</th>
            <th scope="col">{words.graph.first}</th>
            <th scope="col">{words.graph.operation}</th>
            <th scope="col">{words.graph.second}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {nodes.map((node, i) =>
            node.op === 'input' ? null : (
              <tr key={node.name} data-row={node.name}>
                <th scope="row" class="notranslate">
                  <var>{node.name}</var>
                </th>
                <Cells
                  node={node}
                  row={node.name}
                  names={names.slice(0, i)}
                  ops={ops}
                  ready={ready}
                  onChange={onChange}
                />
                <td>
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={words.graph.remove(node.name)}
                    onClick={() => onRemove(node.name)}
                  >
                    {words.graph.removeShort}
                  </button>
                </td>
              </tr>
            ),
          )}
          <tr key="+" data-row="new">
            <th scope="row" class="notranslate">
              <var key={next}>{next}</var>
            </th>
            <Cells
              node={known}
              row={words.graph.add}
              names={names}
              ops={ops}
              ready={ready}
              onChange={setDraft}
              id={`${id}-field`}
            />
            <td>
              <button
                type="button"
                class="button"
                aria-label={words.graph.addNode}
                disabled={!ready}
                onClick={() => onAdd(known.from[0]!, known.from[1]!, known.op)}
              >
                {words.graph.addShort}
              </button>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface CellsProps {
  readonly node: GraphNode;
  /** How the row is called in the labels of its choices. */
  readonly row: string;
  readonly names: readonly string[];
  readonly ops: readonly string[];
  readonly ready: boolean;
  readonly onChange: (node: GraphNode) => void;
  readonly id?: string;
}

/** Operand, operation, operand. */
function Cells({ node, row, names, ops, ready, onChange, id }: CellsProps) {
  const operand = (which: 0 | 1) => (
    <td>
      <Choice
        {...(which === 0 && id ? { id } : {})}
        label={`${row}: ${which === 0 ? words.graph.firstOperand : words.graph.secondOperand}`}
        value={node.from[which]!}
        options={names}
        ready={ready}
        onValue={(value) =>
          onChange({ ...node, from: which === 0 ? [value, node.from[1]!] : [node.from[0]!, value] })
        }
      />
    </td>
  );
  return (
    <>
      {operand(0)}
      <td>
        <Choice
          label={`${row}: ${words.graph.operation}`}
          value={node.op}
          options={ops}
          show={operationSign}
          ready={ready}
          onValue={(op) => onChange({ ...node, op })}
        />
      </td>
      {operand(1)}
    </>
  );
}

interface ChoiceProps {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly show?: (option: string) => string;
  readonly ready: boolean;
  readonly onValue: (value: string) => void;
}

function Choice({ id, label, value, options, show = (option) => option, ready, onValue }: ChoiceProps) {
  return (
    <select
      id={id}
      class="field build-choice notranslate"
      aria-label={label}
      value={value}
      disabled={!ready}
      onChange={(event) => onValue(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {show(option)}
        </option>
      ))}
    </select>
  );
}
