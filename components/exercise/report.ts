// What a reader sends to contest a verdict: all that is needed to repeat it.

import type { Exercise, Verdict } from '../../engine/exercise/index.ts';

export interface Report {
  readonly title: string;
  readonly body: string;
}

/** The response is cut at 2,000 characters, since the report may become an address. */
export function reportOf(
  exercise: Exercise,
  part: string,
  seed: number,
  response: string,
  verdict: Verdict,
): Report {
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
  return { title: `Verdict on ${name}`, body };
}

/** A new issue, filled in: `https://github.com/o/r` gives `https://github.com/o/r/issues/new?title=…`. */
export function issueAddress(repository: string, { title, body }: Report): string {
  return `${repository.replace(/\/$/, '')}/issues/new?${new URLSearchParams({ title, body })}`;
}
