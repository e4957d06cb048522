// Timing: series of steps long enough for the clock, in rounds that alternate between the libraries.
//
// The clock is the processor time of the main thread, on which every library here computes. Other work on the machine is
// not counted then, nor are the threads that compile beside it. Each library has a process of its own (`rival.ts`), so
// that its garbage is charged to it alone.
// A machine may run at half its speed for seconds, so the lower quartile of the rounds counts: what a library needs when
// it is not disturbed, yet not its luckiest moment.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Trainer } from './workloads.ts';

setFlagsFromString('--expose-gc');
export const collectGarbage: () => void = runInNewContext('gc');

/** The lower quartile; NaN of nothing. */
export function quartile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 2] ?? NaN;
}

/** Milliseconds that the main thread has computed so far. */
export function clock(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds for `steps` steps. */
export function run(trainer: Trainer, steps: number): number {
  trainer.enter?.();
  const start = clock();
  for (let i = 0; i < steps; i++) trainer.step();
  return clock() - start;
}

/** Milliseconds of steps before any are counted: large libraries take that long until all they run is compiled. */
const WARM = 1500;

/** How many steps take about `series` milliseconds, once the compiler has done its work. */
export function calibrate(trainer: Trainer, series = 100): number {
  let steps = 1;
  let total = 0;
  for (;;) {
    const time = run(trainer, steps);
    total += time;
    if (time < series) steps *= 2;
    else if (total > WARM) return Math.max(1, Math.round((steps * series) / time));
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
