// Right answers rewritten at random stay right; right answers with one value-changing mistake are wrong. Rules 18 to 22 of SPEC.md.
import { describe, expect, test } from 'vitest';
import { check, type FormulaPart } from '../../../engine/exercise/index.ts';
import { makeSubject, modelOf, type Subject } from '../../../engine/exercise/subject.ts';
import {
  type Expr,
  make,
  mapChildren,
  ONE,
  parse,
  printTex,
  printText,
  rational,
  some,
} from '../../../engine/formula/index.ts';
import { EXERCISES } from '../../fixtures/exercises/index.ts';
import { pick, random } from '../../fixtures/responses/fuzz.ts';

const SEED = Number(process.env.SEED ?? 4711);
const ROUNDS = 12;

interface Case {
  readonly id: string;
  readonly part: FormulaPart;
  readonly subject: Subject;
}

const cases: Case[] = [...EXERCISES.values()].flatMap((exercise) =>
  exercise.parts.flatMap((part) =>
    // What is printed has `*` for the product of matrices.
    part.kind === 'formula' && part.answer !== undefined && !part.form && !part.star
      ? [{ id: exercise.id, part, subject: makeSubject(modelOf(exercise.model), part, 1) }]
      : [],
  ),
);

const one = make.number(ONE);
const whole = ({ subject }: Case) => subject.ground.notation === 'matrix';
const isValue = (node: Expr) => node.type !== 'name' || node.indices.length > 0;

/** Rewritings of one node that keep its value. */
function rewritten(node: Expr, next: () => number, matrix: boolean): Expr {
  const ways: (() => Expr)[] = [
    () => make.negative(make.negative(node)),
    () => make.binary('*', one, node),
    () => make.binary('/', node, one),
    () => make.binary('-', make.binary('+', node, node), node),
    () => make.binary('*', make.number(rational(1n, 2n)), make.binary('*', make.number(rational(2n)), node)),
  ];
  if (node.type === 'binary' && (node.op === '+' || node.op === '.*' || (node.op === '*' && !matrix)))
    ways.push(() => ({ ...node, left: node.right, right: node.left }));
  if (node.type === 'binary' && node.op === '-')
    ways.push(() => make.binary('+', make.negative(node.right), node.left));
  if (
    node.type === 'binary' &&
    node.op === '*' &&
    node.right.type === 'binary' &&
    /^[+-]$/.test(node.right.op)
  ) {
    const { op, left, right } = node.right;
    ways.push(() => make.binary(op, make.binary('*', node.left, left), make.binary('*', node.left, right)));
  }
  if (node.type === 'sum') {
    const fresh = pick(next, [...'pqrv']);
    const used = some(node, (inside) => inside.type === 'name' && inside.name === fresh);
    const [first] = node.bound;
    if (!used && first) ways.push(() => renamed(node, first.name, fresh));
  }
  if (node.type === 'transpose' && node.arg.type === 'name')
    ways.push(() => ({ ...node, arg: { ...node, arg: { ...node, arg: node.arg } } }));
  return pick(next, ways)();
}

function renamed(node: Extract<Expr, { type: 'sum' }>, from: string, to: string): Expr {
  const walk = (inside: Expr): Expr =>
    inside.type === 'name' && inside.name === from ? { ...inside, name: to } : mapChildren(inside, walk);
  const bound = node.bound.map((b) => (b.name === from ? { ...b, name: to } : b));
  return { ...node, bound, body: walk(node.body) };
}

/** Changes a few nodes that are values; indices, layers and exponents are left alone. */
function somewhere(tree: Expr, next: () => number, matrix: boolean, share: number): Expr {
  const inner =
    tree.type === 'name' || tree.type === 'bracket' || (tree.type === 'binary' && tree.op === '^')
      ? tree
      : mapChildren(tree, (child) =>
          tree.type === 'call' && child === tree.index ? child : somewhere(child, next, matrix, share),
        );
  return isValue(tree) && next() < share ? rewritten(inner, next, matrix) : inner;
}

describe.each(cases.map((item) => [`${item.id} ${item.part.name}`, item] as const))('%s', (_, item) => {
  const exercise = EXERCISES.get(item.id) as NonNullable<ReturnType<typeof EXERCISES.get>>;

  test(`stays right when it is rewritten (seed ${SEED})`, () => {
    const next = random(SEED);
    for (let round = 0; round < ROUNDS; round += 1) {
      const tree = somewhere(item.subject.answer, next, whole(item), 0.25);
      for (const typed of [printText(tree), printTex(tree)]) {
        const { verdict, message } = check(exercise, item.part.name, typed);
        expect(`${verdict} ${verdict === 'correct' ? '' : `${typed}: ${message}`}`, `seed ${SEED}`).toBe(
          'correct ',
        );
      }
    }
  });

  test('is wrong with any number but 1 before it, and with itself or 1 added', () => {
    const { answer } = item.subject;
    const mutants = [
      make.negative(answer),
      make.binary('*', make.number(rational(7n, 6n)), answer),
      make.binary('+', answer, answer),
      ...(whole(item) ? [] : [make.binary('+', answer, one), make.binary('*', answer, answer)]),
    ];
    for (const tree of mutants) {
      const typed = printText(tree);
      expect(check(exercise, item.part.name, typed).verdict, typed).toBe('wrong');
    }
  });

  test('is read back from its own text and TeX', () => {
    const { answer, author } = item.subject;
    const text = printText(answer);
    expect(printText(parse(text, author))).toBe(text);
    expect(check(exercise, item.part.name, printTex(parse(printTex(answer), author))).verdict).toBe(
      'correct',
    );
  });
});
