// The reader of content: what comes out of a chapter that has no faults.
import { describe, expect, test } from 'vitest';
import { chapter, faultsOf, readThrowaway } from './throwaway.ts';

const model = '```model m\nx real\nf = x^2\n```\n';

/** The exercises of a chapter; fails on any fault. */
function exercisesOf(body: string) {
  const book = readThrowaway({ 'one/index.mdx': chapter(body) });
  expect(book.problems).toEqual([]);
  return book.chapters[0]?.exercises ?? [];
}

describe('an exercise', () => {
  test('is fifteen lines of one file, mistake included', () => {
    const text = chapter(
      `${model}
<Exercise id="square" title="A square" model="m" find="d f / d x" answer="2x">
  What is the derivative?
  <Mistake is="x">The 2 is lost.</Mistake>
</Exercise>`,
    );
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(15);
    const [found] = exercisesOf(text.slice(text.indexOf('```')));
    expect(found?.exercise).toEqual({
      id: 'square',
      title: 'A square',
      chapter: 'one',
      model: 'x real\nf = x^2',
      random: false,
      parts: [
        {
          name: '',
          kind: 'formula',
          find: 'd f / d x',
          answer: '2x',
          notation: 'entries',
          mistakes: [{ key: 'mistake-1', is: 'x' }],
        },
      ],
    });
    expect(found?.places.get('answer')).toEqual({ file: 'content/one/index.mdx', line: 11, column: 75 });
    expect(found?.places.get('mistake-1')).toEqual({ file: 'content/one/index.mdx', line: 13, column: 16 });
  });

  test('gives its parts what it says for all of them, and numbers mistakes through', () => {
    const [found] = exercisesOf(`${model}
<Exercise id="two" title="Two" model="m" using="x" functions="exp, tanh" exps="1 distinct" size="9">
  <Part name="value" find="f" answer="x^2">
    The value?
    <Mistake is="x">One factor only.</Mistake>
  </Part>
  <Part name="slope" find="d f / d x" answer="2x" using="f">
    The slope?
    <Mistake is="2">One factor too few.</Mistake>
  </Part>
</Exercise>`);
    const form = { functions: ['exp', 'tanh'], exponentials: { most: 1, count: 'distinct' }, size: 9 };
    expect(found?.exercise.parts).toMatchObject([
      { name: 'value', using: ['x'], form, mistakes: [{ key: 'mistake-1', is: 'x' }] },
      { name: 'slope', using: ['f'], form, mistakes: [{ key: 'mistake-2', is: '2' }] },
    ]);
    expect(found?.places.get('slope.mistake-2')?.line).toBe(18);
  });

  test('of each kind is read', () => {
    const exercises = exercisesOf(`${model}
<Exercise id="t" title="T" model="m" kind="tensor" find="d f / d x" shape="asked">Numbers?</Exercise>

<Exercise id="g" title="G" kind="graph" task="edges" inputs="x, y" computes="x y + x" graph="a = x * y; b = a + x">
  Edges?
</Exercise>

<Exercise id="c" title="C" kind="choice" pick="some">
  Which?
  <Option right>This.<Because>It is.</Because></Option>
  <Option>That.<Because>It is not.</Because></Option>
</Exercise>

<Exercise id="o" title="O" kind="order">
  In which order?
  <Step>First</Step>
  <Step>Second</Step>
  <Step extra>Never</Step>
</Exercise>

<Exercise id="s" title="S" model="m" kind="slip" find="d f / d x">
  Which line?
  \`\`\`slip
  2 x
  x + x
  x
  \`\`\`
</Exercise>

<Exercise id="n" title="N" model="m" kind="network" weights="w, v" require="f <= 1/2; f > 0">Weights?</Exercise>

<Exercise id="z" title="Z" kind="certificate" inequalities="a > 0; -a >= 0" unknowns="a">Multipliers?</Exercise>

<Exercise id="p" title="P" kind="code" task="conv2d-backward">
  Write it.
  \`\`\`js
  function backward() {}
  \`\`\`
</Exercise>`);
    expect(exercises.map(({ exercise }) => exercise.parts[0])).toMatchObject([
      { kind: 'tensor', find: 'd f / d x', shape: 'asked' },
      { kind: 'graph', task: 'edges', inputs: ['x', 'y'], ops: ['+', '*'], graph: 'a = x * y\nb = a + x' },
      {
        kind: 'choice',
        pick: 'some',
        options: [
          { key: 'a', right: true },
          { key: 'b', right: false },
        ],
      },
      { kind: 'order', steps: ['a', 'b', 'c'] },
      { kind: 'slip', lines: ['2 x', 'x + x', 'x'] },
      { kind: 'network', weights: ['w', 'v'], require: ['f <= 1/2', 'f > 0'] },
      { kind: 'certificate', inequalities: ['a > 0', '-a >= 0'], unknowns: ['a'] },
      { kind: 'code', task: 'conv2d-backward', start: 'function backward() {}\n' },
    ]);
  });

  test('shows its steps in an order that is the same in every build and is not the answer', () => {
    const body = `<Exercise id="o" title="O" kind="order">
  Order?
  <Step>1</Step>
  <Step>2</Step>
  <Step>3</Step>
</Exercise>`;
    const [once] = exercisesOf(body);
    const [again] = exercisesOf(body);
    const part = once?.exercise.parts[0];
    expect(again?.exercise.parts[0]).toEqual(part);
    if (part?.kind !== 'order') throw new Error('not an order');
    expect([...part.right].sort()).toEqual(part.steps);
    expect(part.right).not.toEqual(part.steps);
  });
});

