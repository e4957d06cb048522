// Chapters that read well and are wrong: what the engine's proof says, and where.
import { describe, expect, test } from 'vitest';
import { prove } from '../../src/check/prove.ts';
import { chapter, readThrowaway, told } from './throwaway.ts';

/** Lines 6 to 9, and a blank one: the exercise below stands in line 11. */
const square = '```model m\nx : number\nf = x^2\n```\n\n';
/** The variants with the seeds 1 and 2 have p = 4 and p = 2. */
const drawn = '```model m\np : number, random 2..4\nf = p^2\n```\n\n';

function exercise(attributes: string, inside: readonly string[] = []): string {
  const lines = ['  How much?', ...inside.map((line) => `  ${line}`)];
  return `<Exercise id="a" title="T" model="m" ${attributes}>\n${lines.join('\n')}\n</Exercise>`;
}

const slip = (...lines: string[]): string[] => ['', '```slip', ...lines, '```'];

/** The body of a chapter (its first line is line 6), and what has to be said: `line:column message | hint`. */
const faults: readonly [name: string, body: string, expected: string | RegExp][] = [
  [
    'a wrong answer',
    square + exercise('find="d f / d x" answer="3x"'),
    /^11:63 The answer is not d f \/ d x: at a point \(seed 1\) it gives [\d.]+, the engine finds [\d.]+\. \| Work the derivative out again/,
  ],
  [
    'a wrong answer of one part',
    `${square}<Exercise id="a" title="T" model="m">\n  <Part name="p" find="f" answer="x^2">One?</Part>\n  <Part name="q" find="d f / d x" answer="x">Two?</Part>\n</Exercise>`,
    /^13:43 The answer is not d f \/ d x/,
  ],
  [
    'an answer that is right for some seeds only',
    drawn + exercise('find="f" answer="p + 12"'),
    /^11:55 The answer is not f: at a point \(seed 2\) it gives 14, the engine finds 4\./,
  ],
  [
    'an answer that cannot be read',
    square + exercise('find="d f / d x" answer="2x)"'),
    /^11:63 This “\)” closes a bracket that was never opened\./,
  ],
  [
    'no answer where free numbers are left',
    square + exercise('find="d f / d x"'),
    /^11:44 Its value depends on free numbers, so a closed form is needed\. \| Add `answer=/,
  ],
  [
    'a mistake that is right',
    square + exercise('find="d f / d x" answer="2x"', ['<Mistake is="x + x">No.</Mistake>']),
    '13:16 This mistake is the right answer (seed 1): x + x. | Write what a reader would get wrong.',
  ],
  [
    'a mistake that is right for some seeds only',
    drawn + exercise('find="f"', ['<Mistake is="2 p">No.</Mistake>']),
    '13:16 This mistake is the right answer (seed 2): 2 p. | Write what a reader would get wrong.',
  ],
  [
    'a tensor of numbers as a mistake that is right',
    '```model m\nx = 3\nf = 2 x\n```\n\n' +
      exercise('kind="tensor" find="f"', ['<Mistake is="x + x">No.</Mistake>']),
    /^13:16 This mistake is the right answer \(seed 1\)\./,
  ],
  [
    'two mistakes that are the same',
    square +
      exercise('find="d f / d x" answer="2x"', [
        '<Mistake is="3x">No.</Mistake>',
        '<Mistake is="x + x + x">No.</Mistake>',
      ]),
    '14:16 This mistake is the same formula as mistake-1 (seed 1). | Keep one of the two.',
  ],
  [
    'two mistakes that are the same for some seeds only',
    drawn + exercise('find="f"', ['<Mistake is="3 p">No.</Mistake>', '<Mistake is="p + 4">No.</Mistake>']),
    '14:16 This mistake is the same formula as mistake-1 (seed 2). | Keep one of the two.',
  ],
  [
    'an undeclared name in what is asked for',
    square + exercise('find="d g / d x" answer="2x"'),
    /^11:44 There is no g in this exercise\. You may use x, f\./,
  ],
  [
    'an undeclared name in the answer',
    square + exercise('find="d f / d x" answer="2y"'),
    /^11:63 There is no y in this exercise\./,
  ],
  [
    'an undeclared name in what may be used',
    square + exercise('find="d f / d x" answer="2x" using="x, g"'),
    '11:74 The model has no `g`. | It has `x`, `f`.',
  ],
  [
    'an undeclared name in a mistake',
    square + exercise('find="d f / d x" answer="2x"', ['<Mistake is="2 q">No.</Mistake>']),
    /^13:16 There is no q in this exercise\./,
  ],
  [
    'an answer that the conditions on the form refuse',
    square + exercise('find="d f / d x" answer="2x" size="1"'),
    /^11:63 The judge does not accept the answer “2x”: form: .* \| Look at `using`/,
  ],
  [
    'an answer with a name that readers may not use',
    `${square.replace('f = x^2', 'y = x^2\nf = y^2')}${exercise('find="d f / d x" answer="4 x^3" using="y"')}`,
    /^12:63 The judge does not accept the answer “4 x\^3”: unreadable: x is not to be used here\./,
  ],
  [
    'an example that does not solve the exercise',
    '```model m\nw : number\ny = w x\nx = 1\n```\n\n' +
      exercise('kind="network" weights="w" require="y > 1" example="1/2"'),
    /^12:90 The judge does not accept the answer “1\/2”: wrong: /,
  ],
  [
    'a slip without a wrong line',
    square + exercise('kind="slip" find="d f / d x"', slip('d f / d x = x + x', '          = 2 x')),
    '14:3 Every line holds: there is no slip to find. | One line has to be wrong.',
  ],
  [
    'a mistake beside a slip that mends it',
    square +
      exercise('kind="slip" find="d f / d x"', [
        '<Mistake is="x + x">No.</Mistake>',
        ...slip('d f / d x = x + x', '          = 3 x'),
      ]),
    /^13:16 This mistake is the right answer \(seed 1\): x \+ x\./,
  ],
  [
    'a mistake that stands in the line of the slip',
    square +
      exercise('kind="slip" find="d f / d x"', [
        '<Mistake is="x + x + x">No.</Mistake>',
        ...slip('d f / d x = x + x', '          = 3 x'),
      ]),
    /^13:16 This mistake stands in the line already \(seed 1\): x \+ x \+ x\./,
  ],
  [
    'a wrong step of a derivation',
    `${square}\`\`\`derivation m\nd f / d x = x + x\n          = 3 x   by adding\n\`\`\``,
    /^13:13 Step 2 of the derivation: This is not equal to d f \/ d x: at a point it is [\d.]+, and that is [\d.]+\./,
  ],
  [
    'an undeclared name in a derivation',
    `${square}\`\`\`derivation m\nd f / d x = 2 q\n\`\`\``,
    /^12:13 Step 1 of the derivation: There is no q in this exercise\./,
  ],
  [
    'a step of a derivation that holds for some seeds only',
    `${drawn}\`\`\`derivation m\np = 4\n\`\`\``,
    /^12:5 Step 1 of the derivation: This is not equal to p: at a point it is 4, and that is 2\./,
  ],
  [
    'a slip that is none for some seeds',
    drawn + exercise('kind="slip" find="p"', slip('p = 2')),
    /^14:3 Line 1 is the first that does not hold, but not with the numbers of seed \d+\./,
  ],
  [
    'a name that is defined twice',
    '```model m\nx : number\nf = x^2\nf = x^3\n```',
    '9:1 f is defined twice. | In the model `m`.',
  ],
  [
    'a graph that cannot be built of what is allowed',
    exercise('kind="graph" task="build" computes="x y + x" inputs="x, y" ops="+"').replace(' model="m"', ''),
    /^6:\d+ The graph of this formula is not accepted: A node is one of \+ here, not \*\. \| Look at `ops`/,
  ],
  [
    'a graph of a name that is no input',
    exercise('kind="graph" task="build" computes="x y + z" inputs="x, y"').replace(' model="m"', ''),
    /^6:\d+ There is no z in this exercise\./,
  ],
  [
    'a number that the model does not define',
    `${square}It is {value("g", "m")}.`,
    /^11:7 There is no g in this exercise\./,
  ],
  [
    'a number that depends on free numbers',
    `${square}It is {value("f", "m")}.`,
    /^11:7 f depends on numbers that the model leaves free\. \| Give them values, or draw them/,
  ],
  [
    'a number in the text that diverges',
    '```model m\nx = 0\nf = 1 / x\n```\n\nIt is {value("f", "m")}.',
    /^11:7 This divides by zero\. \| Look at the model/,
  ],
  [
    'a number in the text that diverges for some seeds only',
    `${drawn.replace('p^2', '1 / (p - 2)')}It is {value("f", "m")}.`,
    /^11:7 This divides by zero\./,
  ],
  [
    'an entry that is declared as a name',
    '```model m\nx_1 : number\n```',
    /^7:1 “x_1” is an entry, not a name: write x1/,
  ],
  [
    'numbers drawn from none',
    '```model m\np : number, random 7..3\n```',
    /^7:1 “random 7\.\.3” goes from a larger number to a smaller one\./,
  ],
  [
    'an exercise that names no model',
    '<Exercise id="a" title="T" find="f">How much?</Exercise>',
    /^6:34 “f” is not a number.* \| The exercise speaks of no model/,
  ],
  [
    'an answer that diverges',
    `\`\`\`model m\nx = 0\nf = ln(x)\n\`\`\`\n\n${exercise('find="f"')}`,
    /^11:44 This has no value \(seed 1\)\./,
  ],
  [
    'an answer that diverges for some seeds only',
    drawn.replace('p^2', '1 / (p - 2)') + exercise('find="f"'),
    /^11:44 This has no value \(seed 2\)\./,
  ],
  [
    'a circular model',
    `\`\`\`model m\nx : number\nf = g x\ng = h + 1\nh = f\n\`\`\`\n\n${exercise('find="f" answer="x"')}`,
    '8:1 In this model f is defined by itself, by way of g, h. | In the model `m`.',
  ],
  [
    'a model that cannot be read',
    '```model m\nx : nmber\n```',
    /^7:1 “nmber” is not an axis: .* \| In the model `m`\./,
  ],
];

