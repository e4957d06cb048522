// Timing: series of steps long enough for the clock, medians over rounds that alternate between the libraries.
//
// Times are those of the processor, so that other work on the machine is not counted.
import type { Trainer } from './workloads.ts';

export function median(values: readonly number[]): number {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** Milliseconds a step takes in each of several trainers, in each of the rounds. */
export function race(trainers: readonly (Trainer | undefined)[], rounds: number, series = 60): number[][] {
  const lengths = trainers.map((trainer) => (trainer ? calibrate(trainer, series) : 0));
  const times: number[][] = trainers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    trainers.forEach((trainer, i) => {
      if (trainer) times[i]!.push(run(trainer, lengths[i]!) / lengths[i]!);
    });
  }
  return times;
}

/** Milliseconds that this process has computed so far, on all its threads. */
export function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds for `steps` steps. */
export function run(trainer: Trainer, steps: number): number {
  trainer.enter?.();
  const start = clock();
  for (let i = 0; i < steps; i++) trainer.step();
  return clock() - start;
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
  const rounds = 2_000_000;
  const rates: number[] = [];
  for (let i = 0; i < 20; i++) {
    const start = clock();
    if (Number.isNaN(chains(rounds, 0.5, 0.25))) throw new Error('the chains went astray');
    rates.push((rounds * 28) / (clock() - start) / 1e6);
  }
  return Math.max(...rates);
}

/** Fourteen independent chains of one multiplication and one addition each: as many as the registers hold. */
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
  let k = 10;
  let l = 11;
  let m = 12;
  let n = 13;
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
    k = k * x + y;
    l = l * x + y;
    m = m * x + y;
    n = n * x + y;
  }
  return a + b + c + d + e + f + g + h + i + j + k + l + m + n;
}
