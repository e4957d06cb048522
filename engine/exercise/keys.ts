// The text form of choices and orders: keys such as `a, c`, `(b)`, `d -> c -> f`, `1. d 2. c`, `dcf`.

import { ReadFault } from '../formula/index.ts';
import { undress } from './undress.ts';

/** Words that stand beside keys and say nothing. */
const FILLERS =
  /^(?:and|then|first|next|finally|last(?:ly)?|both|only|just|well|as|so|comes|followed|by|i|my|think|guess|say|would|probably|definitely|it|its|must|be|choose|right|correct|options?|answers?|choices?|letters?|steps?|ones?|st|nd|rd|th|is|are|order|the|to|(?:long)?rightarrow|succ|prec|boxed|text\w*|math\w*|operatorname)$/;

/** What comes after the keys. */
const REASON = /(?<!\p{L})(?:because|since|(?<!well )as(?! well))\s.*$/isu;
/** The step or option that is said to be left out. */
const LEFT_OUT =
  /[\s,;.(]{1,9}(?:(?:and |but )?(?:without|not) (?:step )?\p{L}|(?:step )?\p{L} (?:is (?:not needed|superfluous)|does(?: not|n['’]t) belong)(?: here)?)[\s).]{0,9}$/iu;
/** `I'd`, `it's` */
const SHORTENED = /(?<=\p{L})['’](?:d|s)(?!\p{L})/giu;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const HOLDS = /^(?:true|yes)$/;
const FAILS = /^(?:false|no)$/;

interface Word {
  readonly text: string;
  readonly at: number;
}

/**
 * The keys in a response, in order. Throws a ReadFault for one that there is not, or that stands twice. `a` is read
 * as a key wherever it stands; a word that is made of keys only (`dcf`) is read letter by letter.
 */
export function readKeys(response: string, known: readonly string[]): string[] {
  const told = response.replace(REASON, '').replace(LEFT_OUT, '').replace(SHORTENED, '  ');
  const words = [...undress(told).matchAll(/\p{L}+|\p{N}+|(?<![\p{L}\p{N}]\s*)-(?=\d)/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    at: match.index,
  }));
  const keys: string[] = [];
  const places: number[] = [];
  for (const word of lettersOf(byPlace(numbered(telling(held(words, known), known)), known), known)) {
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

/** `{"a": true, "b": false}`, `a and c are true, b is false`: the keys that are said to be right. */
function held(words: readonly Word[], known: readonly string[]): readonly Word[] {
  const kept: Word[] = [];
  let before: Word[] = [];
  for (const word of words) {
    const ends = (HOLDS.test(word.text) || FAILS.test(word.text)) && !known.includes(word.text);
    before.push(word);
    if (!ends) continue;
    if (HOLDS.test(word.text)) kept.push(...before.slice(0, -1));
    before = [];
  }
  // What stands behind the last of them is told nothing of.
  return kept.length + before.length < words.length && before.length === 0 ? kept : words;
}

/** The words that say something; `second` is 2, and so is `first` 1 where it is all that is said, or begins to count. */
function telling(words: readonly Word[], known: readonly string[]): readonly Word[] {
  const counts = words.map(({ text }) => ORDINALS.indexOf(text) + 1);
  const others = words.filter(({ text }, i) => known.includes(text) || !(counts[i] || FILLERS.test(text)));
  if (others.length > 0 && !counts.some((count) => count > 1)) return without(words, known);
  return without(
    words.map((word, i) => (counts[i] ? { ...word, text: String(counts[i]) } : word)),
    known,
  );
}

function without(words: readonly Word[], known: readonly string[]): Word[] {
  return words.filter(({ text }) => known.includes(text) || !FILLERS.test(text));
}

/** `1. d 2. c`: numbers that count from 0 or 1 before the words say where they stand anyway. */
function numbered(words: readonly Word[]): readonly Word[] {
  const from = words[0]?.text === '0' ? 0 : 1;
  const isCount = (word: Word | undefined, i: number) => word?.text === String(i / 2 + from);
  const counted =
    words.length > 1 && words.every((word, i) => (i % 2 === 1 ? !/^\d+$/.test(word.text) : isCount(word, i)));
  return counted && words.length % 2 === 0 ? words.filter((_, i) => i % 2 === 1) : words;
}

/** `2` is the second of the options, and `4 3 6` or `436` are steps by their places, where no key is a number. */
function byPlace(words: readonly Word[], known: readonly string[]): readonly Word[] {
  const digits = words.flatMap((word) =>
    known.length < 10 && /^\d+$/.test(word.text)
      ? [...word.text].map((text, i) => ({ text, at: word.at + i }))
      : [word],
  );
  if (!digits.every(({ text }) => /^\d{1,2}$/.test(text) && known[Number(text) - 1] !== undefined))
    return words;
  return digits.map(({ text, at }) => ({ text: known[Number(text) - 1] as string, at }));
}

function lettersOf(words: readonly Word[], known: readonly string[]): Word[] {
  return words.flatMap((word) => {
    const letters = [...word.text];
    if (known.includes(word.text) || !letters.every((letter) => known.includes(letter))) return [word];
    return letters.map((text, i) => ({ text, at: word.at + i }));
  });
}
