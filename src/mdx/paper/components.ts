// The components of a chapter on paper: lines in place of fields, nothing that gives the answer away.
import { components } from '../components.ts';
import Lines from './Lines.astro';
import Nothing from './Nothing.astro';

export const paperComponents = {
  ...components,
  Field: Lines,
  Hint: Nothing,
  Solution: Nothing,
  Mistake: Nothing,
  Because: Nothing,
};
