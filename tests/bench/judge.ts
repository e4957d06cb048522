// How long the judge takes for what readers may type: median, worst and responses a minute, in time of the processor.
// node tests/bench/judge.ts [count] [seed]
import { check } from '../../engine/exercise/index.ts';
import { fixture } from '../fixtures/exercises/index.ts';
import { fuzz } from '../fixtures/responses/fuzz.ts';
import { RESPONSES } from '../fixtures/responses/index.ts';

const COUNT = Number(process.argv[2] ?? 20_000);
const SEED = Number(process.argv[3] ?? 1);
const MEDIAN_MS = 50;
const WORST_MS = 500;

const times: { readonly ms: number; readonly said: string }[] = [];
let spans = 0;

function judge(exercise: string, part: string, response: string): void {
  const said = `${exercise} ${part} ${JSON.stringify(response.slice(0, 100))}`;
  const before = process.cpuUsage();
  try {
    const verdict = check(fixture(exercise), part, response);
    const { user } = process.cpuUsage(before);
    times.push({ ms: user / 1000, said });
    const [start, end] = verdict.verdict === 'unreadable' ? (verdict.span ?? [-1, -1]) : [0, 0];
    if (start < 0 || end < start || end > response.length) {
      spans += 1;
      console.log(`No place: ${said}`);
    }
  } catch (error) {
    console.log(`Throws: ${said}: ${error}`);
    process.exitCode = 1;
  }
}

for (const row of RESPONSES) judge(row.exercise, row.part, row.response);
for (const { exercise, part, response } of fuzz(SEED, COUNT)) judge(exercise, part, response);

times.sort((a, b) => a.ms - b.ms);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]?.ms ?? 0;
const total = times.reduce((sum, { ms }) => sum + ms, 0);
console.log(`${times.length} responses, seed ${SEED}`);
console.log(
  `median ${at(0.5).toFixed(2)} ms, 99 of 100 below ${at(0.99).toFixed(1)} ms, worst ${at(1).toFixed(0)} ms`,
);
console.log(`${Math.round(times.length / (total / 60_000))} a minute`);
for (const { ms, said } of times.slice(-8)) console.log(`  ${ms.toFixed(0)} ms  ${said}`);
if (at(0.5) > MEDIAN_MS || at(1) > WORST_MS || spans > 0) process.exitCode = 1;
