// Times one training step of the engine and of its peers on five workloads, and prints the table.
//
//   npm run bench                all of it, a few minutes
//   npm run bench -- --quick     fewer rounds, no cold starts
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { engine } from './engine.ts';
import { clock, median, race, run, scalarPeak } from './measure.ts';
import type { Runner } from './workloads.ts';
import { workloads } from './workloads.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(`${here}node_modules`)) {
  console.log('installing the peers once (tests/bench/package.json) ...');
  const npm = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--silent'], {
    cwd: here,
    stdio: 'ignore',
  });
  if (npm.status !== 0) console.log('npm install failed: the engine runs without its peers');
}

const loaders: { [name: string]: () => Promise<Runner> } = {
  engine: async () => engine,
  'tfjs-cpu': async () => (await import('./tfjs.ts')).tfjs('cpu'),
  'tfjs-wasm': async () => (await import('./tfjs.ts')).tfjs('wasm'),
  'jax-js': async () => (await import('./jax.ts')).jax(),
  convnetjs: async () => (await import('./convnet.ts')).convnet,
};

/** What was aimed at and not reached. */
const misses: string[] = [];
const miss = (what: string) => misses.push(what);

/** Bytes that may be left by 10,000 steps: what the runtime itself moves about, a few a step. */
const LEAK = 100_000;

const cold = process.argv.indexOf('--cold');
if (cold > 0) await coldStart(process.argv[cold + 1]!, Number(process.argv[cold + 2]));
else await compare(process.argv.includes('--quick'));

/** In a process of its own: milliseconds to build a net and take its first 11 steps, the library being loaded. */
async function coldStart(name: string, index: number): Promise<void> {
  const runner = await loaders[name]!();
  const start = clock();
  const trainer = runner.prepare(workloads[index]!);
  if (trainer) run(trainer, 11);
  console.log(trainer ? clock() - start : NaN);
  process.exit();
}

function coldTime(name: string, index: number): number {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--cold', name, String(index)]);
  return Number(String(child.stdout).trim().split('\n').at(-1));
}

async function compare(quick: boolean): Promise<void> {
  const names: string[] = [];
  const runners: Runner[] = [];
  for (const [name, load] of Object.entries(loaders)) {
    try {
      runners.push(await load());
      names.push(name);
    } catch (error) {
      console.log(`${name} could not be loaded: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  const peak = scalarPeak();
  const load = loadavg()[0]! / availableParallelism();
  if (load > 0.75)
    console.log(
      `The machine is busy (load ${load.toFixed(1)} a core): other work slows the caches down, too.`,
    );
  console.log(
    `\nOne training step in time of the processor, median of alternating rounds. Node ${process.version}.`,
  );
  console.log(
    `Scalar peak of this machine: ${peak.toFixed(1)} Gflop/s. All peers but convnetjs compute in float32.\n`,
  );
  row(
    'workload',
    runners.map((r) => r.name),
    'flops of peak',
  );
  const ratios: string[][] = [];
  const starts: string[][] = [];
  workloads.forEach((workload, index) => {
    const trainers = runners.map((runner) => runner.prepare(workload));
    const losses = trainers.map((trainer) => {
      trainer?.enter?.();
      let loss = NaN;
      for (let i = 0; i < 10; i++) loss = trainer?.step() ?? NaN;
      return loss;
    });
    const rounds = race(trainers, quick ? 3 : 11);
    const times = rounds.map(median);
    const share = workload.flops / times[0]! / 1e6 / peak;
    row(workload.name, times.map(duration), `${(100 * share).toFixed(0)} %`);
    // Both times of a ratio come from the same round, so that other work on the machine touches them alike.
    const slower = rounds.map((list) => median(list.map((t, round) => t / rounds[0]![round]!)));
    runners.forEach(({ name }, i) => {
      const mayWin = name === 'jax-js' && workload.name.startsWith('784');
      const least = name === 'tfjs-cpu' ? workload.bar : mayWin ? 0 : 1;
      if (i > 0 && slower[i]! < least) {
        miss(
          `${workload.name}: ${name} should take at least ${least} times as long, not ${slower[i]!.toPrecision(3)}`,
        );
      }
    });
    ratios.push(slower.map((x) => (Number.isNaN(x) ? '-' : `${x.toPrecision(3)} x`)));
    if (!quick) starts.push(names.map((name) => duration(coldTime(name, index))));
    runners.forEach((runner, i) => {
      const off = Math.abs(losses[i]! - losses[0]!) / Math.abs(losses[0]!);
      if (trainers[i] && !(off <= runner.tolerance)) {
        miss(
          `${workload.name}: loss after ten steps is ${losses[i]} in ${runner.name}, ${losses[0]} in this engine`,
        );
      }
    });
  });
  table('Times slower than this engine', ratios, runners);
  if (!quick) table('Building the net and the first 11 steps, cold', starts, runners);
  heap();
  console.log(misses.length === 0 ? '\nEvery aim was reached.' : `\nMissed:\n  ${misses.join('\n  ')}`);
  // Some libraries keep workers waiting.
  process.exit(misses.length === 0 ? 0 : 1);
}

function table(title: string, cells: string[][], runners: Runner[]): void {
  console.log(`\n${title}\n`);
  row(
    'workload',
    runners.map((r) => r.name),
    '',
  );
  cells.forEach((line, index) => {
    row(workloads[index]!.name, line, '');
  });
}

function row(name: string, cells: readonly string[], last: string): void {
  console.log(name.padEnd(42) + cells.map((cell) => cell.padStart(13)).join('') + last.padStart(15));
}

function duration(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return '-';
  return milliseconds < 1
    ? `${(1000 * milliseconds).toPrecision(3)} us`
    : `${milliseconds.toPrecision(3)} ms`;
}

/** Ten thousand steps must leave nothing on the heap. */
function heap(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  console.log('\nHeap before and after 10,000 steps\n');
  for (const workload of workloads.slice(0, 2)) {
    const trainer = engine.prepare(workload)!;
    run(trainer, 5000);
    const before = used();
    const start = process.memoryUsage().heapUsed;
    for (let i = 0; i < 10_000; i++) trainer.step();
    const passing = (process.memoryUsage().heapUsed - start) / 10_000;
    const after = used();
    if (after - before > LEAK) miss(`${workload.name}: ${after - before} bytes were kept after 10,000 steps`);
    console.log(
      `${workload.name.padEnd(42)}${before} and ${after} bytes: ${after - before} kept; ` +
        `${passing.toFixed(0)} bytes a step pass through (the number that step returns)`,
    );
  }
}
