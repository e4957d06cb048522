// What a net says after learning: of the four corners, or of digits that it has never seen.

import { Say } from '../../prose/index.ts';
import { Numbers } from '../frame/index.ts';
import { words } from '../words.ts';
import { Digit } from './Digit.tsx';
import { best, type Result } from './useLearner.ts';

export function Corners({ said, job }: Result) {
  const text = words.lab.own;
  return (
    <Numbers
      open
      caption={text.corners}
      columns={[{ title: text.inputs }, { title: text.target }, { title: text.probability, hue: 'forward' }]}
      rows={said.map((row, i) => [job.test.x[i]!.join(', '), String(job.labels[i]), row[1]!.toFixed(4)])}
    />
  );
}

const shown = 20;

/** Some of the tests; those read wrongly come first. */
export function Tests({ said, job }: Result) {
  const text = words.lab.own;
  const tests = said
    .map((row, i) => ({ i, read: best(row), right: best(row) === job.labels[i] }))
    .sort((a, b) => Number(a.right) - Number(b.right) || a.i - b.i)
    .slice(0, shown);
  return (
    <ol class="own-tests">
      {tests.map(({ i, read, right }) => (
        <li key={i} data-right={right}>
          <Digit image={job.test.x[i]!} label={text.image(job.labels[i]!)} />
          <Say>{text.read(job.labels[i]!, read)}</Say>
        </li>
      ))}
    </ol>
  );
}
