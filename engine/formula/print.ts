// One walk over the tree for every way of printing: where brackets are needed is decided here, how things look by a style.

import type { BinaryOp, BoundIndex, Expr } from './ast.ts';

/** How one way of printing writes each construct; parts arrive as finished text. */
export interface Style {
  number(node: Extract<Expr, { type: 'number' }>): string;
  euler: string;
  name(name: string, indices: readonly string[], layer: string | null): string;
  call(fn: string, primes: number, args: readonly string[], index: string | null): string;
  infix(op: Exclude<BinaryOp, '/' | '^'>, left: string, right: string): string;
  /** null: the style has no upright fraction, so the stroke needs brackets. */
  fraction: ((above: string, below: string) => string) | null;
  stroke(left: string, right: string): string;
  power(base: string, exponent: string): string;
  negative(arg: string): string;
  sum(
    bound: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[],
    body: string,
  ): string;
  bracket(left: string, op: string, right: string): string;
  transpose(arg: string): string;
  matrix(rows: readonly (readonly string[])[], flat: boolean): string;
  derivative(of: string, by: string): string;
  group(inner: string): string;
}

/** How tightly each construct binds; a part that binds looser than its place gets brackets. */
const LEVEL = { add: 1, hadamard: 2, product: 3, power: 4, atom: 5 };

function level(node: Expr, style: Style): number {
  switch (node.type) {
    case 'binary':
      if (node.op === '+' || node.op === '-') return LEVEL.add;
      if (node.op === '.*') return LEVEL.hadamard;
      if (node.op === '^') return LEVEL.power;
      return node.op === '/' && style.fraction ? LEVEL.atom : LEVEL.product;
    case 'negative':
      return LEVEL.add;
    case 'number':
      return node.value.num < 0n ? LEVEL.add : LEVEL.atom;
    case 'sum':
      return LEVEL.product;
    case 'transpose':
      return LEVEL.power;
    default:
      return LEVEL.atom;
  }
}

/** A sum takes all factors to its right, so nothing may follow one without brackets. */
function endsOpen(node: Expr, style: Style): boolean {
  if (node.type === 'sum') return true;
  if (node.type === 'negative') return endsOpen(node.arg, style);
  if (node.type !== 'binary' || node.op === '^' || (node.op === '/' && style.fraction)) return false;
  return level(node.right, style) >= LEVEL.hadamard && endsOpen(node.right, style);
}

export function print(node: Expr, style: Style): string {
  const text = (child: Expr) => print(child, style);
  const at = (child: Expr, least: number, closed = false) =>
    level(child, style) < least || (closed && endsOpen(child, style))
      ? style.group(text(child))
      : text(child);
  switch (node.type) {
    case 'number':
      return style.number(node);
    case 'euler':
      return style.euler;
    case 'name':
      return style.name(node.name, node.indices.map(text), node.layer ? text(node.layer) : null);
    case 'call':
      return style.call(node.fn, node.primes, node.args.map(text), node.index ? text(node.index) : null);
    case 'negative':
      return style.negative(at(node.arg, LEVEL.hadamard));
    case 'binary':
      return binary(node, style, text, at);
    case 'sum': {
      const part = (b: BoundIndex) => ({
        name: b.name,
        from: b.from ? text(b.from) : null,
        to: b.to ? text(b.to) : null,
      });
      const signed = node.body.type === 'negative';
      return style.sum(node.bound.map(part), signed ? text(node.body) : at(node.body, LEVEL.hadamard));
    }
    case 'bracket':
      return style.bracket(text(node.left), node.op, text(node.right));
    case 'transpose':
      return style.transpose(
        node.arg.type === 'name' && !node.arg.layer ? text(node.arg) : at(node.arg, LEVEL.atom + 1),
      );
    case 'matrix':
      return style.matrix(
        node.rows.map((row) => row.map(text)),
        node.flat,
      );
    case 'derivative':
      return style.derivative(text(node.of), text(node.by));
  }
}

function binary(
  node: Extract<Expr, { type: 'binary' }>,
  style: Style,
  text: (child: Expr) => string,
  at: (child: Expr, least: number, closed?: boolean) => string,
): string {
  switch (node.op) {
    case '+':
    case '-':
      return style.infix(
        node.op,
        node.left.type === 'negative' ? text(node.left) : at(node.left, LEVEL.add),
        at(node.right, LEVEL.hadamard),
      );
    case '.*':
      return style.infix('.*', at(node.left, LEVEL.hadamard, true), at(node.right, LEVEL.product));
    case '*':
      return style.infix(
        '*',
        at(node.left, LEVEL.product, true),
        at(node.right, node.right.type === 'sum' ? LEVEL.product : LEVEL.power),
      );
    case '/':
      if (style.fraction) return style.fraction(text(node.left), text(node.right));
      return style.stroke(at(node.left, LEVEL.product, true), at(node.right, LEVEL.power));
    case '^': {
      const layered = node.left.type === 'name' && node.left.layer !== undefined;
      const fraction = node.left.type === 'binary' && node.left.op === '/';
      const whole = node.left.type === 'number' && node.left.value.num >= 0n && node.left.value.den === 1n;
      const base =
        layered || fraction || node.left.type === 'euler' || (node.left.type === 'number' && !whole)
          ? style.group(text(node.left))
          : at(node.left, LEVEL.atom);
      return style.power(base, text(node.right));
    }
  }
}
