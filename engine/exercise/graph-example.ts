// One graph that computes a function, made from its formula as it stands: the proof that the exercise can be solved.

import { type Expr, NUMBERS, parse } from '../formula/index.ts';
import { numberScope } from './graph.ts';
import type { GraphPart } from './types.ts';

/** A power or a multiple beyond this is no function to build by hand. */
const MOST_TIMES = 12;

/** The lines of a response; null where the formula has more than sums, products, whole powers and multiples. */
export function exampleGraph(part: GraphPart): string | null {
  const tree = parse(part.computes, { ...NUMBERS, names: numberScope(part.inputs) });
  const lines: string[] = [];
  const node = (left: string, op: string, right: string): string => {
    const name = `node${lines.length + 1}`;
    lines.push(`${name} = ${left} ${op} ${right}`);
    return name;
  };
  const repeated = (operand: string, op: string, times: number): string | null => {
    if (!Number.isInteger(times) || times < 1 || times > MOST_TIMES) return null;
    let value = operand;
    for (let i = 1; i < times; i += 1) value = node(value, op, operand);
    return value;
  };
  const build = (expr: Expr): string | null => {
    if (expr.type === 'name') return expr.name;
    if (expr.type !== 'binary') return null;
    const { op, left, right } = expr;
    const times = [left, right].map(wholeOf);
    if (op === '^' || (op === '*' && times.some((n) => n !== null))) {
      const count = op === '^' ? times[1] : (times[0] ?? times[1]);
      const operand = build(op === '^' || times[0] === null ? left : right);
      return operand && repeated(operand, op === '^' ? '*' : '+', count ?? 0);
    }
    const [a, b] = [build(left), build(right)];
    return a && b && node(a, op, b);
  };
  return build(tree) && lines.length > 0 ? lines.join('\n') : null;
}

const wholeOf = (expr: Expr): number | null =>
  expr.type === 'number' && expr.value.den === 1n ? Number(expr.value.num) : null;
