// The names that readers give to nodes: `s`, `v_1`, `α`, `\\alpha`, `a'`, each in one spelling.

import { COMMANDS, GREEK } from '../formula/index.ts';

/** A name as it is typed: letters and digits, or one Greek letter, with primes. */
export const NODE_NAME = String.raw`(?:\\?[A-Za-z]\w*|[\u0370-\u03ff]\w*)'*`;

/** The name in letters and digits: `alpha`, `aprime`. */
export function nodeName(typed: string): string {
  const [, command, rest = ''] = /^\\([A-Za-z]+)(.*)$/.exec(typed) ?? [];
  const word = command === undefined ? typed : (COMMANDS[command] ?? command) + rest;
  return word.replace(/[\u0370-\u03ff]/g, (c) => GREEK[c] ?? c).replaceAll("'", 'prime');
}

const WORDS = new RegExp(NODE_NAME, 'g');

/** The same formula with the names of nodes in the one spelling. */
export function withNodeNames(text: string, known: (name: string) => boolean): string {
  return text.replace(WORDS, (typed) => {
    const name = nodeName(typed);
    return known(name) && name !== typed ? ` ${name} ` : typed;
  });
}
