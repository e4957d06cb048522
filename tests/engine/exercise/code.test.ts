// Programs judged: the calls of each task, what counts as right, and how a wrong output is named.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, codeCases, type Exercise, type Ran } from '../../../engine/exercise/index.ts';
import { checkRun, runCode } from '../../../src/judge/run-code.ts';

const exerciseOf = (task: string): Exercise => ({
  id: 'program',
  title: 'A program',
  chapter: 'here',
  model: '',
  parts: [{ name: '', kind: 'code', mistakes: [], task, start: '' }],
  random: false,
});
const conv = exerciseOf('conv2d-backward');
const right = `function backward(delta, x, w) {
  const dw = w.map((row) => row.map(() => 0));
  const dx = x.map((row) => row.map(() => 0));
  delta.forEach((row, i) => row.forEach((d, j) => w.forEach((ws, m) => ws.forEach((v, n) => {
    dw[m][n] += d * x[i + m][j + n];
    dx[i + m][j + n] += d * v;
  }))));
  return { dw, dx };
}`;

const judged = (source: string, exercise = conv) => checkRun(exercise, '', source);

describe('a program of the right numbers', () => {
  test.each([1, 2, 3, 40])('is right for seed %i', (seed) => {
    expect(checkRun(conv, '', right, { seed }).verdict).toBe('correct');
  });

  test('may be an arrow function, keep typed arrays, and change its arguments', () => {
    const typed = right
      .replace('function backward(delta, x, w) {', 'const backward = (delta, x, w) => {')
      .replace(
        'return { dw, dx };',
        'delta[0][0] = 7; return { dx: dx.map((r) => new Float64Array(r)), dw, more: 1 };',
      );
    expect(judged(typed).verdict).toBe('correct');
  });

  test('may be pasted with the fence of a block and words round it, or exported', () => {
    expect(judged(`\`\`\`js\n${right}\n\`\`\``).verdict).toBe('correct');
    expect(judged(`export default ${right}`).verdict).toBe('correct');
    expect(judged(`Mine:\n\n~~~js\n${right}\n~~~\nBy the chain rule.`).verdict).toBe('correct');
    expect(judged(`${right}\nexport { backward };`).verdict).toBe('correct');
    expect(judged(`export default backward;\n${right}`).verdict).toBe('correct');
    expect(judged(`${right}\nmodule.exports = { backward };\u200b`).verdict).toBe('correct');
    expect(judged(`#!/usr/bin/env node\n${right}`).verdict).toBe('correct');
    expect(judged(`\`\`\`\n${right.replace('+= d *', '+= q *')}`)).toMatchObject({
      verdict: 'unreadable',
      message: expect.stringContaining('q is not defined'),
    });
  });

  test('prints without harm', () => {
    expect(judged(`console.log('a', [1, [2]], { b: 1 });\n${right}`).verdict).toBe('correct');
  });
});

describe('wrong programs are told by what is wrong', () => {
  test.each([
    ['the sign', right.replaceAll('+= d', '-= d'), 'sign'],
    ['a factor', right.replaceAll('+= d', '+= 2 * d'), 'constant-factor'],
    ['an entry', right.replace('x[i + m][j + n];', 'x[i][j];'), 'entry'],
    ['a missing array', right.replace('{ dw, dx }', '{ dw }'), 'missing'],
    ['a shape', right.replace('{ dw, dx }', '{ dw, dx: w }'), 'shape'],
    ['no object', 'const backward = () => 3;', 'no-object'],
    ['an array', 'const backward = () => [1, 2];', 'no-object'],
    ['ragged rows', right.replace('{ dw, dx }', '{ dw: [[1], []], dx }'), 'shape'],
    ['texts', right.replace('{ dw, dx }', '{ dw: dw.map((r) => r.map(String)), dx }'), 'shape'],
    [
      'nothing that is a number',
      right.replace('{ dw, dx }', '{ dw: dw.map((r) => r.map(() => NaN)), dx }'),
      'entry',
    ],
  ])('%s', (_, source, misconception) => {
    expect(judged(source)).toMatchObject({ verdict: 'wrong', misconception });
  });

  test.each([
    [
      'a mean with its share and the sizes',
      right.replace('+= d * x', '+= d / 6 * x'),
      'Every entry of dw is 1/6 times what it should be (given delta: 2 x 3, x: 3 x 5, w: 2 x 3).',
    ],
    ['NaN with where it comes from', right.replace('+= d * v', '+= d * w[9]'), 'NaN comes of'],
  ])('%s', (_, source, message) => {
    expect(judged(source)).toMatchObject({ message: expect.stringContaining(message) });
  });
});

