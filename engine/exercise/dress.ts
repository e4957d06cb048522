// What stands round a response and says nothing: a full stop, the words “Answer:”, the environment of an equation.

const ENVIRONMENT =
  /\\(?:begin|end)\s*\{(?:align|aligned|equation|gather|gathered|split|eqnarray|displaymath|math)\*?\}/g;
const LEAD =
  /^[\s$`*]*(?:(?:the )?(?:answer|ans|result|solution)(?: is)?\s*[:=]|therefore\b|\\therefore(?![a-z])|∴|(?:approx(?:imately)?|about|roughly|circa|ca)\b\.?)/i;
const TAIL = /(?:[.,;]|\\\\|\\[,;!]|\$|\s)+$/;

/** The same text, as long as before, so that places stay true. */
export function bare(response: string): string {
  const blank = (match: string) => ' '.repeat(match.length);
  let text = response;
  if (/\\begin\s*\{(?:align|aligned|split|eqnarray|gather)/.test(text) || /&\s*=/.test(text))
    text = text.replace(/\\\\|&/g, blank);
  text = text.replace(ENVIRONMENT, blank).replace(LEAD, blank);
  if (/^\s*`[^`]*`\s*$/.test(text)) text = text.replaceAll('`', ' ');
  return text.replace(TAIL, blank);
}
