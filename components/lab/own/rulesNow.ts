// The rules as they stand: the reader's last right program of each, and the book's where there is none.

import { progress } from '../../progress/index.ts';
import type { Sources } from './play.ts';
import { bookRules, ruleNames } from './rules.ts';

export function rulesNow(): { readonly sources: Sources; readonly own: ReadonlySet<string> } {
  const own = new Set<string>();
  const sources = { ...bookRules };
  for (const { name, exercise } of ruleNames) {
    const saved = progress.recall(exercise, '');
    const right = saved?.tries.findLast((one) => one.verdict === 'correct') ?? saved?.solved;
    if (!right) continue;
    own.add(name);
    sources[name] = right.response;
  }
  return { sources, own };
}
