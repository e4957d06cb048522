// The judge of the command line: lines in, lines out.
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

test('ends quietly when nobody reads on', async () => {
  const judge = spawn(process.execPath, ['src/judge/main.ts'], { stdio: 'pipe' });
  let complaints = '';
  judge.stderr.on('data', (text) => {
    complaints += text;
  });
  judge.stdin.on('error', () => {});
  judge.stdout.once('data', () => judge.stdout.destroy());
  const ended = new Promise((resolve) => judge.once('close', resolve));
  judge.stdin.end('{"exercise":"tanh-derivative","response":"1"}\n'.repeat(3000));
  expect([await ended, complaints]).toEqual([0, '']);
});
