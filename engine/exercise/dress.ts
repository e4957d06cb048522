// What stands round a response and says nothing: a full stop, the words “Answer:”, the environment of an equation.

const ENVIRONMENT =
  /\\(?:begin|end)\s*\{(?:align|aligned|equation|gather|gathered|split|eqnarray|displaymath|math)\*?\}/g;
const LEAD =
  /^[\s$`*]*(?:(?:the )?(?:answer|ans|result|solution)(?: is)?\s*[:=]|therefore\b|\\therefore(?![a-z])|∴|(?:approx(?:imately)?|about|roughly|circa|ca)\b\.?)/i;
/** An arrow or quotes before all of it. */
const SIGN = /^\s*(?:=>|⇒|→|->|\\(?:Rightarrow|implies|to)(?![a-z]))/;
/** Dots in a row say that a decimal goes on. */
const TAIL = /(?:(?<!\.)\.|[,;]|\\\\|\\[,;!]|\$|\s)+$/;
/** What a number may be a number of, and where it was taken. */
const UNITS =
  /(?<=[\d)}%])\s*\(?(?:parameters?|params?|weights?|paths?|ways|units?|rounded|approx\.?|in total|total)\)?\s*$/i;
const PLACE = /(?<=[\d)}%])\s*[,(]?\s*(?:at|for|when|if|where) [a-z] ?= ?\d+(?:\.\d+)?\)?\s*$/;

/** The same text, as long as before, so that places stay true. */
export function bare(response: string): string {
  const blank = (match: string) => ' '.repeat(match.length);
  let text = response.replace(/(?<!\\)\\[[\]()]/g, blank);
  if (/\\begin\s*\{(?:align|aligned|split|eqnarray|gather)/.test(text) || /&\s*=/.test(text))
    text = text.replace(/\\\\|&/g, blank);
  text = text.replace(ENVIRONMENT, blank).replace(LEAD, blank);
  const quoted = /^(\s*)(["'`])([^"`]*)\2(\s*)$/.exec(text);
  if (quoted) text = `${quoted[1]} ${quoted[3]} ${quoted[4]}`;
  return text.replace(SIGN, blank).replace(TAIL, blank).replace(UNITS, blank).replace(PLACE, blank);
}
