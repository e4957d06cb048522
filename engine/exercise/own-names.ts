// Names that a response brings in itself, as `s = x + y; 2x + y + 2s` or `u/(1 + u)^2 with u = e^(-z)`.

import { FUNCTIONS, GREEK, type Meaning, some } from '../formula/index.ts';
import { type Cell, splitAt } from './brackets.ts';
import { bare } from './dress.ts';
import { CASES } from './several.ts';
import { isLed, read } from './sides.ts';
import type { Subject } from './subject.ts';

const BETWEEN = /(?<!\\)[;\n]|,(?=\s)|(?<=[\s,])(?:and|where|with|let|so|then)(?=\s)/y;
const DEFINITION = /^(?:(?:let|set|put)\s+)?\$?(\\?[A-Za-z]+\d*|[\u0370-\u03ff])\$?\s*(?::=|=|←|<-)(.+)$/;
/** Characters, statements, and nodes of a meaning: names that stand for each other could make a formula of any size. */
const LONGEST = 800;
const MOST = 8;
const LARGEST = 100;

function between(text: string, i: number): number {
  BETWEEN.lastIndex = i;
  return BETWEEN.exec(text)?.[0].length ?? 0;
}

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
  let text = bare(response);
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
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] as Cell;
    const [, typed = '', right = ''] = DEFINITION.exec(part.text) ?? [];
    const name = GREEK[typed] ?? typed.replace('\\', '');
    if (found.has(part) || /^e?$/.test(name) || FUNCTIONS[name] || ground.free.has(name)) continue;
    if ([...found.values()].some(([other]) => other === name)) return new Map();
    const used = new RegExp(String.raw`(?<![A-Za-z_\\])${typed.replace('\\', '\\\\')}(?![a-z\d_])`);
    if (names.has(name) || !parts.some((other) => other !== part && used.test(other.text))) continue;
    const tree = read(right, { ...scope, names });
    let size = 0;
    if (!tree || some(tree, () => ++size > LARGEST)) continue;
    const meaning: Meaning = { role: 'short', text: '', tree, own: true };
    names.set(name, meaning);
    found.set(part, [name, meaning]);
    // What could not be read before may be read now.
    i = -1;
  }
  return found;
}
