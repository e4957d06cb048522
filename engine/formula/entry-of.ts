// Entries of an array in brackets, `(W^{l+1})_{kj}` and `[(W^l)^T]_{jk}`: the brackets go, and a transpose turns the indices.

import type { Token } from './lex.ts';
import type { Scope } from './scope.ts';

const OPEN = String.raw`[([] `;
const CLOSE = String.raw`[)\]] `;
const GROUP = String.raw`(?:\{ [^{}]*\} |\( [^()]*\) |\w+ )`;
const TURN = String.raw`\^ (?:T|Transposed|\{ (?:T|Transposed) \}) `;
const ARRAY = String.raw`(?<array>(?<name>\w+) (?:\^ (?!T |Transposed )${GROUP})?)`;
const INDICES = String.raw`_ (?<indices>\{ [^{}]*\} |\w+ )`;
const ENTRY = new RegExp(
  `^(?:${OPEN}${ARRAY}(?<turn>${TURN})?${CLOSE}(?<turn>${TURN})?|${OPEN}${OPEN}${ARRAY}${CLOSE}(?<turn>${TURN})${CLOSE})${INDICES}`,
);
