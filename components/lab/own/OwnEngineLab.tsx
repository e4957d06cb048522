// An engine of the reader's own rules: it learns XOR, then digits, in the place where programs run.

import { useEffect, useState } from 'preact/hooks';
import { progress } from '../../progress/index.ts';
import { Say } from '../../prose/index.ts';
import { bits, type Fields, numberIn, oneOf, wholeIn } from '../../setting/index.ts';
import { Controls, Frame, type LabProps, mostSeed, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { Draw } from './Draw.tsx';
import { SIZE } from './digits.ts';
import { type Task, tasks } from './jobs.ts';
import { Corners, Tests } from './Learned.tsx';
import { Losses } from './Losses.tsx';
import { bookRules, ruleNames } from './rules.ts';
import { rulesNow } from './rulesNow.ts';
import { best, useLearner } from './useLearner.ts';

interface Setting {
  readonly task: Task;
  readonly seed: number;
  readonly steps: number;
  readonly rate: number;
  /** What the reader has drawn. */
  readonly image: readonly number[];
}

const most = 3000;
/** The reader's rules are not in the address: they stand in the exercises, and are their own. */
const fields: Fields<Setting> = {
  task: oneOf('xor', tasks),
  seed: wholeIn(1, 0, mostSeed),
  steps: wholeIn(600, 1, most),
  rate: numberIn(0.5, 0.001, 2),
  image: bits(Array<number>(SIZE * SIZE).fill(0)),
};
const none: ReadonlySet<string> = new Set();

export function OwnEngineLab({ question, lab: name = 'own-engine' }: LabProps) {
  const lab = useLab(name, fields);
  const { task, image } = lab.state;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    progress.open();
    setReady(true);
  }, []);
  const { sources, own } = ready ? rulesNow() : { sources: bookRules, own: none };
  const learner = useLearner(sources);
  const { running, news, result, fault, answer } = learner;
  const text = words.lab.own;
  const right = result?.said.filter((row, i) => best(row) === result.job.labels[i]).length ?? 0;
  const [step, loss] = news.at(-1) ?? [0, 0];
  const status = fault
    ? text.fault(fault)
    : running
      ? text.running(step, loss)
      : result
        ? text.done[result.task](right, result.job.labels.length, own.size)
        : text.idle;
  return (
    <Frame of={lab} label={text.label} question={question} status={status} quiet={running}>
      <ul class="own-rules">
        {ruleNames.map(({ name, exercise }) => (
          <li key={name} data-own={own.has(name) || undefined}>
            <a href={`#${exercise}`}>
              <code class="notranslate">{name}</code>
            </a>{' '}
            <Say>{own.has(name) ? text.yours : text.borrowed}</Say>
          </li>
        ))}
      </ul>
      <Controls
        of={lab}
        onChange={(by) => {
          learner.forget();
          lab.change(by);
        }}
        controls={[
          { choose: 'task', label: text.task, from: tasks, names: text.tasks },
          { slide: 'steps', label: text.steps, min: 1, max: most, step: 1 },
          { slide: 'rate', label: text.rate, min: 0.01, max: 2, step: 0.01 },
          { seed: 'seed' },
        ]}
      />
      <div class="lab-buttons">
        <button type="button" class="button primary" onClick={() => learner.learn(task, lab.state)}>
          {text.learn}
        </button>
        {running && (
          <button key="stop" type="button" class="button" onClick={learner.stop}>
            {text.stop}
          </button>
        )}
        <button type="button" class="button quiet" onClick={learner.forget}>
          {words.lab.reset}
        </button>
      </div>
      {news.length > 1 && <Losses key="losses" news={news} />}
      {result?.task === 'xor' && <Corners key="corners" {...result} />}
      {result?.task === 'digits' && (
        <div key="digits" class="own-result">
          <Tests {...result} />
          <Draw
            image={image}
            onImage={(image) => {
              learner.forgetAnswer();
              lab.change({ image });
            }}
            onAsk={() => learner.ask(image)}
            answer={answer}
          />
        </div>
      )}
    </Frame>
  );
}
