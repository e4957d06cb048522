// A library with one workload in a process of its own: what else has run in a process changes how a library is compiled,
// and tfjs with two backends in one is slower than with one.
import { type ChildProcess, fork } from 'node:child_process';
import { calibrate, run } from './measure.ts';
import { type Runner, workloads } from './workloads.ts';

/** What a process tells when it is ready; without a loss where the library cannot do the workload. */
export interface Ready {
  name: string;
  tolerance: number;
  loss?: number;
}

export interface Rival extends Ready {
  /** Milliseconds a step takes in one series; NaN where the library cannot do the workload. */
  series(): Promise<number>;
  stop(): void;
}

/** Starts the process; undefined if the library could not be loaded. */
export async function challenge(script: string, name: string, index: number): Promise<Rival | undefined> {
  const child = fork(script, ['--serve', name, String(index)]);
  const ready = (await answer(child)) as Ready | undefined;
  if (!ready) return undefined;
  const series = async () => {
    if (ready.loss === undefined) return NaN;
    child.send('series');
    return (await answer(child)) as number;
  };
  return { ...ready, series, stop: () => child.kill() };
}

/** The next message of a process; undefined if it ends without one. */
function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    const gone = () => resolve(undefined);
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message);
    });
  });
}

/** In the process: prepares a workload, takes ten steps, warms up, and then runs a series whenever it is asked to. */
export function serve({ name, tolerance, prepare }: Runner, index: number): void {
  const trainer = prepare(workloads[index]!);
  const ready: Ready = { name, tolerance };
  if (trainer) {
    trainer.enter?.();
    for (let i = 0; i < 10; i++) ready.loss = trainer.step();
    const steps = calibrate(trainer);
    process.on('message', () => {
      process.send!(run(trainer, steps) / steps);
    });
  }
  process.send!(ready);
}
