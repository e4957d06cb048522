// Chapters with one fault each: what the author is told, and where.
import { describe, expect, test } from 'vitest';
import { prove } from '../../src/check/prove.ts';
import { bookYaml, chapter, faultsOf, readThrowaway, told } from './throwaway.ts';

const ok = '<Exercise id="ok" title="T" find="1" answer="1">One?</Exercise>';

/** The body of a chapter (its first line is line 6), and what has to be said: `line:column message | hint`. */
const inChapter: readonly [name: string, body: string, expected: string | RegExp][] = [
  [
    'an unknown attribute',
    '<Exercise id="a" title="T" find="1" anser="1">One?</Exercise>',
    '6:37 `<Exercise>` has no attribute `anser`. | Did you mean `answer`?',
  ],
  [
    'an unknown kind',
    '<Exercise id="a" title="T" kind="formla" find="1">One?</Exercise>',
    '6:34 There is no kind `formla`. | Did you mean `formula`?',
  ],
  [
    'a missing id',
    '<Exercise title="T" find="1">One?</Exercise>',
    /^6:1 The exercise has no id\. \| Add `id=/,
  ],
  [
    'an id in capitals',
    '<Exercise id="My Id" title="T" find="1">One?</Exercise>',
    /^6:15 `My Id` cannot be an id\./,
  ],
  ['a missing title', '<Exercise id="a" find="1">One?</Exercise>', /^6:1 The exercise `a` has no title\./],
  [
    'braces in an attribute',
    '<Exercise id="a" title="T" find={1}>One?</Exercise>',
    '6:28 `find` is given in braces; attributes here are text. | Write `find="..."`; braces inside the quotes are fine.',
  ],
  [
    'attributes spread',
    '<Exercise {...all} id="a" title="T" find="1">One?</Exercise>',
    /^6:1 `<Exercise>` takes no `\{\.\.\.\}`/,
  ],
  ['an empty attribute', '<Exercise id="a" title="T" find="">One?</Exercise>', /^6:28 `find` is empty\./],
  [
    'an attribute given twice',
    '<Exercise id="a" title="T" find="1" find="2">One?</Exercise>',
    '6:37 `find` stands here twice. | Keep one of the two.',
  ],
  [
    'a missing attribute',
    '<Exercise id="a" title="T">One?</Exercise>',
    /^6:1 The kind `formula` needs `find`\./,
  ],
  [
    'an attribute of another kind',
    '<Exercise id="a" title="T" kind="tensor" find="1" answer="1">One?</Exercise>',
    /^6:51 `answer` says nothing about the kind `tensor`\./,
  ],
  [
    'an attribute for parts that none of them takes',
    '<Exercise id="a" title="T" ops="+">\nOne?\n<Part name="b" find="1">Two?</Part>\n</Exercise>',
    /^6:28 `ops` says nothing about any of the parts\./,
  ],
  [
    'an impossible value',
    '<Exercise id="a" title="T" find="1" notation="matrices">One?</Exercise>',
    '6:47 `notation` cannot be `matrices`. | It is `entries` or `matrix`.',
  ],
  [
    'exps without how to count',
    '<Exercise id="a" title="T" find="1" exps="one">One?</Exercise>',
    /^6:43 `exps` cannot/,
  ],
  [
    'an empty prompt',
    '<Exercise id="a" title="T" find="1">\n</Exercise>',
    /^6:1 The exercise `a` asks nothing\./,
  ],
  [
    'an empty hint',
    '<Exercise id="a" title="T" find="1">\n  One?\n  <Hint></Hint>\n</Exercise>',
    /^8:3 The hint is empty\./,
  ],
  [
    'an empty solution',
    '<Exercise id="a" title="T" find="1">\n  One?\n  <Solution> </Solution>\n</Exercise>',
    /^8:3 The solution is empty\./,
  ],
  [
    'an empty message',
    '<Exercise id="a" title="T" find="1">\n  One?\n  <Mistake is="2"></Mistake>\n</Exercise>',
    /^8:3 The mistake has no message\./,
  ],
  [
    'a mistake that does not say what it is',
    '<Exercise id="a" title="T" find="1">\n  One?\n  <Mistake>Too much.</Mistake>\n</Exercise>',
    /^8:3 The mistake does not say what it is\./,
  ],
  [
    'a part without a name',
    '<Exercise id="a" title="T">\n  <Part find="1">One?</Part>\n</Exercise>',
    /^7:3 The part has no name\./,
  ],
  [
    'two parts of one name',
    '<Exercise id="a" title="T">\n  <Part name="p" find="1">One?</Part>\n  <Part name="p" find="2">Two?</Part>\n</Exercise>',
    '8:15 `a` has two parts named `p`. | Give one of them another name.',
  ],
  [
    'an answer beside parts',
    '<Exercise id="a" title="T" answer="1">\n  <Part name="p" find="1">One?</Part>\n</Exercise>',
    /^6:28 `answer` belongs to a part/,
  ],
  [
    'a choice of one',
    '<Exercise id="a" title="T" kind="choice">\n  One?\n</Exercise>',
    /^6:1 A choice needs at least two/,
  ],
  [
    'a choice without a right option',
    '<Exercise id="a" title="T" kind="choice">\n  One?\n  <Option>1<Because>No</Because></Option>\n  <Option>2<Because>No</Because></Option>\n</Exercise>',
    /^6:1 No option is marked as right\./,
  ],
  [
    'an option without a reason',
    '<Exercise id="a" title="T" kind="choice">\n  One?\n  <Option right>1</Option>\n  <Option>2<Because>No</Because></Option>\n</Exercise>',
    /^8:3 The option does not say why/,
  ],
  [
    'an order of one step',
    '<Exercise id="a" title="T" kind="order">\n  One?\n  <Step>1</Step>\n</Exercise>',
    /^6:1 There is nothing to put in order\./,
  ],
  [
    'options in a formula',
    '<Exercise id="a" title="T" find="1">\n  One?\n  <Option>1<Because>No</Because></Option>\n</Exercise>',
    /^8:3 The kind `formula` has no options\./,
  ],
  [
    'mistakes of a graph',
    '<Exercise id="a" title="T" kind="graph" task="build" computes="x y" inputs="x, y">\n  Draw it.\n  <Mistake is="x">No.</Mistake>\n</Exercise>',
    /^8:16 The kind `graph` has no mistakes to name\./,
  ],
  [
    'a slip without its block',
    '<Exercise id="a" title="T" kind="slip" find="1">One?</Exercise>',
    /^6:1 The `slip` block is missing\./,
  ],
  [
    'a graph to fill that is not there',
    '<Exercise id="a" title="T" kind="graph" task="numbers" inputs="x" computes="x + x">One?</Exercise>',
    /^6:1 A graph to put numbers on is missing\./,
  ],
  [
    'weights that nothing judges',
    '<Exercise id="a" title="T" kind="network" weights="w">One?</Exercise>',
    /^6:1 Nothing says when the weights are right\./,
  ],
  [
    'an exercise in an exercise',
    `<Exercise id="a" title="T" find="1">\n  One?\n\n  ${ok}\n</Exercise>`,
    /^9:3 An exercise stands inside another one\./,
  ],
  ['a mistake outside', '<Mistake is="1">No.</Mistake>', /^6:1 `<Mistake>` stands outside of an exercise\./],
  ['an unknown element', '<Exercize id="a" />', '6:1 There is no `<Exercize>`. | Did you mean `Exercise`?'],
  ['a script', '<script>alert(1)</script>', /^6:1 A chapter has no `<script>`\./],
  ['an import', 'import x from "y"', /^6:1 A chapter has no import or export lines\./],
  [
    'a tag left open',
    '<Exercise id="a" title="T" find="1">\n\n  One?\n',
    /^6:1 `<Exercise>` is opened and not closed/,
  ],
  ['a tag closed that is not open', 'One?\n\n</Exercise>', /^8:2 A tag is closed here that is not open\./],
  ['a brace in the text', 'The set {1, 2 is finite.', /^6:9 Braces in text/],
  ['an expression in the text', 'It is {1 + 1}.', /^6:7 Braces in text hold a computed number or a comment/],
  ['a < in the text', 'If x <3, stop.', /^6:\d+ A `<` in the text starts a tag/],
  [
    'TeX that KaTeX cannot read',
    'Look: $a + \\frc{1}{2}$.',
    /^6:12 KaTeX cannot read this formula: Undefined control sequence: \\frc/,
  ],
  ['TeX in a display', '$$\na + b\n\\frac{1\n$$', /^8:\d+ KaTeX cannot read this formula/],
  [
    'TeX in a caption',
    '<Figure id="f" caption="So $x$ and $\\frac{1$."><PathCount /></Figure>',
    /^6:44 KaTeX cannot read/,
  ],
  [
    'TeX in a reason',
    '```model m\nx : number\n```\n\n```derivation m\nx + x = 2 x  by $\\sum_{$\n```',
    /^11:24 KaTeX cannot read this formula/,
  ],
  [
    'a computed number inside a formula',
    '```model m\nx : number\n```\n\nIt is $x = {value("x", "m")}$.',
    /^10:7 A computed number stands inside a formula\./,
  ],
  ['an equation with a bad id', '$$ energy\nE\n$$', /^6:1 `energy` cannot be the id of an equation\./],
  ['a first-level heading', '# Another title', /^6:1 A chapter has one heading of the first level/],
  [
    'a reference to nothing',
    `${ok}\n\nSee <Ref to="okay" />.`,
    '8:14 Nothing has the id `okay`. | Did you mean `ok`?',
  ],
  ['a reference without where to', 'See <Ref />.', /^6:5 The reference does not say where to\./],
  ['a figure without a caption', '<Figure id="f"><PathCount /></Figure>', /^6:1 The figure has no caption\./],
  ['a model without a name', '```model\nx real\n```', /^6:1 The model has no name\./],
  ['an empty model', '```model m\n```', /^6:1 The model `m` is empty\./],
  [
    'two models of one name',
    '```model m\nx real\n```\n\n```model m\ny real\n```',
    '10:1 There are two models named `m`. | The first stands at content/one/index.mdx:6; give one of them another name.',
  ],
  [
    'an unknown model',
    '```model mod\nx real\n```\n\n<Exercise id="a" title="T" model="mud" find="x">X?</Exercise>',
    '10:35 There is no model `mud`. | Did you mean `mod`?',
  ],
  ['a number of an unknown model', 'It is {value("f", "m")}.', /^6:7 There is no model `m`\./],
  ['a derivation of an unknown model', '```derivation m\na = b\n```', /^6:1 There is no model `m`\./],
  [
    'a block that is not closed',
    `\`\`\`model m\nx : number\n\n${ok}`,
    '6:1 This block is not closed. | Write three backquotes on a line of their own at its end.',
  ],
  ['a formula that is not closed', `$$\nx\n\n${ok}`, /^6:1 This block is not closed\. \| Write `\$\$`/],
  [
    'a dollar sign alone',
    'It is $x.\nNo more.',
    '6:7 A dollar sign stands alone. | Close the formula with another one, or write `\\$`.',
  ],
  [
    'a block by a name that is misspelt',
    '```modle m\nx : number\n```',
    /^6:1 A block of `modle` is not checked\. \| Did you mean `model`/,
  ],
  [
    'a word after a derivation',
    '```model m\nx : number\n```\n\n```derivation m matrx\nx = x\n```',
    /^10:1 A derivation cannot be `matrx`\./,
  ],
  [
    'a picture that is not there',
    'See ![a net](./net.svg).',
    '6:5 There is no picture ./net.svg. | It is looked for from the folder content/one.',
  ],
  [
    'a picture of another site',
    'See ![a net](https://example.org/net.svg).',
    /^6:5 A picture stands beside the chapter/,
  ],
  [
    'a graph that is none',
    '<GraphStepper graph="a = x * z" inputs="x = 2, y = 1" />',
    /^6:22 `a = x \* z` is not a graph on x, y\. \| Write one operation a node/,
  ],
  ['a graph without a point', '<GraphStepper graph="a = x * x" inputs="x" />', /^6:41 `x` is not a point\./],
  [
    'a picture of no graph',
    '<GraphPicture inputs="x" />',
    '6:1 `<GraphPicture>` needs `graph`. | Add `graph="..."`.',
  ],
  ['a link that runs a program', '[a](javascript:alert(1))', /^6:1 A link cannot lead to `javascript:/],
  [
    'an attribute that runs a program',
    '<p onclick="alert(1)">a</p>',
    /^6:4 A chapter runs nothing: `onclick`\./,
  ],
  ['a script in a picture', '<svg><script>alert(1)</script></svg>', /^6:6 A chapter has no `<script>`\./],
  [
    'an element in small letters',
    ok.replaceAll('Exercise', 'exercise'),
    /^6:1 A chapter has no `<exercise>`\. \| Did you mean `<Exercise>`/,
  ],
  ['a tag of HTML left open', 'a<br>b', '6:2 `<br>` is not closed. | Write `<br />`.'],
  ['a comment of HTML', '<!-- a -->', '6:2 A comment is written otherwise here. | Write `{/* ... */}`.'],
  ['an address between angles', 'See <https://example.org>.', /^6:\d+ A link is written otherwise here\./],
  ['a sentence that begins with import', 'import the numbers.', /^6:\d+ A line that begins with `import`/],
  [
    'a reason outside of an option',
    '<Exercise id="a" title="T" find="1" answer="1">\n  One?\n  <Because>So.</Because>\n</Exercise>',
    '8:3 `<Because>` cannot stand in `<Exercise>`. | It stands directly in `<Option>`.',
  ],
  [
    'a part in a part',
    '<Exercise id="a" title="T">\n  <Part name="p" find="1">\n    One?\n    <Part name="q" find="1">Two?</Part>\n  </Part>\n</Exercise>',
    /^9:5 `<Part>` cannot stand in `<Part>`\./,
  ],
  [
    'a value for what takes none',
    '<Exercise id="a" title="T" kind="choice">\n  One?\n  <Option right="false">1<Because>No</Because></Option>\n  <Option right>2<Because>Yes</Because></Option>\n</Exercise>',
    /^8:11 `right` takes no value\./,
  ],
  ['an id in letters that are not English', ok.replace('"ok"', '"größe"'), /^6:15 `größe` cannot be an id\./],
  [
    'an id under which progress cannot be kept',
    ok.replace('"ok"', '"constructor"'),
    /^6:15 `constructor` cannot be an id\.[\s\S]*words such as `constructor` are taken/,
  ],
  ['an id that is too long', ok.replace('"ok"', `"${'a'.repeat(65)}"`), /^6:15 `a{65}` cannot be an id\./],
  ['bytes that are no text', 'a\0b', /^6:2 This file is not text in UTF-8\./],
  [
    'an id used twice',
    `${ok}\n\n${ok}`,
    '8:1 The id `ok` is used twice. | It stands at content/one/index.mdx:6 already; ids are unique in the whole book.',
  ],
];

describe('a chapter with a fault', () => {
  test.each(inChapter)('%s', (_, body, expected) => {
    const faults = faultsOf(body).map(told);
    expect(faults.length, faults.join('\n')).toBe(1);
    if (typeof expected === 'string') expect(faults[0]).toBe(expected);
    else expect(faults[0]).toMatch(expected);
  });

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['line ends of old', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['tabs', (text: string) => text.replace('x : ', 'x\t:\t').replace('\n  One', '\n\tOne')],
  ])('%s do not matter', (_, change) => {
    const text = chapter(
      '```model m\nx : number\n```\n\n<Exercise id="a" title="T" model="m" find="x" answer="2x">\n  One?\n</Exercise>',
    );
    const book = readThrowaway({ 'one/index.mdx': change(text), 'book.yaml': change(bookYaml) });
    const told = [...book.problems, ...prove(book).faults].map(({ line, message }) => `${line} ${message}`);
    expect(told).toEqual([expect.stringMatching(/^10 The answer is not x/)]);
  });
});
