// The layers that a formula is for, said behind it: `…, l < L`, `… for l = 1..L-1`. It is no factor and no case.

import type { Subject } from './subject.ts';

const LESS = String.raw`\s*(?:<(?!=)|\\lt(?![a-z]))\s*`;
const MOST = String.raw`\s*(?:<=|≤|⩽|\\le(?:q|qslant)?(?![a-z]))\s*`;
const MORE = String.raw`\s*(?:>=?|≥|⩾|\\g(?:t|eq?|eqslant)(?![a-z]))\s*`;
const OTHER = String.raw`\s*(?:!=|≠|\\neq?(?![a-z]))\s*`;
const AMONG = String.raw`\s*(?:=|∈|\\in(?![a-z])|in\s)\s*`;
const DOTS = String.raw`(?:\s*,\s*2)?\s*,?\s*(?:\.{2,3}|…|\\[lc]?dots|to|through|:|[-−–](?=\s*[A-Z]))\s*,?\s*`;
/** The first layer, or the input below it. */
const LOW = '[0-2]';
/** What leads up to a range, word by word from its end. */
const LEAD =
  /(?:[,;$]|∀|\\forall|(?<![A-Za-z\\])(?:for|if|when|where|with|all|every|each|any|hidden|layers?))$/;
const LEAD_TEXT =
  /\\text\s?\{\s?(?:for|if|when|where|with)(?: (?:all|every|each|any|hidden|layers?)){0,3}\s?\}$/;

/** What may be said of a layer. `L` itself is among the layers only where the formula needs none above. */
function rangeOf(letter: string, last: string, whole: boolean): RegExp {
  const below = String.raw`${last}\s*[-−–]\s*1`;
  const end = whole ? `(?:${below}|${last})` : below;
  const said = [
    `(?:${LOW}(?:${LESS}|${MOST}))?${letter}(?:${LESS}${last}|${MOST}${end})`,
    `${LOW}(?:${LESS}|${MOST})${letter}`,
    String.raw`${last}\s*(?:>|\\gt(?![a-z]))\s*${letter}`,
    `${letter}(?:${MORE}${LOW}|${OTHER}(?:${last}|0))`,
    String.raw`${letter}${AMONG}(?:${LOW}${DOTS}${end}|\\?[{[]\s*${LOW}${DOTS}${end}\s*\\?[}\]])`,
  ];
  return new RegExp(String.raw`(?<=[\s(,;$}])(?:${said.join('|')})$`);
}

/**
 * The same text with spaces for the range of its layer at the end. It stays where it is one of several cases, and where
 * it speaks of something else than a layer that the question leaves open.
 */
export function withoutLayers(text: string, { ground, model }: Subject): string {
  for (const letter of ground.layers[0]?.keys() ?? []) {
    if (ground.free.has(letter)) continue;
    const needsNext = new RegExp(String.raw`(?<![A-Za-z])${letter}\s?\+`).test(text);
    const before = withoutEnd(text, rangeOf(letter, model.last, !needsNext));
    const cases = new RegExp(String.raw`(?<![A-Za-z^_{(\\])${letter}\s?(?:[<>=≤≥≠!:∈]|\\[lgni])`);
    if (before === null || cases.test(before) || /(?:[-*·+−/=^_([]|^)$/.test(before)) continue;
    return before.padEnd(text.length);
  }
  return text;
}

/** What stands before a range at the end and the words that lead up to it; null where there is none. */
function withoutEnd(text: string, range: RegExp): string | null {
  let whole = text.trimEnd().replace(/[.$]{1,3}$/, '');
  let found = range.exec(whole);
  const inBrackets = !found && whole.endsWith(')');
  if (inBrackets) {
    whole = whole.slice(0, -1).trimEnd();
    found = range.exec(whole);
  }
  if (!found) return null;
  let before = whole.slice(0, found.index).trimEnd();
  let open = false;
  for (;;) {
    const lead = (LEAD_TEXT.exec(before) ?? LEAD.exec(before))?.[0];
    const opens: boolean = !open && inBrackets && before.endsWith('(');
    if (!lead && !opens) break;
    open ||= opens;
    before = before.slice(0, -(lead?.length ?? 1)).trimEnd();
  }
  return open === inBrackets ? before : null;
}
