// The state of one reading: tokens, position, depth; and the grammar's levels as the rest of the parser calls them.

import type { Expr, Span } from './ast.ts';
import { withoutArrayBrackets } from './entry-of.ts';
import { withProductEntries } from './entry-of-product.ts';
import { ReadFault } from './fault.ts';
import { lex, PROGRAM, type Token } from './lex.ts';
import { withPrimedIndices } from './primed.ts';
import type { Meaning, Scope } from './scope.ts';
import { FUNCTIONS } from './spelling.ts';
import { withTimes } from './times.ts';
import { withoutCapitals, withoutPoints } from './wolfram.ts';

/** Brackets and functions inside one another; deeper input is refused before the stack could overflow. */
export const DEEPEST = 50;

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}', '|': '|' };

/** The levels of the grammar, handed to the reader by parse.ts so that the files of the parser need no cycle. */
export interface Levels {
  expression(r: Reader): Expr;
  term(r: Reader): Expr;
  power(r: Reader): Expr;
  atom(r: Reader): Expr;
}

/** What only a program that works on whole arrays has: `np.`, `.sum`, `dot(g, x)`. */
const WHOLE = /^(?:@|np\.|\.(?:sum|mean|dot)|dot)$/;

const TAKES_BRACES = /^(?:[_^]|frac|hat|sqrt|begin|end)$/;

/** `\\sigma{(z)}`, as computer algebra prints it: braces round brackets behind a word say nothing. */
function withoutDoubled(tokens: Token[]): Token[] {
  const dropped = new Set<number>();
  tokens.forEach((token, i) => {
    const owner = tokens[i - 1];
    if (token.text !== '{' || tokens[i + 1]?.text !== '(' || owner?.kind !== 'word') return;
    if (TAKES_BRACES.test(owner.text)) return;
    let depth = 0;
    let end = i + 1;
    do {
      if (/^[([{]$/.test(tokens[end]?.text ?? '')) depth += 1;
      if (/^[)\]}]$/.test(tokens[end]?.text ?? '')) depth -= 1;
      end += 1;
    } while (depth > 0 && end < tokens.length);
    if (tokens[end]?.text === '}') dropped.add(i).add(end);
  });
  return dropped.size > 0 ? tokens.filter((_, i) => !dropped.has(i)) : tokens;
}