describe('a book', () => {
  test('numbers exercises, figures and equations by chapter and finds each by id and by old name', () => {
    const book = readThrowaway({
      'book.yaml': 'title: T\ndescription: D\nauthors: [A]\nchapters:\n  - zero: off\n  - one\n  - two\n',
      'zero/index.mdx': chapter('<Exercise id="hidden" title="H" find="1">One?</Exercise>'),
      'one/index.mdx': chapter(
        'See <Ref to="late" />, <Ref to="hidden" />, <Ref to="eq" />, <Ref to="fig" />.',
      ),
      'two/index.mdx': chapter(`$$ #eq
x = 1
$$

<Figure id="fig" caption="A dot.">![a dot](dot.svg)</Figure>

<Exercise id="late" title="L" find="1" aliases="early, earlier">One?</Exercise>`),
      'two/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
    });
    expect(book.problems).toEqual([]);
    expect(book.chapters.map(({ id, number }) => [id, number])).toEqual([
      ['one', '1'],
      ['two', '2'],
    ]);
    const numbers = ['late', 'early', 'earlier', 'eq', 'fig'].map((id) => book.targets.get(id)?.number);
    expect(numbers).toEqual(['2.1', '2.1', '2.1', '2.1', '2.1']);
    expect(book.targets.get('hidden')).toMatchObject({ off: true, chapter: 'zero' });
  });

  test('may use the models of other chapters', () => {
    const book = readThrowaway({
      'book.yaml': 'title: T\ndescription: D\nauthors: [A]\nchapters: [one, two]\n',
      'one/index.mdx': chapter('<Exercise id="e" title="E" model="m" find="f" answer="x^2">What?</Exercise>'),
      'two/index.mdx': chapter(`${model}\nIt is {value("f", "m")}, or {value("2 f", "m", 3)}.`),
    });
    expect(book.problems).toEqual([]);
    expect(book.chapters[0]?.exercises[0]?.exercise.model).toBe('x real\nf = x^2');
    expect(book.chapters[1]?.values).toMatchObject([
      { expression: 'f', model: 'm', line: 11 },
      { expression: '2 f', model: 'm', line: 11 },
    ]);
  });

  test('of ten thousand lines is read within seconds', () => {
    const many = Array.from(
      { length: 1000 },
      (_, i) => `## Section ${i}

A line with $x_{${i}}$ in it.

<Exercise id="e-${i}" title="E" find="1" answer="1">
  One?
  <Hint>Yes.</Hint>
</Exercise>
`,
    );
    expect(exercisesOf(many.join('\n')).length).toBe(1000);
  });

  test('does not mind braces inside formulas, comments, and plain HTML', () => {
    expect(faultsOf('$\\frac{1}{x_{k}}$ {/* a comment */} <span class="forward">teal</span>')).toEqual([]);
  });
});
