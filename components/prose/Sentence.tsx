// A sentence from the engine, with its formulas typeset; everything else in it is plain text.

import { pieces } from './sentence.ts';
import { Tex } from './Tex.tsx';

interface SentenceProps {
  readonly children: string;
}

/** The sentence; replaced as a whole when it changes, so that translated text nodes do no harm. */
export function Sentence({ children }: SentenceProps) {
  return (
    <span key={children}>
      {pieces(children).map((piece, i) =>
        'tex' in piece ? <Tex key={i} tex={piece.tex} /> : <span key={i}>{piece.text}</span>,
      )}
    </span>
  );
}
