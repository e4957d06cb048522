// A digit of the reader's own, and what the net reads in it.

import { Say } from '../../prose/index.ts';
import { words } from '../words.ts';
import { Pad } from './Digit.tsx';
import { best } from './useLearner.ts';

interface DrawProps {
  readonly image: readonly number[];
  readonly onImage: (image: readonly number[]) => void;
  readonly onAsk: () => void;
  /** A share for each digit. */
  readonly answer: readonly number[] | undefined;
}

export function Draw({ image, onImage, onAsk, answer }: DrawProps) {
  const text = words.lab.own;
  return (
    <div class="own-draw">
      <p>{text.draw}</p>
      <Pad image={image} onImage={onImage} />
      <div class="lab-buttons">
        <button type="button" class="button" onClick={onAsk} data-action="ask">
          {text.ask}
        </button>
        <button type="button" class="button quiet" onClick={() => onImage(image.map(() => 0))}>
          {text.clear}
        </button>
      </div>
      <p role="status">{answer && <Say>{text.answer(best(answer), Math.max(...answer))}</Say>}</p>
    </div>
  );
}
