// The address at which a reader can contest a verdict: a new issue, filled in.

import type { Exercise, Verdict } from '../../engine/exercise/index.ts';

/**
 * `reportAddress('https://github.com/o/r', …)` begins with `https://github.com/o/r/issues/new?`.
 * The response is cut at 2,000 characters, since addresses are bounded.
 */
export function reportAddress(
  repository: string,
  exercise: Exercise,
  part: string,
  seed: number,
  response: string,
  verdict: Verdict,
): string {
  const name = part === '' ? exercise.id : `${exercise.id} [${part}]`;
  const shown = response.length > 2000 ? `${response.slice(0, 2000)} …` : response;
  const body = [
    `Exercise: ${name}, numbers ${seed}`,
    'Response:',
    ...shown.split('\n').map((line) => `    ${line}`),
    `Verdict: ${verdict.verdict}${'misconception' in verdict && verdict.misconception ? ` (${verdict.misconception})` : ''}`,
    `Message: ${verdict.message}`,
    '',
    'Why I think otherwise:',
    '',
  ].join('\n');
  const query = new URLSearchParams({ title: `Verdict on ${name}`, body });
  return `${repository.replace(/\/$/, '')}/issues/new?${query}`;
}