const proven = (body: string): ReturnType<typeof prove> => {
  const book = readThrowaway({ 'one/index.mdx': chapter(body) });
  expect(book.problems).toEqual([]);
  return prove(book);
};

describe('the proof refuses', () => {
  test.each(faults)('%s', (_, body, expected) => {
    const found = proven(body).faults;
    const texts = found.map(told);
    expect(texts.length, texts.join('\n')).toBe(1);
    expect(found[0]?.severity).toBe('error');
    if (typeof expected === 'string') expect(texts[0]).toBe(expected);
    else expect(texts[0]).toMatch(expected);
  });
});

describe('the proof', () => {
  test('says what holds, seed by seed', () => {
    const body = drawn + exercise('find="f"', ['<Mistake is="2 p + 7">No.</Mistake>']);
    const { faults: none, lines } = proven(body);
    expect(none).toEqual([]);
    expect(lines).toEqual([
      'content/one/index.mdx:11 a  50 seeds, engine = answer; 1 mistake caught 50/50, no collision',
    ]);
  });

  test('takes a recurrence over layers for no circle', () => {
    const net =
      '```model net\naxis n^l\nlayers 0..3 last L\nW_ji^l : n^l x n^{l-1}\nx_j : n^0\na_j^0 = x_j\na_j^l = sum_i W_ji^l a_i^{l-1}\n```';
    expect(proven(net).faults).toEqual([]);
  });

  test('warns of an exercise that nothing shows to be solvable', () => {
    const body =
      '<Exercise id="a" title="T" kind="certificate" inequalities="a > 0" unknowns="a">How?</Exercise>';
    const { faults: found } = proven(body);
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'Nothing shows that this can be solved.'],
    ]);
  });
});
