// The text form of choices and orders: keys such as `a, c`, `(b)`, `d -> c -> f`, `1. d 2. c`, `dcf`.

import { ReadFault } from '../formula/index.ts';
import { undress } from './undress.ts';

/** Words that stand beside keys and say nothing. */
const FILLERS =
  /^(?:and|then|first|next|finally|last|lastly|both|only|i|think|it|its|must|be|choose|right|correct|option|options|answer|answers|choice|choices|step|steps|is|are|order|the|to|rightarrow|longrightarrow|succ|prec|text|textbf|mathrm|mathbf|mathit|operatorname)$/;

/** What comes after the keys. */
const REASON = /(?<!\p{L})(?:because|since|as)\s.*$/isu;

interface Word {
  readonly text: string;
  readonly at: number;
}

/**
 * The keys in a response, in order. Throws a ReadFault for one that there is not, or that stands twice. `a` is read
 * as a key wherever it stands; a word that is made of keys only (`dcf`) is read letter by letter.
 */
export function readKeys(response: string, known: readonly string[]): string[] {
  const words = [...undress(response.replace(REASON, '')).matchAll(/\p{L}+|\p{N}+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    at: match.index,
  }));
  const keys: string[] = [];
  const places: number[] = [];
  for (const word of lettersOf(byPlace(numbered(words), known), known)) {
    const { text, at } = word;
    const span = [at, at + text.length] as const;
    if (!known.includes(text)) throw new ReadFault(`“${text}” is none of ${known.join(', ')}.`, span);
    if (keys.includes(text)) throw new ReadFault(`${text} stands twice.`, span);
    keys.push(text);
    places.push(at);
  }
  if (keys.length === 0) throw new ReadFault('Nothing is chosen yet.', [0, response.length]);
  refuseTurned(words, places);
  return keys;
}

/** `last f, first d`: words that say of a key another place than it has. */
function refuseTurned(words: readonly Word[], places: readonly number[]): void {
  for (const { text, at } of words) {
    const before = places.filter((place) => place < at).length;
    const turned = /^first$/.test(text)
      ? before > 1
      : /^(?:last|lastly|finally)$/.test(text) && places.length - before > 1;
    if (turned) throw new ReadFault('Give them in their order, the first one first.', [at, at + text.length]);
  }
}

/** `1. d 2. c`: numbers that count 1, 2, 3 before the words say where they stand anyway. */
function numbered(words: readonly Word[]): readonly Word[] {
  const isCount = (word: Word | undefined, i: number) => word?.text === String(i / 2 + 1);
  const counted =
    words.length > 1 && words.every((word, i) => (i % 2 === 1 ? !/^\d+$/.test(word.text) : isCount(word, i)));
  return counted && words.length % 2 === 0 ? words.filter((_, i) => i % 2 === 1) : words;
}

/** `2` is the second of the options, and `4 3 6` are steps by their places, where no key is a number. */
function byPlace(words: readonly Word[], known: readonly string[]): readonly Word[] {
  const telling = words.filter(({ text }) => !FILLERS.test(text));
  if (!telling.every(({ text }) => /^\d{1,2}$/.test(text) && known[Number(text) - 1] !== undefined))
    return words;
  return telling.map(({ text, at }) => ({ text: known[Number(text) - 1] as string, at }));
}

function lettersOf(words: readonly Word[], known: readonly string[]): Word[] {
  return words
    .filter(({ text }) => known.includes(text) || !FILLERS.test(text))
    .flatMap((word) => {
      const letters = [...word.text];
      if (known.includes(word.text) || !letters.every((letter) => known.includes(letter))) return [word];
      return letters.map((text, i) => ({ text, at: word.at + i }));
    });
}
