// The arrays that meet in a stage, with their shapes, in a row.

import { shortNumber } from '../../figure/number.ts';
import { Say, Tex } from '../../prose/index.ts';
import { words } from '../words.ts';
import type { Piece, Stage } from './stages.ts';

export function Arrays({ stage }: { readonly stage: Stage }) {
  return (
    <section
      class="scroll-x delta-arrays"
      aria-label={words.lab.delta.arrays}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      {stage.pieces.map((piece, i) => (
        <One key={i} piece={piece} />
      ))}
    </section>
  );
}

function One({ piece }: { readonly piece: Piece }) {
  if ('sign' in piece) {
    return (
      <span class="delta-sign">
        <Tex tex={piece.sign} />
      </span>
    );
  }
  const { tex, matrix, hue } = piece;
  return (
    <div class={`delta-array ${hue}`}>
      <Tex tex={tex} />
      <table class="notranslate">
        <tbody>
          {matrix.map((row, i) => (
            <tr key={i}>
              {row.map((entry, j) => (
                <td key={j}>
                  <Say>{shortNumber(entry, 2)}</Say>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <span class="delta-shape">
        <Say>{`${matrix.length} × ${matrix[0]!.length}`}</Say>
      </span>
    </div>
  );
}
