// A net that learns by the reader's rules: started, stopped, forgotten, and asked about a drawing when it has learned.

import { useEffect, useRef, useState } from 'preact/hooks';
import { askJob, type Job, jobs, type Net, type Task, type Training } from './jobs.ts';
import { type News, play, type Sources } from './play.ts';

export interface Result {
  readonly task: Task;
  readonly job: Job;
  /** For each test, a share for each class. */
  readonly said: readonly (readonly number[])[];
  readonly net: Net;
}

/** The class that has the largest share. */
export const best = (row: readonly number[]) => row.indexOf(Math.max(...row));

export function useLearner(sources: Sources) {
  const [running, setRunning] = useState(false);
  const [news, setNews] = useState<readonly News[]>([]);
  const [result, setResult] = useState<Result>();
  const [fault, setFault] = useState('');
  const [answer, setAnswer] = useState<readonly number[]>();
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  const forget = () => {
    stop.current();
    setNews([]);
    setFault('');
    setResult(undefined);
    setAnswer(undefined);
  };
  /** One run at a time: a new one ends the last. Gives what came of it, or nothing where it was stopped or failed. */
  const runs = async (made: Job | Promise<Job>, onNews: (one: News) => void = () => {}) => {
    stop.current();
    let stopped = false;
    let end = () => {};
    stop.current = () => {
      stopped = true;
      end();
      setRunning(false);
    };
    const job = await made;
    if (stopped) return undefined;
    const run = play(sources, job, onNews);
    end = run.stop;
    const ended = await run.ended;
    if (stopped) return undefined;
    setRunning(false);
    if ('played' in ended) return { job, ...ended.played };
    setFault(ended.fault);
    return undefined;
  };

  return {
    running,
    news,
    result,
    fault,
    answer,
    forget,
    stop: () => stop.current(),
    /** What was said of another drawing. */
    forgetAnswer: () => setAnswer(undefined),
    async learn(task: Task, training: Training) {
      forget();
      const run = runs(jobs[task](training), (one) => setNews((all) => [...all, one]));
      setRunning(true);
      const played = await run;
      if (played) setResult({ task, ...played });
    },
    async ask(image: readonly number[]) {
      if (!result) return;
      const played = await runs(askJob(result.net, [image]));
      if (played) setAnswer(played.said[0]);
    },
  };
}
