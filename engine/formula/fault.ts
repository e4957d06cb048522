// What can be wrong with a formula before it has a value: each fault has a place and a sentence.

import type { BinaryNode, Span } from './ast.ts';

/** The text cannot be read, or can be read in more than one way. */
export class ReadFault extends Error {
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.name = 'ReadFault';
    this.span = span;
  }
}

/** The text can be read, but its indices or shapes do not fit: a wrong formula with a known reason. */
export class FitFault extends Error {
  readonly span: Span;
  /** The name of the misconception. */
  readonly misconception: string;
  /** The product or sum whose two shapes do not fit. */
  readonly node: BinaryNode | undefined;
  constructor(misconception: string, message: string, span: Span, node?: BinaryNode) {
    super(message);
    this.name = 'FitFault';
    this.misconception = misconception;
    this.node = node;
    this.span = span;
  }
}
