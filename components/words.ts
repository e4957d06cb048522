// The one dictionary of interface words. The language of an edition is chosen in this line, and for the labs in lab/words.ts.

export { siteWords, words } from './words/en/index.ts';
