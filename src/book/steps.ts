// Takes the text of a derivation apart: what stands left and right of each `=`, and the reason given for it.

export interface Step {
  /** As written; '' where the line goes on from the one before. */
  readonly left: string;
  /** What the step claims to be equal to: its own left side, or that of the line it goes on from. */
  readonly of: string;
  readonly right: string;
  readonly reason: string;
  /** From 0, in the text of the block. */
  readonly line: number;
  /** Where in the line the right side starts, from 0. */
  readonly column: number;
}

/** The steps, and the lines that are none. */
export function stepsOf(text: string): { steps: Step[]; strays: number[] } {
  const steps: Step[] = [];
  const strays: number[] = [];
  let of = '';
  text.split('\n').forEach((whole, line) => {
    if (whole.trim() === '') return;
    const reasoned = /\s{2,}((?:by|because|since|as|for)\s+\S.*)$/.exec(whole);
    const formula = reasoned ? whole.slice(0, reasoned.index) : whole;
    const at = equalsSign(formula);
    const left = at < 0 ? '' : formula.slice(0, at).trim();
    if (left !== '') of = left;
    const right = formula.slice(at + 1);
    if (at < 0 || of === '' || right.trim() === '') {
      strays.push(line);
      return;
    }
    const column = at + 1 + right.search(/\S/);
    steps.push({ left, of, right: right.trim(), reason: reasoned?.[1]?.trim() ?? '', line, column });
  });
  return { steps, strays };
}

/** The first `=` outside of brackets and braces, or -1. */
export function equalsSign(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if ('([{'.includes(c)) depth += 1;
    else if (')]}'.includes(c)) depth -= 1;
    else if (c === '=' && depth === 0) return i;
  }
  return -1;
}
