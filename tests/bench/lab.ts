// How many training steps of the labs' nets fit into the share of a frame that a lab may use: `node tests/bench/lab.ts`.
import { createDeepRun, createXorNet, frameBudget, regions } from '../../components/lab/index.ts';

const frames = 120;

/** Runs frame after frame, each until the budget is spent, as the labs do; gives the counts and the longest frame. */
function measure(name: string, work: () => void): void {
  for (let i = 0; i < 50; i++) work();
  const counts: number[] = [];
  let longest = 0;
  for (let frame = 0; frame < frames; frame++) {
    const start = performance.now();
    let steps = 0;
    do {
      work();
      steps += 1;
    } while (performance.now() - start < frameBudget);
    longest = Math.max(longest, performance.now() - start);
    counts.push(steps);
  }
  counts.sort((a, b) => a - b);
  const [least, median] = [counts[0]!, counts[frames / 2]!];
  console.log(
    `${name.padEnd(48)}${String(median).padStart(8)} steps a frame (least ${least}), longest ${longest.toFixed(1)} ms`,
  );
}

console.log(`Work of ${frameBudget} ms in a frame of 16.7 ms. Node ${process.version}, one thread.\n`);

const xor = createXorNet();
xor.set([1, 0.5, -0.5, 1, 1, -0.5]);
measure('xor 2-2-1, all four points', () => xor.step(0.1));

measure('xor, cutting up the plane', () => regions([1, -1, -1, 1, 1, 1]));

for (const depth of [10, 30, 50]) {
  const run = createDeepRun({ activation: 'tanh', depth, scale: 1, skip: false, rate: 0.01, seed: 1 });
  measure(`${depth} tanh layers of 32, batch 32`, () => run.advance());
}
