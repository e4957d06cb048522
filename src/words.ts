// The words of the pages around the exercises, out of the one dictionary.

export { siteWords as words } from '../components/words.ts';
