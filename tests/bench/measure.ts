// Timing: series of steps long enough for the clock, medians over rounds that alternate between the libraries.
import type { Trainer } from './workloads.ts';

export function median(values: readonly number[]): number {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** Milliseconds a step takes in each of several trainers, in each of the rounds. */
export function race(trainers: readonly (Trainer | undefined)[], rounds: number, series = 40): number[][] {
  const lengths = trainers.map((trainer) => (trainer ? calibrate(trainer, series) : 0));
  const times: number[][] = trainers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    trainers.forEach((trainer, i) => {
      if (trainer) times[i]!.push(run(trainer, lengths[i]!) / lengths[i]!);
    });
  }
  return times;
}

/** Milliseconds for `steps` steps. */
export function run(trainer: Trainer, steps: number): number {
  trainer.enter?.();
  const start = performance.now();
  for (let i = 0; i < steps; i++) trainer.step();
  return performance.now() - start;
}

/** How many steps take about `series` milliseconds, once the compiler has done its work. */
function calibrate(trainer: Trainer, series: number): number {
  let steps = 1;
  for (;;) {
    const time = run(trainer, steps);
    if (time > series) return Math.max(1, Math.round((steps * series) / time));
    steps *= 2;
  }
}

/** Multiplications and additions a second that plain scalar code reaches in registers, in billions. */
export function scalarPeak(): number {
  const rounds = 100_000;
  const rates: number[] = [];
  for (let i = 0; i < 60; i++) {
    const start = performance.now();
    if (Number.isNaN(chains(rounds, 0.5, 0.25))) throw new Error('the chains went astray');
    rates.push((rounds * 20) / (performance.now() - start) / 1e6);
  }
  return Math.max(...rates);
}

/** Ten independent chains of one multiplication and one addition each: enough to fill the units of a processor. */
function chains(rounds: number, x: number, y: number): number {
  let a = 0;
  let b = 1;
  let c = 2;
  let d = 3;
  let e = 4;
  let f = 5;
  let g = 6;
  let h = 7;
  let i = 8;
  let j = 9;
  for (let round = 0; round < rounds; round++) {
    a = a * x + y;
    b = b * x + y;
    c = c * x + y;
    d = d * x + y;
    e = e * x + y;
    f = f * x + y;
    g = g * x + y;
    h = h * x + y;
    i = i * x + y;
    j = j * x + y;
  }
  return a + b + c + d + e + f + g + h + i + j;
}
