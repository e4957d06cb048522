// The numbers of a lab as a table, for whoever reads tables more easily than pictures.

import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Say } from '../../prose/index.ts';
import { words } from '../words.ts';

export interface Column {
  readonly title: string;
  /** Values and gradients keep their hues. */
  readonly hue?: 'forward' | 'gradient';
}

interface NumbersProps {
  readonly columns: readonly Column[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
  /** Always in sight, where the table is the picture. */
  readonly open?: boolean;
  readonly caption?: string;
}

/** A table that is folded up is not kept up to date: hundreds of cells, sixty times a second, cost more than the run. */
export function Numbers({ open, ...shown }: NumbersProps) {
  const [unfolded, setUnfolded] = useState(false);
  const kept = useRef<VNode>();
  if (open) return <Table {...shown} />;
  if (unfolded || !kept.current) kept.current = <Table {...shown} />;
  return (
    <details class="lab-numbers" onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>{words.lab.table}</summary>
      {kept.current}
    </details>
  );
}

function Table({ columns, rows, caption }: Omit<NumbersProps, 'open'>) {
  return (
    // A page may have several of these: a group is no landmark, so they need not differ in their names.
    // biome-ignore lint/a11y/useSemanticElements: a box that scrolls is no set of fields
    <div
      class="scroll-x lab-table-box"
      role="group"
      aria-label={caption ?? words.lab.table}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      <table class="lab-table">
        <thead>
          <tr>
            {columns.map(({ title }, i) => (
              <th key={`${i} ${title}`} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) =>
                j === 0 ? (
                  <th key={j} scope="row">
                    <Say>{cell}</Say>
                  </th>
                ) : (
                  <td key={j} class={columns[j]?.hue}>
                    <Cell>{cell}</Cell>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `2.5e−8` as a power of ten, as print has it. */
function Cell({ children }: { readonly children: string }) {
  const [, digits, exponent] = /^(.+)e\+?(−?\d+)$/.exec(children) ?? [];
  if (exponent === undefined) return <Say>{children}</Say>;
  return (
    <span class="notranslate">
      <Say>{`${digits}·10`}</Say>
      <sup>
        <Say>{exponent}</Say>
      </sup>
    </span>
  );
}
