// Fields serialise to the text that the engine reads, and restore themselves from it.

import { describe, expect, it } from 'vitest';
import {
  flatCells,
  pastedCells,
  readCells,
  shapeOfText,
  withCell,
  writeCells,
} from '../../../components/exercise/cells.ts';
import {
  readEdges,
  readNumbers,
  writeEdges,
  writeNumbers,
} from '../../../components/exercise/graph/answers.ts';
import { line, readOrder, writeOrder } from '../../../components/exercise/order.ts';
import { placeOf } from '../../../components/exercise/placeOf.ts';
import { issueAddress, reportOf } from '../../../components/exercise/report.ts';
import { readSlip, writeSlip } from '../../../components/exercise/slip.ts';
import { readList, readWeights, writeList, writeWeights } from '../../../components/exercise/weights.ts';
import { freshName, readGraph, writeGraph } from '../../../components/figure/index.ts';
import { check, type Exercise, type Part } from '../../../engine/exercise/index.ts';

function exerciseOf(part: Part, model = ''): Exercise {
  return { id: 'test', title: 'Test', chapter: 'test', model, parts: [part], random: false };
}

const base = { name: '', mistakes: [] } as const;

describe('cells', () => {
  it('keeps decimal commas apart from the next cell', () => {
    const text = writeCells([
      ['0', '-1'],
      ['-1,5', '0'],
    ]);
    expect(text).toBe('[[0; -1]; [-1,5; 0]]');
    expect(readCells(text, [2, 2])).toEqual([
      ['0', '-1'],
      ['-1,5', '0'],
    ]);
    expect(shapeOfText(text)).toEqual([2, 2]);
  });

  it('restores half-filled arrays, and arrays of another shape as far as they go', () => {
    expect(readCells(writeCells(['1', '', '']), [3])).toEqual(['1', '', '']);
    expect(readCells('[1; 2; 3]', [2])).toEqual(['1', '2']);
    expect(readCells('(2, -1)', [2])).toEqual(['', '']);
  });

  it('lets no cell reach into another', () => {
    const cells = withCell(['', '', ''], [0], '1; 2] [(');
    expect(flatCells(readCells(writeCells(cells), [3]))).toEqual(['1, 2 (', '', '']);
  });

  it('is what the engine reads', () => {
    const part: Part = { ...base, kind: 'tensor', find: 'W', shape: 'shown' };
    const exercise = exerciseOf(part, 'W = [[0, -1], [-3/2, 0]]');
    const text = writeCells([
      ['0', '-1'],
      ['-1,5', '0'],
    ]);
    expect(check(exercise, '', text).verdict).toBe('correct');
    expect(
      check(
        exercise,
        '',
        writeCells([
          ['0', '1'],
          ['-1.5', '0'],
        ]),
      ),
    ).toMatchObject({
      verdict: 'wrong',
      entries: [true, false, true, true],
    });
  });
});

describe('cells from elsewhere', () => {
  it('takes what spreadsheets, numpy, LaTeX and people write', () => {
    const matrix = [
      ['1', '-2.5'],
      ['3', '4'],
    ];
    for (const text of [
      '1\t-2.5\n3\t4\n',
      '[[ 1 -2.5]\n [ 3  4 ]]',
      '[[1, -2.5], [3, 4]]',
      '1, -2.5\n3, 4',
      '1 -2.5; 3 4',
    ]) {
      expect(pastedCells(text, [2, 2]), text).toEqual(matrix);
    }
    expect(pastedCells('1,5\t2\n3\t4', [2, 2])).toEqual([
      ['1,5', '2'],
      ['3', '4'],
    ]);
    for (const text of ['1, 2, 3', '[1 2 3]', '1\n2\n3', '1; 2; 3']) {
      expect(pastedCells(text, [3]), text).toEqual(['1', '2', '3']);
    }
  });

  it('leaves alone what is one entry, or of another shape', () => {
    for (const text of ['7', '1/2', '-1,5', '1 2 3', '', '[[1, 2, 3], [4, 5, 6]]']) {
      expect(pastedCells(text, [2, 2]), text).toBeUndefined();
    }
    expect(pastedCells('1 2', [])).toBeUndefined();
    expect(pastedCells('7', [1])).toBeUndefined();
  });
});

