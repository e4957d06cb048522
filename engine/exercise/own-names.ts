// Names that a response brings in itself, as `s = x + y; 2x + y + 2s` or `u/(1 + u)^2 with u = e^(-z)`.

import { type Expr, FUNCTIONS, GREEK, type Meaning, type Scope, some } from '../formula/index.ts';
import { type Cell, splitAt } from './brackets.ts';
import { bare } from './dress.ts';
import { CASES } from './several.ts';
import { isLed, read } from './sides.ts';
import type { Subject } from './subject.ts';

const NAME = String.raw`\$?(\\?[A-Za-z]+\d*|[\u0370-\u03ff])\$?`;
const BETWEEN =
  /(?<!\\)[;\n]|,(?=\s)|(?<=[\s,])(?:and|where|with|let|so|then)(?=\s)(?=.*=)|(?<=[\s,;])(?:so|then)(?=\s)/y;
const DEFINITION = new RegExp(String.raw`^(?:(?:let|set|put)\s+)?${NAME}\s*(?::=|=|←|<-)(.+)$`);

/** Statements, and nodes of what a name stands for: names that stand for each other could make a formula of any size. */
const MOST = 8;
const LARGEST = 100;

interface Definition {
  readonly part: Cell;
  readonly name: string;
  readonly right: string;
}

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
  if (!response.includes('=') || CASES.test(response) || isLed(response, subject)) return none;
  const text = bare(response);
  const parts = splitAt({ text, start: 0 }, between).filter((part) => part.text !== '');
  if (parts.length === 1 || parts.length > MOST) return none;
  const own = adopted(
    parts.flatMap((part) => definitionIn(part, parts, subject)),
    subject,
  );
  if (own.length === 0) return none;
  const kept = parts.filter((part) => !own.some((definition) => definition.part === part));
  if (kept.length === 0) return none;
  const trees = new Map(
    own.map(({ name, tree }): [string, Meaning] => [name, { role: 'short', text: '', tree, own: true }]),
  );
  // What stands between two neighbours that are kept stays between them.
  let left = '';
  for (const part of kept) {
    const neighbours = kept.includes(parts[parts.indexOf(part) - 1] as Cell);
    if (left !== '') left = neighbours ? left + text.slice(left.length, part.start) : `${left};`;
    left = left.padEnd(part.start) + part.text;
  }
  return {
    text: left,
    subject: {
      ...subject,
      scope: { ...subject.scope, names: new Map([...subject.scope.names, ...trees]) },
      author: { ...subject.author, names: new Map([...trees, ...subject.author.names]) },
    },
  };
}

/** What a part defines, where it is a name of the reader's own and another part uses it. */
function definitionIn(part: Cell, parts: readonly Cell[], { scope, ground }: Subject): Definition[] {
  const [, typed = '', right = ''] = DEFINITION.exec(part.text) ?? [];
  const name = GREEK[typed] ?? typed.replace('\\', '');
  if (name === '' || name === 'e' || scope.names.has(name) || FUNCTIONS[name] || ground.free.has(name))
    return [];
  const used = new RegExp(String.raw`(?<![A-Za-z_\\])${typed.replace('\\', '\\\\')}(?![a-z\d_])`);
  return parts.some((other) => other !== part && used.test(other.text)) ? [{ part, name, right }] : [];
}

/** The definitions that can be read, each in the language of those before it. */
function adopted(definitions: readonly Definition[], subject: Subject): (Definition & { tree: Expr })[] {
  const found: (Definition & { tree: Expr })[] = [];
  const names = new Map(subject.scope.names);
  const scope: Scope = { ...subject.scope, names };
  const left = definitions.filter(
    ({ name }, i) => definitions.findIndex((other) => other.name === name) === i,
  );
  if (left.length < definitions.length) return [];
  for (let i = 0; i < left.length; i += 1) {
    const definition = left[i] as Definition;
    const tree = read(definition.right, scope);
    let size = 0;
    if (!tree || some(tree, () => ++size > LARGEST)) continue;
    names.set(definition.name, { role: 'short', text: '', tree, own: true });
    found.push({ ...definition, tree });
    left.splice(i, 1);
    i = -1;
  }
  return found;
}