describe('programs that do not run', () => {
  test.each([
    ['a loop without end', 'function backward() { for (;;) {} }', /within a second/, undefined],
    [
      'a promise without end',
      'const f = () => Promise.resolve().then(f); f();',
      /within a second/,
      undefined,
    ],
    ['an unknown name', 'function backward() {\n  return q;\n}', /q is not defined/, [22, 33]],
    ['at once', 'let a = 1;\nnull.f', /of null/, [11, 17]],
    ['Python', 'def backward(delta, x, w):\n  return w', /in JavaScript/, [0, 26]],
    ['a syntax error', 'let a = 1;\nlet b = ;', /SyntaxError/, [11, 20]],
    ['an open bracket', 'function backward() {\n  return [1, 2', /SyntaxError/, [22, 36]],
    ['no such function', 'function backwards() {}', /no function backward /, undefined],
    ['eval', 'function backward() { return eval("1"); }', /eval is not/, undefined],
    ['Function', 'const backward = () => (() => {}).constructor("return 1")();', /EvalError/, undefined],
    ['memory', 'const backward = () => new Float64Array(1e9);', /memory/, undefined],
    ['text', "const backward = () => 'x'.repeat(1e9);", /memory/, undefined],
    ['process', 'const backward = () => process.exit();', /process is not defined/, undefined],
    ['require', 'const backward = () => require("fs");', /require is not defined/, undefined],
    [
      'the host by a constructor',
      'const backward = () => console.log.constructor("return process")();',
      /EvalError/,
      undefined,
    ],
    ['a thrown thing', 'throw { get message() { for (;;) {} } };', /not an error/, undefined],
    [
      'broken out of its block',
      '} catch {}\nthrow { get message() { for (;;) {} } };\ntry {',
      /not an error/,
      undefined,
    ],
  ])('%s', (_, source, message, span) => {
    const verdict = judged(source);
    expect(verdict).toMatchObject({ verdict: 'unreadable', message: expect.stringMatching(message) });
    if (span) expect(verdict).toMatchObject({ span });
  });

  test('nothing typed, nothing run', () => {
    expect(judged('  ')).toMatchObject({ verdict: 'unreadable', message: 'Nothing is typed yet.' });
    expect(check(conv, '', right)).toMatchObject({ verdict: 'unreadable' });
  });
});

describe('outputs are data', () => {
  const calls = codeCases(conv.parts[0] as Extract<Exercise['parts'][number], { kind: 'code' }>, 1);

  test.each([
    ['getters', 'const backward = (d, x, w) => ({ get dw() { return w; }, get dx() { return x; } });'],
    ['inheritance', 'Object.prototype.dw = [[1]]; const backward = () => ({});'],
    ['__proto__', `const backward = () => JSON.parse('{"__proto__": {"dw": [[1]]}}');`],
    ['toJSON', 'const backward = (d, x, w) => ({ toJSON: () => ({ dw: w, dx: x }) });'],
  ])('%s are not followed', (_, source) => {
    expect(judged(source)).toMatchObject({
      verdict: 'wrong',
      misconception: expect.stringMatching(/missing|shape/),
    });
    expect(Object.hasOwn(Object.prototype, 'dw')).toBe(false);
  });

  test.each<Ran>([
    { outputs: [] },
    { outputs: ['correct', 'correct', 'correct'] },
    { outputs: [null, undefined, { verdict: 'correct' }] },
    { outputs: calls.map(() => ({ dw: { length: 2 }, dx: [] })) },
    { outputs: calls.map(() => Object.create({ dw: [[1]], dx: [[1]] })) },
  ])('%j is wrong', (ran) => {
    expect(check(conv, '', right, { ran }).verdict).toBe('wrong');
  });
});

describe('the rules of the last chapter', () => {
  const chapter = readFileSync('content/your-own-engine/index.mdx', 'utf8');
  const programs = [
    ...chapter.matchAll(/task="(rule-[^"]+)"[\s\S]*?<Solution>\s*```js\n([\s\S]*?)\n\s*```/g),
  ];

  test.each(programs.map(([, task, source]) => [task!, source!]))(
    '%s: the solution for twenty seeds',
    (task, source) => {
      for (let seed = 1; seed <= 20; seed++)
        expect(checkRun(exerciseOf(task), '', source, { seed }).verdict, `seed ${seed}`).toBe('correct');
    },
  );

  test('there are five, and one more at the end', () => {
    expect(programs).toHaveLength(6);
  });

  test('a relu that passes the gradient at 0 is wrong', () => {
    const relu = programs[5]![2]!.replace('a[n][k] > 0', 'a[n][k] >= 0');
    expect(judged(relu, exerciseOf('rule-relu'))).toMatchObject({
      message: expect.stringMatching(/da\[0]\[0]: yours is .*, the engine finds 0\./),
    });
  });

  test('a bias whose gradient is a mean is wrong, and so is a cross-entropy that overflows', () => {
    const add = programs[0]![2]!.replace('sum + row[k], 0)', 'sum + row[k] / delta.length, 0)');
    expect(judged(add, exerciseOf('rule-add')).verdict).toBe('wrong');
    const loss = programs[4]![2]!.replace('Math.max(...row)', '0');
    expect(judged(loss, exerciseOf('rule-cross-entropy')).verdict).toBe('wrong');
  });

  test('a rule that changes what it is given ends at that line', () => {
    const source = `function forward(a, b) {
  a.forEach((row) => row.forEach((_, k) => {
    row[k] += b[k];
  }));
  return a;
}
${programs[0]![2]!.slice(programs[0]![2]!.indexOf('function backward'))}`;
    const verdict = checkRun(exerciseOf('rule-add'), '', source, { seed: 1 });
    expect(verdict).toMatchObject({ verdict: 'unreadable', message: expect.stringContaining('new arrays') });
    const { span } = verdict as { span: readonly [number, number] };
    expect(source.slice(...span)).toContain('row[k] += b[k]');
  });

  test('forward is called before backward, on the same operands', () => {
    const outcome = runCode('const forward = (a, b) => 1; const backward = () => 2;', [
      { fn: 'forward', args: [[[1]], [2]] },
      { fn: 'backward', args: [[[1]], [[1]], [2]] },
    ]);
    expect(outcome).toEqual({ outputs: [1, 2] });
  });
});