describe('orders', () => {
  const steps = ['a', 'b', 'c'];

  it('goes to text and back, with everything left out too', () => {
    expect(readOrder('c, a', steps, true)).toEqual(['c', 'a', line, 'b']);
    expect(readOrder(writeOrder([]), steps, true)).toEqual([line, 'a', 'b', 'c']);
    expect(writeOrder([])).not.toBe('');
    expect(readOrder('c, a, c, q', steps, false)).toEqual(['c', 'a', 'b']);
  });

  it('gives the engine nothing to count as a try where nothing is chosen', () => {
    const part: Part = { ...base, kind: 'order', steps, right: ['b', 'a'] };
    expect(check(exerciseOf(part), '', writeOrder([])).verdict).toBe('unreadable');
    expect(check(exerciseOf(part), '', writeOrder(['b', 'a'])).verdict).toBe('correct');
  });
});

describe('the place a verdict points at', () => {
  const at = (kind: Part['kind'], response: string, span?: readonly [number, number]) =>
    placeOf({ response, verdict: { verdict: 'unreadable', message: '', ...(span && { span }) } }, kind);

  it('is told in what the reader typed', () => {
    expect(at('formula', '4x + 3q', [6, 7])).toEqual({ text: '4x + 3q', span: [6, 7] });
    expect(at('slip', "3: phi'(v) q", [8, 9])).toEqual({ text: "phi'(v) q", span: [5, 6] });
    expect(at('slip', '9: x', [0, 1])).toBeUndefined();
    expect(at('formula', '4x')).toBeUndefined();
  });

  it('is a line of a response in several, and nothing where all of it is meant', () => {
    expect(at('graph', 'a = x * x\nd a / d x = 2q', [23, 24])).toEqual({
      text: 'd a / d x = 2q',
      span: [13, 14],
    });
    expect(at('graph', 'a = x * x', [0, 9])).toBeUndefined();
  });
});

describe('slips', () => {
  it('goes to text and back, half-filled too', () => {
    for (const slip of [
      { line: 2, mended: '(e^z - e^-z)/2' },
      { line: 2, mended: '' },
      { line: undefined, mended: 'x' },
      { line: undefined, mended: '' },
    ]) {
      expect(readSlip(writeSlip(slip))).toEqual(slip);
    }
  });

  it('keeps the space that is being typed', () => {
    expect(readSlip(writeSlip({ line: 1, mended: 'x + ' })).mended).toBe('x + ');
  });

  it('takes a number typed before a line is chosen for a mended line, not for the line', () => {
    expect(readSlip('0')).toEqual({ line: undefined, mended: '0' });
    const part: Part = {
      ...base,
      kind: 'slip',
      find: 'q',
      notation: 'entries',
      lines: ['q = 2 x', '= 4'],
      using: ['x'],
    };
    const verdict = check(
      exerciseOf(part, 'x = 3\nq = 2 x'),
      '',
      writeSlip({ line: undefined, mended: '6' }),
    );
    expect(verdict).toMatchObject({
      verdict: 'unreadable',
      message: expect.stringContaining('Choose the line'),
    });
  });
});

describe('lists of numbers', () => {
  it('reads weights by name or in order', () => {
    const names = ['w11', 'w12'];
    expect(readWeights('w12 = 3, w11 = 1/2', names)).toEqual(['1/2', '3']);
    expect(readWeights('1, 2', names)).toEqual(['1', '2']);
    expect(writeWeights(['1,5', ''], names)).toBe('w11 = 1.5, w12 = ');
    expect(readWeights('w11 = 1.5, w12 = ', names)).toEqual(['1.5', '']);
    expect(writeWeights([' ', ''], names)).toBe('');
  });

  it('reads multipliers', () => {
    expect(writeList(['1', '1', '1', '1'])).toBe('(1, 1, 1, 1)');
    expect(readList('(1, , 2)', 4)).toEqual(['1', '', '2', '']);
    expect(readList('', 2)).toEqual(['', '']);
  });
});

