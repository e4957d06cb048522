// Runs a job with a reader's rules in the sandbox, and reads what it tells: nothing it says is taken on trust.

import { parsed, ranFrom, runText } from '../../exercise/code/index.ts';
import { words } from '../../words.ts';
import { playText } from './engine.ts';
import type { Job, Net } from './jobs.ts';
import { type RuleName, rulesText } from './rules.ts';

export type Sources = Readonly<Record<RuleName['name'], string>>;

export interface Played {
  /** For each test row, a share for each class. */
  readonly said: readonly (readonly number[])[];
  readonly net: Net;
}

export type Ended = { readonly played: Played } | { readonly fault: string };

/** How far it is: the step, and the mean loss since the last report. */
export type News = readonly [step: number, loss: number];

/** A run may take half a minute, but not be silent for longer than a second and a half. */
const limits = { wait: 1500, most: 30_000 };

/** Starts a job; the promise is kept when it has ended, however it ends. */
export function play(
  sources: Sources,
  job: Job,
  onNews: (news: News) => void,
): { readonly ended: Promise<Ended>; readonly stop: () => void } {
  const { net, train, test, steps, batch, rate, every } = job;
  const text = playText({ net, train, test, steps, batch, rate, every });
  const run = runText(rulesText(sources), text, limits, (message) => {
    const news = typeof message === 'string' && message[0] === 'p' ? parsed(message.slice(1)) : undefined;
    if (Array.isArray(news) && news.length === 2) onNews([Number(news[0]), Number(news[1])]);
  });
  const ended = run.ended.then(
    ({ sent, ending }): Ended => {
      const last = sent.at(-1);
      if (ending.end === 'done' && typeof last === 'string' && last[0] === 'r') {
        const played = readPlayed(parsed(last.slice(1)), job);
        return played ? { played } : { fault: words.code.nothing };
      }
      const ran = ranFrom(sent, ending, '');
      return { fault: 'fault' in ran ? ran.fault : words.code.nothing };
    },
    () => ({ fault: words.code.noSandbox }),
  );
  return { ended, stop: run.stop };
}

function readPlayed(value: unknown, job: Job): Played | undefined {
  const { said, net } = (value ?? {}) as { said?: unknown; net?: Partial<Net> };
  const classes = job.net.b2.length;
  const rows = (rows: unknown, width: number): rows is number[][] =>
    Array.isArray(rows) && rows.every((row) => list(row, width));
  const list = (row: unknown, width: number): row is number[] =>
    Array.isArray(row) && row.length === width && row.every((v) => typeof v === 'number');
  const { W1, b1, g, W2, b2 } = job.net;
  const whole =
    rows(said, classes) &&
    said.length === job.test.x.length &&
    rows(net?.W1, b1.length) &&
    net.W1.length === W1.length &&
    list(net.b1, b1.length) &&
    list(net.g, g.length) &&
    rows(net.W2, classes) &&
    net.W2.length === W2.length &&
    list(net.b2, b2.length);
  return whole ? { said, net: net as Net } : undefined;
}
