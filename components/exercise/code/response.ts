// A response of kind `code` is run before it is judged; what it printed is kept for its field to show.

import { signal } from '@preact/signals';
import type { CodePart, Ran } from '../../../engine/exercise/index.ts';
import { words } from '../../words.ts';
import { loadEngine } from '../engine.ts';
import { runProgram } from './run.ts';

/** What the programs printed when they were last run, by part. */
export const printed = signal<ReadonlyMap<CodePart, readonly string[]>>(new Map());

/** Runs a response on the calls of its task. A sandbox that cannot be loaded is told as a fault, which is no try. */
export async function runResponse(part: CodePart, source: string, seed: number): Promise<Ran | undefined> {
  if (source.trim() === '') return undefined;
  const { codeCases } = await loadEngine();
  try {
    const outcome = await runProgram(source, codeCases(part, seed));
    printed.value = new Map([...printed.value, [part, outcome.printed]]);
    return outcome.ran;
  } catch {
    return { fault: words.code.noSandbox };
  }
}