describe('graphs', () => {
  const inputs = ['x', 'y'];
  const graph = 's = x + y\nc = s * s';

  it('reads what it writes, and nothing that is not a graph', () => {
    expect(writeGraph(readGraph(graph, inputs)!)).toBe(graph);
    for (const not of [
      'a = x',
      'a = q * x',
      'a = x * x\na = x + x',
      'x = y * y',
      '4x + 3y',
      'b = a + a\na = x + x',
    ]) {
      expect(readGraph(not, inputs), not).toBeUndefined();
    }
  });

  it('names new nodes with letters that mean nothing else', () => {
    const taken = new Set(inputs);
    const names = Array.from({ length: 40 }, () => {
      const name = freshName(taken);
      taken.add(name);
      return name;
    });
    expect(new Set(names).size).toBe(40);
    expect(names.slice(0, 4)).toEqual(['a', 'b', 'c', 'g']);
    for (const avoided of ['d', 'e', 'f', 'x', 'y']) expect(names).not.toContain(avoided);
  });

  it('labels edges, two lines for an operand used twice, as the engine reads them', () => {
    const nodes = readGraph(graph, inputs)!;
    const text = writeEdges(nodes, ['1', '1', 's', 's']);
    expect(text).toBe(`${graph}\nd s / d x = 1\nd s / d y = 1\nd c / d s = s\nd c / d s = s`);
    expect(readEdges(text, inputs)?.texts).toEqual(['1', '1', 's', 's']);
    expect(readEdges(writeEdges(nodes, ['1', '', '', 's']), inputs)?.texts).toEqual(['1', '', '', 's']);
    const part: Part = {
      ...base,
      kind: 'graph',
      task: 'edges',
      inputs,
      ops: ['+', '*'],
      computes: '(x+y)^2',
      graph,
    };
    expect(check(exerciseOf(part), '', text).verdict).toBe('correct');
    expect(check(exerciseOf(part), '', writeEdges(nodes, ['1', '2', 's', 'x']))).toMatchObject({
      verdict: 'wrong',
      entries: [true, false, true, false],
    });
  });

  it('fills nodes with numbers as the engine reads them', () => {
    const nodes = readGraph(graph, inputs)!;
    const model = 'x : number, random 2..2\ny : number, random 1..1';
    const part: Part = {
      ...base,
      kind: 'graph',
      task: 'numbers',
      inputs,
      ops: ['+', '*'],
      computes: '(x+y)^2',
      graph,
    };
    const texts = new Map([
      ['x', { value: '', gradient: '6' }],
      ['y', { value: '', gradient: '6' }],
      ['s', { value: '3', gradient: '6' }],
      ['c', { value: '9', gradient: '1' }],
    ]);
    const text = writeNumbers(nodes, texts);
    expect(readNumbers(text, nodes)).toEqual(texts);
    expect(check(exerciseOf(part, model), '', text).verdict).toBe('correct');
    const wrong = writeNumbers(nodes, new Map(texts).set('y', { value: '', gradient: '5' }));
    // Values of s and c, then gradients of x, y, s and c.
    expect(check(exerciseOf(part, model), '', wrong)).toMatchObject({
      entries: [true, true, true, false, true, true],
    });
    expect(writeNumbers(nodes, new Map())).toBe('');
  });
});

describe('reports', () => {
  it('fill in an issue, and stay short', () => {
    const part: Part = { ...base, kind: 'formula', find: 'f', notation: 'entries' };
    const response = `a & b\n${'('.repeat(20_000)}`;
    const verdict = { verdict: 'wrong', message: 'no', misconception: 'sign' } as const;
    const report = reportOf(exerciseOf(part), 'dx', 3, response, verdict);
    const address = issueAddress('https://example.org/o/r/', report);
    const url = new URL(address);
    expect(url.pathname).toBe('/o/r/issues/new');
    expect(url.searchParams.get('title')).toBe('Verdict on test [dx]');
    expect(url.searchParams.get('body')).toContain('    a & b\n');
    expect(url.searchParams.get('body')).toContain('wrong (sign)');
    expect(address.length).toBeLessThan(8000);
  });
});
