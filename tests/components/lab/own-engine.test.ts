// The engine of the last chapter: what the chapter prints is what runs, and it learns with the book's rules.
import { readFileSync } from 'node:fs';
import { constants, createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { drawDigits } from '../../../components/lab/own/digits.ts';
import { playText, tapeText } from '../../../components/lab/own/engine.ts';
import { type Job, jobs } from '../../../components/lab/own/jobs.ts';
import { bookRules, ruleNames, rulesText } from '../../../components/lab/own/rules.ts';
import { checkRun } from '../../../src/judge/run-code.ts';
import { harnessOf } from '../../../src/sandbox/harness.ts';

const harness = harnessOf((part) => readFileSync(`src/sandbox/harness/${part}.js`, 'utf8'));

/** How many test rows a net reads rightly after its training, run as in the sandbox. */
function learned(job: Job, sources = bookRules): number {
  const context = createContext(constants.DONT_CONTEXTIFY);
  const take = runInContext(
    `(() => { let last = ''; globalThis.postMessage = (text) => { last = text; }; return () => last; })()`,
    context,
  );
  runInContext(`${harness}\n{ ${rulesText(sources)}\n${playText(job)} }`, context);
  const { said } = JSON.parse(take().slice(1)) as { said: number[][] };
  return said.filter((row, i) => row.indexOf(Math.max(...row)) === job.labels[i]).length;
}

test('the chapter prints the tape that runs', () => {
  expect(readFileSync('content/your-own-engine/index.mdx', 'utf8')).toContain(tapeText);
});

describe('with the rules of the book', () => {
  test.each(ruleNames.map(({ task, name }) => [task, bookRules[name]]))('%s is right', (task, source) => {
    const part = { name: '', kind: 'code', mistakes: [], task, start: '' } as const;
    const exercise = { id: 'r', title: 'r', chapter: 'c', model: '', parts: [part], random: false };
    for (const seed of [1, 2, 3])
      expect(checkRun(exercise, '', source, { seed }).verdict, `seed ${seed}`).toBe('correct');
  });

  test.each([1, 2, 3])('XOR is learned from seed %i', async (seed) => {
    expect(learned(await jobs.xor({ seed, steps: 600, rate: 0.5 }))).toBe(4);
  });

  test('the order in which a rule names its gradients does not matter', async () => {
    const turned = { ...bookRules, matmul: bookRules.matmul.replace('const backward', 'const inOrder') };
    turned.matmul +=
      '\nconst backward = (...given) => { const { da, db } = inOrder(...given); return { db, da }; };';
    expect(learned(await jobs.xor({ seed: 1, steps: 600, rate: 0.5 }), turned)).toBe(4);
  });

  test.each([1, 2])('most digits are read after learning from seed %i', async (seed) => {
    expect(learned(await jobs.digits({ seed, steps: 600, rate: 0.5 }))).toBeGreaterThanOrEqual(75);
  });
});

test('digits are the same for the same seed, fifty of each, all of them inked', async () => {
  const { images, labels } = await drawDigits(500, 7);
  expect(await drawDigits(500, 7)).toEqual({ images, labels });
  for (let digit = 0; digit < 10; digit++) expect(labels.filter((label) => label === digit)).toHaveLength(50);
  expect(images.every((image) => image.length === 64 && image.some((ink) => ink > 0.5))).toBe(true);
  expect(images.flat().every((ink) => ink >= 0 && ink <= 1)).toBe(true);
});
