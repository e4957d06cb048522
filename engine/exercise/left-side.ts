// A response that repeats what is asked for: `yhat = f(X W)`, `dL/dW_kj^l = …`. What stands left of the = is taken off.

import { type Expr, type Model, parse, printText, ReadFault, type Scope } from '../formula/index.ts';

/** No left-hand side of the book comes near. */
const LONGEST_LEFT = 120;

const DERIVATIVE =
  /^\s*(?:\\frac\s*\{\s*)?(?:d|∂|\\partial)\s*(.+?)\s*\}?\s*[/{]\s*(?:d|∂|\\partial)\s*(.+?)\s*\}?\s*$/;

/** The response with spaces for a left side that is the quantity asked for, so that places stay true; else as it was typed. */
export function withoutLeftSide(
  response: string,
  find: Expr,
  model: Model,
  notation: Scope['notation'],
): string {
  const at = topLevelEquals(response);
  // Short and without runs of spaces, so that the pattern has little to try.
  if (at < 0 || at > LONGEST_LEFT) return response;
  const typed = response
    .slice(0, at)
    .replace(/[\s$]+/g, ' ')
    .trim();
  const derivative = DERIVATIVE.exec(typed);
  const left = derivative ? `d ${derivative[1]} / d ${derivative[2]}` : typed;
  const scope: Scope = {
    names: model.names,
    notation: notation === 'matrix' ? 'mixed' : notation,
    decimalComma: false,
    star: false,
    derivatives: true,
  };
  try {
    if (printText(parse(left, scope)) !== printText(find)) return response;
  } catch (error) {
    if (error instanceof ReadFault) return response;
    throw error;
  }
  return ' '.repeat(at + 1) + response.slice(at + 1);
}

/** The only = outside of brackets, or -1. */
function topLevelEquals(text: string): number {
  let depth = 0;
  let found = -1;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if ('([{'.includes(c)) depth += 1;
    else if (')]}'.includes(c)) depth -= 1;
    else if (c === '=' && depth === 0) {
      if (found >= 0 || text[i + 1] === '=' || '<>!='.includes(text[i - 1] ?? ' ')) return -1;
      found = i;
    }
  }
  return found;
}
