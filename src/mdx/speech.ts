// Reads a formula aloud: TeX to words, over the tree that KaTeX parses it to.
import katex from 'katex';
import { katexOptions } from '../book/katex.ts';
import { spokenSymbols } from './spoken-symbols.ts';

/** What of KaTeX's tree is looked at. */
interface Node {
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly label?: string;
  readonly left?: string;
  readonly right?: string;
  readonly delim?: string;
  readonly font?: string;
  readonly leftDelim?: string | null;
  readonly body?: Node | readonly Node[] | readonly (readonly Node[])[];
  readonly base?: Node;
  readonly sup?: Node;
  readonly sub?: Node;
  readonly numer?: Node;
  readonly denom?: Node;
  readonly index?: Node;
  readonly mathml?: readonly Node[];
  /** Of what has something set over or under it. */
  readonly suppressBaseShift?: boolean;
}

type Parse = (tex: string, options: typeof katexOptions) => Node[];

/**
 * `speech('x_k^2')` is "x sub k squared". Where x is one of the `layered` names, which carry the number of a layer as their
 * superscript, it is "x sub k layer 2".
 */
export function speech(tex: string, layered: ReadonlySet<string> = new Set()): string {
  const parse = (katex as unknown as { __parse: Parse }).__parse;
  const tree = parse(tex.replaceAll(/(?<=\d)\\,(?=\d{3})/g, ''), katexOptions);
  if (layered.size > 0) markLayers(tree, layered);
  return tidy(all(tree));
}

/** Turns the superscripts of layered names, where they are numbers, into nodes of their own. */
function markLayers(tree: unknown, layered: ReadonlySet<string>): void {
  if (typeof tree !== 'object' || tree === null) return;
  const node = tree as { type?: string; base?: Node; sup?: Node };
  const { type, base, sup } = node;
  if (type === 'supsub' && sup && layered.has(base?.text?.replace('\\', '') ?? '') && /^\d$/.test(one(sup)))
    node.sup = { type: 'layer', body: sup };
  for (const [key, part] of Object.entries(tree)) {
    // Where a node stands in the text leads to all of KaTeX's parser.
    if (key !== 'loc') markLayers(part, layered);
  }
}

function all(nodes: readonly Node[]): string {
  const words: string[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    // A number of several digits is a node a digit.
    if (isDigit(node)) {
      let number = node.text ?? '';
      while (isDigit(nodes[i + 1])) number += nodes[++i]?.text ?? '';
      words.push(number);
    } else words.push(one(node));
  }
  return words.join(' ');
}

function one(node: Node | undefined): string {
  if (!node) return '';
  switch (node.type) {
    case 'mathord':
    case 'textord':
    case 'atom':
      return symbol(node.text ?? '');
    case 'op':
      return node.name ? symbol(node.name) : inside(node);
    case 'operatorname':
      return `${text(node).replaceAll(' ', '')} of`;
    case 'text':
      return text(node);
    case 'spacing':
    case 'kern':
    case 'rule':
    case 'phantom':
    case 'hphantom':
    case 'vphantom':
    case 'cr':
    case 'tag':
      return ' ';
    case 'supsub':
      return withScripts(node);
    case 'genfrac':
      return fraction(node);
    case 'sqrt':
      return `${node.index ? `root ${one(node.index)} of` : 'root of'} ${enclosed(node)} end root`;
    case 'accent':
    case 'accentUnder':
      return `${one(node.base)} ${(node.label ?? '').replace(/^\\(wide)?/, '')}`;
    case 'overline':
      return `${inside(node)} bar`;
    case 'horizBrace':
      return one(node.base);
    case 'leftright':
      return `${delimiter(node.left)} ${inside(node)} ${delimiter(node.right)}`;
    case 'middle':
    case 'delimsizing':
      return delimiter(node.delim);
    case 'array':
      return rows(node);
    case 'font':
      return node.font === 'mathbb' ? `double-struck ${inside(node)}` : inside(node);
    case 'htmlmathml':
      return all(node.mathml ?? []);
    case 'xArrow':
      return symbol(node.label?.replace('\\x', '\\') ?? '');
    default:
      return inside(node);
  }
}

