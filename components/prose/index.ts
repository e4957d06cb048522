// The door of prose: texts and formulas inside islands.

export { readable } from './readable.ts';
export { Say } from './Say.tsx';
export { Sentence } from './Sentence.tsx';
export { pieces, spoken } from './sentence.ts';
export { Tex } from './Tex.tsx';
export { loadTypesetter, typeset } from './typeset.ts';
