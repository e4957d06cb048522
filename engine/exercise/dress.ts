// What stands round a response and says nothing: a full stop, the words “Answer:”, the environment of an equation.

const ENVIRONMENT =
  /\\(?:begin|end)\s*\{(?:align|aligned|equation|gather|gathered|split|eqnarray|displaymath|math)\*?\}|\\(?:tag|label)\s*\{[^{}]*\}|\\no(?:tag|number)(?![a-z])/g;
/** Signs of the layout of an equation, or a table inside it, whose signs are its own. */
const LAYOUT = /\\begin\s*\{(\w*matrix|array|cases)\}.*?\\end\s*\{\1\}|\\\\|&/gs;
/** A word and the only colon. */
const LABEL = /^\s*\p{L}{4,}\s?:(?![=:])(?!.*:)/su;
/** Words that lead up to a formula; the last of them says that it comes now. */
const LEAD =
  /^[\s$`*•]*(?:(?:(?:the|my|an?|answer|ans|result|solution|guess|derivative|gradient|i|we|it|this|that|so|think|would|should|must|then|and|finally)[\s,]+)*(?:(?:answer|ans|result|solution)\s*[:=]|(?:is|are|be|gives|get|have|obtain|equals|therefore|thus|hence|so|then|return)\b[:,]?|it['’]s\b)|\\therefore(?![a-z])|∴|(?:approx(?:imately)?|about|roughly|circa|ca|exactly|at most|no more than|at(?=\s+(?:zero\b|-?[\d.])))\b\.?)/i;
/** A dot of a list, or the letter of a part: `a) …`. */
const ITEM = /^\s*(?:•\s+|[a-z]\)\s+)/;
/** The fence of a block, bold letters, and a frame round what stands last. */
const FRAMES = [
  /^(\s*```\w*\n)(.*?)(\n```\s*)$/s,
  /^(\s*\*\*)(.+)(\*\*[\s.]*)$/s,
  /^(.*\\(?:boxed|fbox|underline|framebox)\s*\{)(.*)(\}[\s.$]*)$/s,
];
/** Words that say that something else is meant than what stands beside them. */
export const CHANGES =
  /(?<![A-Za-z])(?:not|no|never|isn|wrong|false|negative|minus|plus|opposite|inverse|reciprocal|half|twice|double|times|divid\w*|multipl\w*)(?![A-Za-z])/i;
/** Words in LaTeX before and behind. */
const WORDS = /^[\s$]*\\text\s*\{[^{}$\\]*[\s:][^{}$\\]*\}|\\text\s*\{[^{}$\\]*\w\s+\w[^{}$\\]*\}[\s.$]*$/g;
/** Why it is so, and remarks of programs. */
const REASON =
  /(?:(?:\\q?quad|[\s,;(])*\\text\s*\{\s*(?:by|because|since|using|via|due to)\s.*|[\s,;(]+(?:by|because|since|as|using|via|due to)\s(?![^,;]{0,40}:\s).*|\s(?:#\s*\p{L}{2,}|\/\/\s*\p{L}{2,}\s)[\p{L}\s,.:;!?'’-]*)$/isu;
/** A remark that takes the answer back, and steps that are still to be taken. */
const CALCULATES =
  /^\s*(?:#|\/\/).*(?<![A-Za-z])(?:not|wrong|false)(?![A-Za-z])|^[\s,;(]*by (?:multipl|divid)/i;
/** An arrow, or a sign that it is rounded, before all of it. */
const SIGN = /^\s*(?:=>|⇒|→|->|[≈≃≅]|\\(?:Rightarrow|implies|to|approx|simeq)(?![a-z]))/;
/** Dots in a row say that a decimal goes on. */
const TAIL =
  /(?:(?<!\.)\.|[,;?∎■□✓✔]|\\(?:blacksquare|square|Box|checkmark|qed)(?![a-z])|\\q?quad|\\\\|\\[,;!]|\$|\s)+$/;
/** What a number may be a number of; which indices a formula is for; where a number was taken. */
const UNITS =
  /(?<=[\w⁰¹²³⁴-⁹)}%])(?:\s+|(?<![A-Za-z]))\(?(?:parameters?|params?|weights?|layers?|paths?|ways|units?|rounded|approx\.?|in total|total|rows|columns|entries)(?: in total| overall| rounded)?\)?\s*$/i;
const ALL =
  /[\s,(]+(?:for (?:all|each|every|any)|∀|\\forall(?![a-z])|\\text\s*\{\s*for (?:all|each|every|any)\s*\})[\s$]*[A-Za-z](?:\s*,\s*[A-Za-z])*\)?\s*$/;
/** The same before it. */
const EACH = /^\s*for (?:all|each|every|any) [A-Za-z](?:\s*,\s*[A-Za-z])*\s*[:,]/i;
const PLACE =
  /(?<=[\d)}%])\s*[,(]?\s*(?:at|for|when|if|where|@)\s+(?:\\?[A-Za-z]{1,5}|[\u0370-\u03ff])(?:\([a-z]\))?\s*=\s*(?:\d+(?:\.\d+)?(?:\s*\/\s*\d+)?|[½¼]|\\[dt]?frac\s*(?:\d\s*\d|\{\d+\}\s*\{\d+\}))\)?\s*$/;

/** Spaces of LaTeX, but not those between groups of digits. */
const SPACES = /(?<!\\)\\(?:q?quad(?![A-Za-z])|[;:! ]|,(?!\d))|(?<=[,;]\s*)~/g;
/** Words that part statements, set as text. */
const PARTING = /\\(?:text|mathrm|textrm|mbox)\s*\{\s*[,;]?\s*(with|where|at|and)\s*\}/g;

/** The same text, as long as before, so that places stay true. */
export function bare(response: string): string {
  const blank = (match: string) => ' '.repeat(match.length);
  let text = response
    .replace(/(?<!\\)\\[[\]()]/g, blank)
    .replace(SPACES, blank)
    .replace(PARTING, (match, word: string) => ` ${word}`.padEnd(match.length));
  if (/\\begin\s*\{(?:align|aligned|split|eqnarray|gather)/.test(text) || /&\s*=/.test(text))
    text = text.replace(LAYOUT, (match) => (match === '\\\\' ? '\n ' : match === '&' ? ' ' : match));
  const unless = (changes: RegExp) => (match: string) => (changes.test(match) ? match : blank(match));
  text = text.replace(WORDS, unless(CHANGES)).replace(REASON, unless(CALCULATES));
  for (const frame of FRAMES) {
    const [, before = '', inner, after = ''] = frame.exec(text) ?? [];
    if (inner !== undefined) text = unframed(before) + inner + blank(after);
  }
  text = text
    .replace(ENVIRONMENT, blank)
    .replace(ITEM, blank)
    .replace(LEAD, blank)
    .replace(LABEL, unless(CHANGES));
  const quoted = /^(\s*)(["'`])([^"`]*)\2(\s*)$/.exec(text);
  if (quoted) text = `${quoted[1]} ${quoted[3]} ${quoted[4]}`;
  return text
    .replace(SIGN, blank)
    .replace(TAIL, blank)
    .replace(UNITS, blank)
    .replace(PLACE, blank)
    .replace(ALL, blank)
    .replace(EACH, blank);
}

/** A tilde before a number says “about”, where it is no space of LaTeX: it has a space before it. */
const ABOUT = /\\sim(?![a-z])|(?<=^|[\s=])[~∼](?=\s*[-+−–]?\s*\.?\d)/g;
/** `sqrt(2) (~1.41)`: the same in brackets, behind a number. */
const ASIDE =
  /(?<=\S\s*)\((\s*)(?:[~∼≈≃≅]|\\(?:approx|simeq|sim)(?![a-z])|(?:approx|about|roughly)(?=[.\s])\.?)([^()]*)\)(?=[\s.$]*$)/;

/** The same text, as long as before, with `≈` for whatever says that a rounded number follows. */
export function withAbout(response: string): string {
  return response
    .replace(ASIDE, (match, _, inner: string) => `${'≈'.padEnd(match.length - inner.length - 1)}${inner} `)
    .replace(ABOUT, (match) => '≈'.padEnd(match.length));
}

/** What stands before a frame stays, as `dL/dw =` before a box. */
function unframed(before: string): string {
  return before.replace(/\\[a-z]+\s*\{$|^\s*(?:```\w*\n|\*\*)$/, (match) => ' '.repeat(match.length));
}