function inside({ body, base }: Node): string {
  if (body === undefined) return one(base);
  return Array.isArray(body) ? all(body as readonly Node[]) : one(body as Node);
}

function symbol(text: string): string {
  const known = Object.hasOwn(spokenSymbols, text) ? spokenSymbols[text] : undefined;
  if (known !== undefined) return known;
  if (/^[A-Z]$/.test(text)) return `capital ${text}`;
  const command = /^\\(?:var)?([A-Za-z]+)$/.exec(text)?.[1];
  if (command === undefined) return text === '\\ ' || text === '~' ? ' ' : text;
  const greek = /^[A-Z]/.test(command) ? `capital ${command.toLowerCase()}` : command;
  return /^(sin|cos|tan|sinh|cosh|tanh|arg|det|dim|argmax|argmin)$/.test(command) ? `${command} of` : greek;
}

function withScripts({ base, sub, sup }: Node): string {
  if (base?.suppressBaseShift)
    return `${one(base)}${sub ? ` with ${one(sub)} below` : ''}${sup ? ` with ${one(sup)} above` : ''}`;
  const large = base?.type === 'op' || base?.type === 'operatorname' || base?.type === 'horizBrace';
  const said = one(base);
  if (large && base?.type !== 'horizBrace') {
    const over = sub ? ` over ${one(sub)}` : '';
    const from = sub && sup ? ` from ${one(sub)} to ${one(sup)}` : `${over}${sup ? superscript(sup) : ''}`;
    return `${said.replace(/ of$/, '')}${from} of`;
  }
  return `${said}${sub ? ` sub ${one(sub)}` : ''}${sup ? superscript(sup) : ''}`;
}

function superscript(sup: Node): string {
  const said = tidy(one(sup));
  if (/^(prime|prime prime|transposed|star|capital T)$/.test(said)) {
    return ` ${said === 'capital T' ? 'transposed' : said.replace('prime prime', 'double prime')}`;
  }
  if (sup.type === 'layer') return ` layer ${said}`;
  if (said === '2') return ' squared';
  if (said === '3') return ' cubed';
  // In this book a superscript that starts with l or L counts layers; powers go by other letters.
  if (/^(l|capital L)( (plus|minus) \S+)?$/.test(said)) return ` layer ${said}${/ /.test(said) ? ',' : ''}`;
  return / /.test(said) ? ` to the ${said},` : ` to the ${said}`;
}

function fraction({ numer, denom, leftDelim }: Node): string {
  const above = tidy(one(numer));
  const below = tidy(one(denom));
  if (leftDelim === '(') return `${above} choose ${below}`;
  const simple = (part: string): boolean => part.split(' ').length <= 2;
  if (simple(above) && simple(below)) return `${above} over ${below}`;
  return `fraction ${above} over ${below} end fraction`;
}

function enclosed(node: Node): string {
  return inside(node);
}

function delimiter(delim: string | undefined): string {
  return delim === undefined || delim === '.' ? '' : symbol(delim);
}

function rows({ body }: Node): string {
  const lines = (body ?? []) as readonly (readonly Node[])[];
  const said = lines.map((cells) =>
    cells
      .map((cell) => tidy(one(cell)))
      .filter((cell) => cell !== '')
      .join(', '),
  );
  return said.filter((line) => line !== '').join('; next line ');
}

function text({ body }: Node): string {
  const letters = (Array.isArray(body) ? body : [body]) as readonly Node[];
  return letters.map((node) => node?.text ?? (node?.body ? text(node) : ' ')).join('');
}

function isDigit(node: Node | undefined): boolean {
  return node?.type === 'textord' && /^[\d.]$/.test(node.text ?? '');
}

function tidy(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/ ([,;:.])/g, '$1')
    .replace(/,+$/, '')
    .trim();
}
