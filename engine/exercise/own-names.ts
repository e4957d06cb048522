// Names that a response brings in itself, as `s = x + y; 2x + y + 2s` or `u/(1 + u)^2 with u = e^(-z)`.

import {
  type ArrayForm,
  FUNCTIONS,
  GREEK,
  type Meaning,
  parseIndex,
  ReadFault,
  type Scope,
  some,
} from '../formula/index.ts';
import { type Cell, separator, splitAt } from './brackets.ts';
import { bare } from './dress.ts';
import { CASES } from './several.ts';
import { isLed, read } from './sides.ts';
import type { Subject } from './subject.ts';

const between = separator(/(?<!\\)[;\n]|,(?=\s)|(?<=[\s,;])(?:and|where|with|let|so|then)(?=\s)/y);
const PLACE = String.raw`[_^](?:\{[^{}]*\}|\([^()]*\)|[A-Za-z\d]+)`;
const NAME = String.raw`(\\?[A-Za-z]+\d*|[\u0370-\u03ff])((?:${PLACE})*)`;
const DEFINITION = new RegExp(String.raw`^(?:(?:let|set|put)\s+)?\$?${NAME}\$?\s*(?::=|=|←|<-)(.+)$`, 's');
/** `(s = x + y)` behind a formula. */
const ASIDE = new RegExp(String.raw`\((?=\s*(?:(?:where|with|let)\s+)?${NAME}\s*=)(.*)\)\s*$`, 's');
/** Characters, statements, and nodes of a meaning: names that stand for each other could make a formula of any size. */
const LONGEST = 800;
const MOST = 8;
const LARGEST = 100;

/**
 * The response with spaces for the meanings of its own names, and the subject in whose language these names stand for
 * them. Both are as before where a name may be used anyway, or is not used.
 */
export function withOwnNames(response: string, subject: Subject): { text: string; subject: Subject } {
  const none = { text: response, subject };
  if (
    response.length > LONGEST ||
    !response.includes('=') ||
    CASES.test(response) ||
    isLed(response, subject)
  )
    return none;
  let text = bare(response).replace(ASIDE, (aside) => `;${aside.slice(1).replace(/\)(?=\s*$)/, ' ')}`);
  const parts = splitAt({ text, start: 0 }, between).filter((part) => part.text !== '');
  if (parts.length === 1 || parts.length > MOST) return none;
  const own = adopted(parts, subject);
  const kept = parts.filter((part) => !own.has(part));
  if (own.size === 0 || kept.length === 0) return none;
  // With each meaning goes what parts it from the statement before, or from the first that is kept.
  const first = (kept[0] as Cell).start;
  parts.forEach((part, i) => {
    const { start, text: before } = parts[i - 1] ?? { start: 0, text: '' };
    if (!own.has(part)) return;
    const [from, to] =
      part.start < first ? [0, first] : [start + before.length, part.start + part.text.length];
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  });
  const names = [...own.values()];
  return {
    text,
    subject: {
      ...subject,
      scope: { ...subject.scope, names: new Map([...subject.scope.names, ...names]) },
      author: { ...subject.author, names: new Map([...names, ...subject.author.names]) },
    },
  };
}

/** The parts that give a meaning to a name of the reader's own, each read in the language of the others. */
function adopted(parts: readonly Cell[], { scope, ground }: Subject): Map<Cell, [string, Meaning]> {
  const found = new Map<Cell, [string, Meaning]>();
  const names = new Map(scope.names);
  // Where x gets a meaning it is no times sign, not even before that meaning is known.
  const hidden = new Map(scope.hidden);
  if (parts.some(({ text }) => /^(?:(?:let|set|put)\s+)?\$?[xX]\W/.test(text)))
    hidden.set('x', { role: 'size' });
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] as Cell;
    const [, typed = '', places = '', right = ''] = DEFINITION.exec(part.text) ?? [];
    const name = GREEK[typed] ?? typed.replace('\\', '');
    if (found.has(part) || /^e?$/.test(name) || FUNCTIONS[name] || ground.free.has(name)) continue;
    // `l = 1, 2, …, L-1` says which layers are meant.
    if (ground.layers[0]?.has(name)) continue;
    if ([...found.values()].some(([other]) => other === name)) return new Map();
    const used = new RegExp(
      `(?<![A-Za-z_\\\\])(?:${spellings(name)})(?${places ? '=\\s*[_^]' : '![a-z\\d_]'})`,
    );
    if (names.has(name) || !parts.some((other) => other !== part && used.test(rightOf(other)))) continue;
    const form = places === '' ? null : formOf(places, scope);
    const tree = form === undefined ? null : read(right, { ...scope, names, hidden });
    let size = 0;
    if (!tree || some(tree, () => ++size > LARGEST)) continue;
    const meaning: Meaning = form
      ? { role: 'array', forms: [form], padded: false, tree }
      : { role: 'short', text: '', tree, own: true };
    names.set(name, meaning);
    found.set(part, [name, meaning]);
    // What could not be read before may be read now.
    i = -1;
  }
  return found;
}

/** What is worked out: `s^2/2 = 1` says nothing by means of s. */
const rightOf = (part: Cell): string =>
  (splitAt(part, (text, i) => Number(text[i] === '=')).at(-1) as Cell).text;

/** A name as it may be typed, for a pattern: `delta`, `\\delta`, `δ`. */
function spellings(name: string): string {
  const letters = Object.keys(GREEK).filter((letter) => GREEK[letter] === name);
  return [name, `\\\\${name}`, ...letters].join('|');
}

/** The indices and the layer in `_{ij}^l`, of a name that is defined with them; undefined where they are something else. */
function formOf(places: string, scope: Scope): ArrayForm | undefined {
  const all = [...places.matchAll(new RegExp(PLACE, 'g'))].map(([place]) => place.replace(/[{}()\s]/g, ''));
  const inside = (mark: string) => all.filter((place) => place[0] === mark).map((place) => place.slice(1));
  const [[lower = '', ...more], [upper, ...others]] = [inside('_'), inside('^')] as [string[], string[]];
  if (more.length + others.length > 0 || !/^[a-z,]+$/.test(lower)) return undefined;
  const letters = lower.replace(/,/g, '').split('');
  try {
    const layer = upper === undefined ? {} : { layer: parseIndex(upper, scope) };
    return { ...layer, axes: letters.map(() => ({ size: '?' })), letters };
  } catch (error) {
    if (error instanceof ReadFault) return undefined;
    throw error;
  }
}
