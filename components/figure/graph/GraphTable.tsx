// The same graph as a table, for whoever reads tables more easily than drawings.

import type { ComponentChildren } from 'preact';
import { Say } from '../../prose/index.ts';
import { words } from '../../words.ts';
import { type NodeMark, operationWord } from './describe.ts';
import type { GraphNode } from './types.ts';

interface GraphTableProps {
  readonly nodes: readonly GraphNode[];
  readonly marks?: ReadonlyMap<string, NodeMark>;
  /** More columns, after those that every graph has. */
  readonly columns?: readonly {
    readonly title: string;
    readonly cell: (node: GraphNode) => ComponentChildren;
  }[];
}

/** The table in a `details`; columns of values and gradients appear once there are any. */
export function GraphTable({ nodes, marks, columns = [] }: GraphTableProps) {
  const has = (what: 'value' | 'gradient') =>
    [...(marks?.values() ?? [])].some((mark) => mark[what] !== undefined);
  const [values, gradients] = [has('value'), has('gradient')];
  return (
    <details class="graph-as-table">
      <summary>{words.graph.table}</summary>
      <div class="scroll-x">
        <table class="graph-table">
          <thead>
            <tr>
              <th scope="col">{words.graph.node}</th>
              <th scope="col">{words.graph.operation}</th>
              <th scope="col">{words.graph.from}</th>
              {values && (
                <th key="value" scope="col">
                  {words.graph.value}
                </th>
              )}
              {gradients && (
                <th key="gradient" scope="col">
                  {words.graph.gradient}
                </th>
              )}
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodes.map((node) => (
              <tr key={node.name}>
                <th scope="row" class="notranslate">
                  <var>{node.name}</var>
                </th>
                <td>{operationWord(node.op)}</td>
                <td class="notranslate">
                  <var>
                    <Say>{node.from.join(', ')}</Say>
                  </var>
                </td>
                {values && (
                  <td key="value" class="forward">
                    <Say>{marks?.get(node.name)?.value ?? ''}</Say>
                  </td>
                )}
                {gradients && (
                  <td key="gradient" class="gradient">
                    <Say>{marks?.get(node.name)?.gradient ?? ''}</Say>
                  </td>
                )}
                {columns.map(({ title, cell }) => (
                  <td key={title}>{cell(node)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
