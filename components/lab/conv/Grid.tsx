// A square of numbers: typed into, pressed, or only looked at; some of its cells marked.

import { shortNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { NumberField } from '../frame/index.ts';
import { words } from '../words.ts';

interface GridProps {
  readonly title: string;
  readonly side: number;
  readonly values: readonly number[];
  readonly hue: 'forward' | 'gradient';
  /** Cells that enter the sum. */
  readonly marked?: ReadonlySet<number> | undefined;
  /** The cell that the sum is about. */
  readonly chosen?: number | undefined;
  /** Small notes in the corners of cells. */
  readonly notes?: ReadonlyMap<number, string> | undefined;
  readonly onValue?: ((at: number, value: number) => void) | undefined;
  readonly onChoose?: ((at: number) => void) | undefined;
}

export function Grid({ title, side, values, hue, marked, chosen, notes, onValue, onChoose }: GridProps) {
  const name = (at: number) => words.lab.conv.cell(title, Math.floor(at / side), at % side);
  return (
    <div>
      <p class="lab-panel-title">{title}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser */}
      <div
        class={`conv-grid ${hue}`}
        role="group"
        aria-label={title}
        style={`grid-template-columns:repeat(${side},minmax(0,1fr));max-width:${side * 2.7}rem`}
      >
        {values.map((value, at) => (
          <div
            key={at}
            class="conv-cell"
            data-marked={marked?.has(at) || undefined}
            data-chosen={chosen === at || undefined}
          >
            {onValue ? (
              <NumberField
                label={name(at)}
                value={value}
                min={-99}
                max={99}
                onValue={(typed) => onValue(at, typed)}
              />
            ) : onChoose ? (
              <button
                type="button"
                aria-label={`${name(at)}: ${shortNumber(value)}`}
                aria-pressed={chosen === at}
                onClick={() => onChoose(at)}
              >
                <Say>{shortNumber(Math.round(value * 100) / 100)}</Say>
              </button>
            ) : (
              <Say>{shortNumber(Math.round(value * 100) / 100)}</Say>
            )}
            {notes?.has(at) && (
              <span key="note" class="conv-note notranslate">
                <Say>{notes.get(at)!}</Say>
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