/** A group that holds one name only, `{f'}(z)` or `{W}^l`, is the name, except where braces belong to what stands before. */
function withoutBraces(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  // Of every open brace, what stands before it; of the last one that closed, too.
  const open: (Token | undefined)[] = [];
  let closed: Token | undefined;
  for (let i = 0; i < tokens.length; i += 1) {
    const [token, name] = [tokens[i], tokens[i + 1]] as [Token, Token | undefined];
    const before = kept.at(-1);
    if (token.text === '}') closed = open.pop();
    if (token.text === '{') {
      let close = i + 2;
      while (tokens[close]?.text === "'") close += 1;
      const single = name?.kind === 'word' && tokens[close]?.text === '}';
      const owner = before?.text === '}' ? (closed?.text === 'frac' ? closed : undefined) : before;
      const owned = owner && (TAKES_BRACES.test(owner.text) || FUNCTIONS[owner.text] !== undefined);
      if (single && !owned && /^[_^'(]$/.test(tokens[close + 1]?.text ?? '')) {
        kept.push({ ...name, tight: token.tight }, ...tokens.slice(i + 2, close));
        i = close;
        continue;
      }
      open.push(before);
    }
    kept.push(token);
  }
  return kept;
}

export class Reader {
  readonly scope: Scope;
  readonly source: string;
  private readonly tokens: Token[];
  private readonly levels: Levels;
  private at = 0;
  private depth = 0;
  /** Inside a list a comma separates; elsewhere it may be a decimal comma. */
  inList = false;
  /** Inside `[k = l]` and subscripts a single letter is an index. */
  inCondition = false;
  /** Inside the rows of cases a value ends before its condition. */
  inCases = false;
  /** Inside |...| a bar closes. */
  inBars = false;
  /** The array an array-valued function is applied to may lack its last index. */
  inVector = false;

  /** Written as in a program, with `@` or `np.`: then `*` between arrays is the product entry by entry. */
  readonly program: boolean;

  /** Whether `.*` stands anywhere: then `*` is not the product entry by entry. */
  readonly dotted: boolean;
  /** Whether a slice has been read, as in `x[:, k]`. */
  sliced = false;
  /** How many entries the letter of a slice runs over, where that was said. */
  readonly lengths = new Map<string, Expr>();
  private free: readonly [string, string] | undefined;
  /** Written as in a program that adds up whole arrays: there `s` is `s[:]`. */
  readonly whole: boolean;

  /** Whether there is a `?` anywhere, as in `x > 0 ? a : b`. */
  readonly asks: boolean;

  constructor(source: string, scope: Scope, levels: Levels) {
    this.source = source;
    this.scope = scope;
    this.levels = levels;
    const tokens = withoutPoints(lex(source), scope);
    const program = tokens.some(({ text }) => text === '@' || text === '.dot' || text === PROGRAM);
    this.dotted = tokens.some(({ text }) => text === '.*');
    this.asks = tokens.some(({ text }) => text === '?');
    this.program = program && scope.notation === 'matrix';
    this.whole = scope.notation === 'entries' && tokens.some(({ text }) => WHOLE.test(text));
    const plain = withoutCapitals(
      tokens.filter(({ text }) => text !== PROGRAM),
      scope,
    );
    const times = withTimes(withoutBraces(withoutDoubled(plain)), scope);
    this.tokens = withPrimedIndices(withoutArrayBrackets(withProductEntries(times, scope), scope));
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && token.kind !== 'end';
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at += 1;
    return true;
  }

  /** Two letters that are in no token and name nothing. */
  get ownLetters(): readonly [string, string] {
    if (this.free) return this.free;
    const used = (letter: string) =>
      this.scope.names.has(letter) || this.tokens.some(({ text }) => text.includes(letter));
    const [first = 'n', second = 'p'] = [...'npqrtuvwxyzabcdghijklm'].filter((letter) => !used(letter));
    this.free = [first, second];
    return this.free;
  }

  /** Whether a letter may be an index: where there are axes or sums. */
  get hasIndices(): boolean {
    const { names, hidden } = this.scope;
    const counted = (m: Meaning) =>
      m.role === 'index' ||
      m.role === 'size' ||
      (m.role === 'array' && m.forms.some(({ axes, layer }) => axes.length > 0 || layer));
    return (
      this.tokens.some(({ text }) => /^sum$/i.test(text)) ||
      [...names.values(), ...(hidden?.values() ?? [])].some(counted)
    );
  }

  /** Where the token before the present one ended. */
  get end(): number {
    return this.at === 0 ? 0 : (this.tokens[this.at - 1] as Token).span[1];
  }

  since(start: number): Span {
    return [start, Math.max(start, this.end)];
  }

  fail(message: string, span: Span = this.peek().span): never {
    throw new ReadFault(message, span);
  }

  /** Takes the first `length` characters of the present token and leaves the rest as the next token. */
  takeStart(length: number): Token {
    const token = this.peek();
    if (length >= token.text.length) return this.next();
    const middle = token.span[0] + length;
    this.tokens[this.at] = {
      ...token,
      text: token.text.slice(length),
      span: [middle, token.span[1]],
      tight: true,
    };
    return { ...token, text: token.text.slice(0, length), span: [token.span[0], middle] };
  }

  /** Parts the present word in two, so that the first `length` characters are the next token. */
  splitWord(length: number): void {
    this.tokens.splice(this.at, 0, this.takeStart(length));
  }

  /** Gives a token another spelling of its name. */
  rename(ahead: number, text: string): void {
    const at = Math.min(this.at + ahead, this.tokens.length - 1);
    this.tokens[at] = { ...(this.tokens[at] as Token), text };
  }

  /** Takes a bracket, what `inner` reads, and the closing bracket. */
  bracketed<T>(inner: () => T): T {
    const open = this.next();
    const close = CLOSING[open.text] as string;
    if (this.is(close) && open.text !== '|')
      this.fail('There is nothing between these brackets.', [open.span[0], this.peek().span[1]]);
    const value = this.nested(inner, open.span);
    if (!this.take(close)) {
      const found = this.peek();
      if (open.text === '(' && /^(?:[<>]=?|!?=)$/.test(found.text))
        this.fail('A condition stands in square brackets: [x > 0] is 1 where it holds and 0 elsewhere.', [
          open.span[0],
          found.span[1],
        ]);
      this.fail(
        found.kind === 'end'
          ? `This “${open.text}” is never closed: a “${close}” is missing.`
          : `A “${close}” was expected before “${found.text}”, to close the “${open.text}” opened earlier.`,
        found.kind === 'end' ? open.span : found.span,
      );
    }
    return value;
  }

  private nested<T>(inner: () => T, span: Span): T {
    this.depth += 1;
    if (this.depth > DEEPEST)
      this.fail(`More than ${DEEPEST} brackets inside one another are too many to read.`, span);
    try {
      return inner();
    } finally {
      this.depth -= 1;
    }
  }

  /** Runs `inner` with some of the reader's switches set. */
  with<T>(
    switches: Partial<Pick<Reader, 'inList' | 'inCondition' | 'inCases' | 'inBars' | 'inVector'>>,
    inner: () => T,
  ): T {
    const { inList, inCondition, inCases, inBars, inVector } = this;
    Object.assign(this, switches);
    try {
      return inner();
    } finally {
      Object.assign(this, { inList, inCondition, inCases, inBars, inVector });
    }
  }

  expression(): Expr {
    return this.levels.expression(this);
  }

  /** What a sum ranges over. */
  term(): Expr {
    return this.nested(() => this.levels.term(this), this.peek().span);
  }

  /** An atom with its exponent. */
  power(): Expr {
    return this.levels.power(this);
  }

  atom(): Expr {
    return this.levels.atom(this);
  }
}
