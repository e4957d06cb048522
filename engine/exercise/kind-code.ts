// Kind `code`: a function in JavaScript. The page runs it apart from itself and hands back what came out.

import type { CodePart, Verdict } from './types.ts';

export function checkCode(_part: CodePart, _response: string): Verdict {
  return { verdict: 'unreadable', message: 'Code is run in the page.' };
}
