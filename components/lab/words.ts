// The words of the labs in the language of the edition, apart from the others, since most pages have no lab.
import { labWords } from '../words/en/labs.ts';

export const words = { lab: labWords };
