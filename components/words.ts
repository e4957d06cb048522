// The one dictionary of interface words. The language of an edition is chosen in this line.

export { siteWords, words } from './words/en/index.ts';
