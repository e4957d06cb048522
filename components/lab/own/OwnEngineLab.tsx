// An engine of the reader's own rules: it learns XOR, then digits, in the place where programs run.

import { useEffect, useRef, useState } from 'preact/hooks';
import { progress } from '../../progress/index.ts';
import { Say } from '../../prose/index.ts';
import { words } from '../../words.ts';
import { Frame } from '../frame/Frame.tsx';
import { Plot } from '../frame/Plot.tsx';
import { Digit, Pad } from './Digit.tsx';
import { SIZE } from './digits.ts';
import { askJob, digitsJob, type Job, type Net, xorJob } from './jobs.ts';
import { type News, play, type Sources } from './play.ts';
import { bookRules, ruleNames } from './rules.ts';

type Task = 'xor' | 'digits';

interface Result {
  readonly task: Task;
  readonly job: Job;
  readonly said: readonly (readonly number[])[];
  readonly net: Net;
}

const blank = Array<number>(SIZE * SIZE).fill(0);
const best = (row: readonly number[]) => row.indexOf(Math.max(...row));
const say = words.lab.own;

/** The last right program of each rule, and the book's where there is none. */
function sourcesNow(): { sources: Sources; own: ReadonlySet<string> } {
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

export function OwnEngineLab({ question }: { readonly question?: string }) {
  const [ready, setReady] = useState(false);
  const [seed, setSeed] = useState(1);
  const [running, setRunning] = useState<Task>();
  const [news, setNews] = useState<readonly News[]>([]);
  const [result, setResult] = useState<Result>();
  const [fault, setFault] = useState('');
  const [image, setImage] = useState<readonly number[]>(blank);
  const [answer, setAnswer] = useState<readonly number[]>();
  const stop = useRef(() => {});

  useEffect(() => {
    progress.open();
    setReady(true);
    return () => stop.current();
  }, []);

  const { sources, own } = ready ? sourcesNow() : { sources: bookRules, own: new Set<string>() };

  const start = async (task: Task) => {
    stop.current();
    const job = task === 'xor' ? xorJob(seed) : digitsJob(seed);
    setRunning(task);
    setNews([]);
    setFault('');
    setResult(undefined);
    setAnswer(undefined);
    const run = play(sources, job, (one) => setNews((all) => [...all, one]));
    let stopped = false;
    stop.current = () => {
      stopped = true;
      run.stop();
      setRunning(undefined);
    };
    const ended = await run.ended;
    if (stopped) return;
    setRunning(undefined);
    if ('fault' in ended) setFault(ended.fault);
    else setResult({ task, job, ...ended.played });
  };

  const ask = async () => {
    if (result?.task !== 'digits') return;
    const ended = await play(sources, askJob(result.net, [image]), () => {}).ended;
    if ('fault' in ended) setFault(ended.fault);
    else setAnswer(ended.played.said[0]);
  };

  const right = result?.said.filter((row, i) => best(row) === result.job.labels[i]).length ?? 0;
  const total = result?.job.labels.length ?? 0;
  const [step, loss] = news.at(-1) ?? [0, 0];
  const status = fault
    ? say.fault(fault)
    : running
      ? say.running(step, loss)
      : result
        ? say.done[result.task](right, total, own.size)
        : say.idle;
  return (
    <Frame
      lab="own-engine"
      label={say.label}
      question={question}
      status={status}
      quiet={running !== undefined}
    >
      <ul class="own-rules">
        {ruleNames.map(({ name, exercise, label }) => (
          <li key={name} data-own={own.has(name) || undefined}>
            <a href={`#${exercise}`}>
              <code class="notranslate">{label}</code>
            </a>{' '}
            <Say>{own.has(name) ? say.yours : say.borrowed}</Say>
          </li>
        ))}
      </ul>
      <div class="lab-buttons">
        <button type="button" class="button primary" data-task="xor" onClick={() => start('xor')}>
          {say.learn.xor}
        </button>
        <button type="button" class="button primary" data-task="digits" onClick={() => start('digits')}>
          {say.learn.digits}
        </button>
        {running && (
          <button key="stop" type="button" class="button" onClick={() => stop.current()}>
            {say.stop}
          </button>
        )}
        <button type="button" class="button quiet" onClick={() => setSeed(seed + 1)}>
          <Say>{say.seed(seed)}</Say>
        </button>
      </div>
      {news.length > 1 && <Losses news={news} />}
      {result?.task === 'xor' && <Corners result={result} />}
      {result?.task === 'digits' && (
        <div class="own-result">
          <ol class="own-tests">
            {shownTests(result).map(({ i, read, right }) => (
              <li key={i} data-right={right}>
                <Digit image={result.job.test.x[i]!} label={say.image(result.job.labels[i]!)} />
                <Say>{say.read(read, right)}</Say>
              </li>
            ))}
          </ol>
          <div class="own-draw">
            <p>{say.draw}</p>
            <Pad
              image={image}
              onImage={(next) => {
                setImage(next);
                setAnswer(undefined);
              }}
            />
            <div class="lab-buttons">
              <button type="button" class="button" onClick={ask} data-action="ask">
                {say.ask}
              </button>
              <button type="button" class="button quiet" onClick={() => setImage(blank)}>
                {say.clear}
              </button>
            </div>
            <p role="status">{answer && <Say>{say.answer(best(answer), Math.max(...answer))}</Say>}</p>
          </div>
        </div>
      )}
    </Frame>
  );
}

/** Twenty of the tests; those read wrongly come first. */
function shownTests({ said, job }: Result) {
  return said
    .map((row, i) => ({ i, read: best(row), right: best(row) === job.labels[i] }))
    .sort((a, b) => Number(a.right) - Number(b.right) || a.i - b.i)
    .slice(0, 20);
}

/** The loss on its way down, on a logarithmic scale. */
function Losses({ news }: { readonly news: readonly News[] }) {
  const shown = news.filter(([, loss]) => loss > 0 && Number.isFinite(loss));
  const last = Math.max(1, news.at(-1)![0]);
  return (
    <Plot
      label={say.losses}
      x={{ domain: [0, last], label: say.steps }}
      y={{ domain: [1e-4, 10], label: say.loss, log: true, ticks: [1e-4, 1e-3, 1e-2, 1e-1, 1, 10] }}
      height={200}
    >
      {({ x, y }) => (
        <polyline
          class="own-curve"
          points={shown
            .map(([step, loss]) => `${x(step)},${y(Math.min(10, Math.max(1e-4, loss)))}`)
            .join(' ')}
        />
      )}
    </Plot>
  );
}

function Corners({ result }: { readonly result: Result }) {
  return (
    <table class="own-corners">
      <thead>
        <tr>
          <th scope="col">{say.inputs}</th>
          <th scope="col">{say.target}</th>
          <th scope="col" class="forward">
            {say.probability}
          </th>
        </tr>
      </thead>
      <tbody class="notranslate">
        {result.said.map((row, i) => (
          <tr key={i}>
            <th scope="row">{result.job.test.x[i]!.join(', ')}</th>
            <td>{result.job.labels[i]}</td>
            <td class="forward">{row[1]!.toFixed(4)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
