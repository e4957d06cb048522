// Times one training step of the engine and of its peers on five workloads, and prints the table.
//
//   npm run bench                all of it, a few minutes
//   npm run bench -- --quick     fewer rounds, no cold starts
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { engine } from './engine.ts';
import { calibrate, clock, collectGarbage, quartile, run, scalarPeak } from './measure.ts';
import { challenge, type Rival, serve } from './rival.ts';
import { type Runner, workloads } from './workloads.ts';

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
  'this engine': async () => engine,
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

const script = fileURLToPath(import.meta.url);
const [mode, name = '', index] = process.argv.slice(2);
if (mode === '--cold') await coldStart(name, Number(index));
else if (mode === '--serve') serve(await loaders[name]!(), Number(index));
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

/** The quickest of three. */
function coldTime(name: string, index: number): number {
  const times = [1, 2, 3].map(() => {
    const child = spawnSync(process.execPath, [script, '--cold', name, String(index)]);
    return Number(String(child.stdout).trim().split('\n').at(-1));
  });
  return Math.min(...times);
}

async function compare(quick: boolean): Promise<void> {
  const names = Object.keys(loaders);
  const peak = scalarPeak();
  const load = loadavg()[0]! / availableParallelism();
  if (load > 0.75)
    console.log(
      `The machine is busy (load ${load.toFixed(1)} a core): other work slows the caches down, too.`,
    );
  console.log(
    `\nOne training step in processor time of the main thread, lower quartile of alternating rounds. Node ${process.version}.`,
  );
  console.log(
    `Scalar peak of this machine: ${peak.toFixed(1)} Gflop/s. All peers but convnetjs compute in float32.\n`,
  );
  row('workload', names, 'flops of peak');
  const ratios: string[][] = [];
  const starts: string[][] = [];
  for (const [index, workload] of workloads.entries()) {
    const rivals: (Rival | undefined)[] = [];
    for (const name of names) rivals.push(await challenge(script, name, index));
    const rounds: number[][] = names.map(() => []);
    for (let round = 0; round < (quick ? 3 : 11); round++) {
      for (const [i, rival] of rivals.entries()) rounds[i]!.push((await rival?.series()) ?? NaN);
    }
    for (const rival of rivals) rival?.stop();
    const times = rounds.map(quartile);
    const share = workload.flops / times[0]! / 1e6 / peak;
    row(workload.name, times.map(duration), `${(100 * share).toFixed(0)} %`);
    const slower = times.map((time) => time / times[0]!);
    names.forEach((name, i) => {
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
    const right = rivals[0]!.loss!;
    for (const rival of rivals) {
      if (rival?.loss === undefined) continue;
      const off = Math.abs(rival.loss - right) / Math.abs(right);
      if (!(off <= rival.tolerance)) {
        miss(
          `${workload.name}: loss after ten steps is ${rival.loss} in ${rival.name}, ${right} in this engine`,
        );
      }
    }
  }
  table('Times slower than this engine', ratios);
  if (!quick) table('Building the net and the first 11 steps, cold', starts);
  heap();
  console.log(misses.length === 0 ? '\nEvery aim was reached.' : `\nMissed:\n  ${misses.join('\n  ')}`);
  // Some libraries keep workers waiting.
  process.exit(misses.length === 0 ? 0 : 1);
}

function table(title: string, cells: string[][]): void {
  console.log(`\n${title}\n`);
  row('workload', Object.keys(loaders), '');
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
  const used = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  console.log('\nHeap before and after 10,000 steps\n');
  for (const workload of workloads.slice(0, 2)) {
    const trainer = engine.prepare(workload)!;
    calibrate(trainer);
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
