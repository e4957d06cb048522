// Kinds `choice` and `order`: options marked, steps put in order.

import { ReadFault } from '../formula/index.ts';
import { readKeys } from './keys.ts';
import type { ChoicePart, OrderPart, Verdict } from './types.ts';

export function checkChoice(part: ChoicePart, response: string): Verdict {
  const chosen = readKeys(
    response,
    part.options.map((o) => o.key),
  );
  if (part.pick === 'one' && chosen.length > 1)
    throw new ReadFault('Exactly one of these is right: choose one.', [0, response.length]);
  const entries = part.options.map((o) => o.right === chosen.includes(o.key));
  if (entries.every(Boolean)) return { verdict: 'correct', message: 'Right.' };
  const wrong = part.options.find((o) => chosen.includes(o.key) && !o.right);
  if (wrong)
    return {
      verdict: 'wrong',
      misconception: `option-${wrong.key}`,
      message: part.pick === 'one' ? 'Not right.' : 'One that you marked does not belong.',
      entries,
    };
  return {
    verdict: 'wrong',
    misconception: 'incomplete',
    message: 'What you marked is right, but it is not all.',
    entries,
  };
}

export function checkOrder(part: OrderPart, response: string): Verdict {
  const given = readKeys(response, part.steps);
  const extra = given.find((key) => !part.right.includes(key));
  const entries = given.map((key, i) => part.right[i] === key);
  if (extra)
    return {
      verdict: 'wrong',
      misconception: 'extra-step',
      message: `Step ${extra} does not belong in this argument.`,
      entries,
    };
  if (given.length < part.right.length)
    return {
      verdict: 'wrong',
      misconception: 'incomplete',
      message: `${part.right.length - given.length} of the steps ${part.right.length - given.length === 1 ? 'is' : 'are'} still missing.`,
      entries,
    };
  if (entries.every(Boolean)) return { verdict: 'correct', message: 'Right.' };
  const first = entries.indexOf(false);
  return {
    verdict: 'wrong',
    misconception: 'order',
    message:
      first === 0
        ? 'Another step comes first.'
        : `The first ${first === 1 ? 'step is' : `${first} steps are`} in place; look at what comes next.`,
    entries,
  };
}
