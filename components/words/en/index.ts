// The words of the interface in English. Another language is a folder beside this one with the same names; see ../../words.ts.

export { words } from './islands.ts';
export { siteWords } from './site.ts';
