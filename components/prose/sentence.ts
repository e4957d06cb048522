// Sentences with formulas between dollar signs, as verdicts give them: cut into pieces, and made speakable.

export type Piece = { readonly text: string } | { readonly tex: string };

/** `'the sign of $x^2$'` becomes a text and a formula. A dollar sign without a partner is a text. */
export function pieces(sentence: string): readonly Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const match of sentence.matchAll(/\$([^$]+)\$/g)) {
    if (match.index > at) cut.push({ text: sentence.slice(at, match.index) });
    cut.push({ tex: match[1]! });
    at = match.index + match[0].length;
  }
  if (at < sentence.length) cut.push({ text: sentence.slice(at) });
  return cut;
}

const spokenCommands: readonly (readonly [RegExp, string])[] = [
  [/\\(?:left|right|displaystyle|,|;|!|\s)/g, ' '],
  [/\\(?:mathrm|text|operatorname|mathbf|boldsymbol)\*?\{([^{}]*)\}/g, ' $1 '],
  [/\\(?:fwd|grd)\{([^{}]*)\}/g, ' $1 '],
  [/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, ' $1 over $2 '],
  [/\\partial/g, ' d '],
  [/\\cdot|\\times/g, ' times '],
  [/\\neq?(?![a-z])/g, ' is not '],
  [/\\leq?(?![a-z])/g, ' at most '],
  [/\\geq?(?![a-z])/g, ' at least '],
  [/\^\{?\\(?:top|mathsf\{T\})\}?/g, ' transposed '],
  [/\^\{?2\}?/g, ' squared '],
  [/\^/g, ' to the '],
  [/_/g, ' '],
  [/-/g, ' minus '],
  [/=/g, ' equals '],
  [/\\sqrt/g, ' root of '],
];

/** The sentence as a live region can say it, with formulas in rough words. */
export function spoken(sentence: string): string {
  const said = pieces(sentence).map((piece) => {
    if ('text' in piece) return piece.text;
    const words = spokenCommands.reduce((tex, [pattern, word]) => tex.replace(pattern, word), piece.tex);
    return words.replace(/\\([A-Za-z]+)/g, ' $1 ').replace(/[{}\\&]/g, ' ');
  });
  return said
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:])/g, '$1')
    .trim();
}
