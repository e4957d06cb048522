// Runs every example of engine/README.md and of the doc comments, and compares the numbers they print.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gradientCheck } from '../../../engine/tape/gradient-check.ts';
import * as tape from '../../../engine/tape/index.ts';
import { rowTex } from '../../../engine/tape/tex.ts';

const door = { ...tape, gradientCheck, rowTex };

const root = new URL('../../../engine/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** A value as the examples print it: 12 digits at most. */
function print(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value) || value instanceof Float64Array)
    return `[${Array.from(value, print).join(', ')}]`;
  return String(value);
}

/** Runs lines of JavaScript; returns what each `code; // expected` line gave beside what it promises. */
function run(source: string): { line: string; actual: string; expected: string }[] {
  const results: { line: string; actual: string; expected: string }[] = [];
  const lines = source.split('\n').map((line) => {
    const parts = /^(.*?);\s*\/\/ (.*)$/.exec(line);
    if (!parts || /^(const|let) /.test(line)) return line;
    return `note(${JSON.stringify(line)}, ${parts[1]}, ${JSON.stringify(parts[2])});`;
  });
  const note = (line: string, value: unknown, expected: string) => {
    if (value !== undefined) results.push({ line, actual: print(value), expected });
  };
  new Function('note', ...Object.keys(door), lines.join('\n'))(note, ...Object.values(door));
  return results;
}

function check(source: string): void {
  const results = run(source);
  expect(results.length).toBeGreaterThan(0);
  for (const { line, actual, expected } of results) {
    // What is expected may be followed by a remark: `7 = 2x + 1`, `9, and w is now 2.4`.
    const met = expected === actual || /^,? /.test(expected.slice(actual.length));
    expect(met && expected.startsWith(actual) ? expected : actual, line).toBe(expected);
  }
}

test('engine/README.md', () => {
  const blocks = [...read('README.md').matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1]!);
  expect(blocks.length).toBeGreaterThan(3);
  check(blocks.join('\n'));
});

describe('doc comments', () => {
  const files = readdirSync(new URL('tape/', root), { recursive: true, encoding: 'utf8' });
  const examples = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...read(`tape/${file}`).matchAll(/@example\n([\s\S]*?)\*\//g)].map((match, i): [string, string] => [
        `${file} ${i + 1}`,
        match[1]!.replace(/^\s*\* ?/gm, '').trim(),
      ]),
    );

  test.each(examples)('%s', (_, source) => {
    check(source);
  });

  test('there are some', () => {
    expect(examples.length).toBeGreaterThan(4);
  });
});
