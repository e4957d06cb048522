// Parses a chapter to a Markdown tree in which the elements of an exercise stand on their own, and explains what cannot be parsed.
import type { Nodes, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFileMessage } from 'vfile-message';
import { voidHtml } from './elements.ts';
import type { Complain, Place } from './types.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkMath)
  .use(remarkMdx)
  .freeze();

/** Elements that never stand in the run of a sentence, wherever the author put the line breaks. */
const standing = new Set([
  'Exercise',
  'Part',
  'Mistake',
  'Hint',
  'Solution',
  'Option',
  'Because',
  'Step',
  'Figure',
]);

type Parsed =
  | { readonly tree: Root }
  | { readonly at: Omit<Place, 'file'>; readonly message: string; readonly hint: string };

/** What each file was parsed to last: while an author writes, all files but one are as they were. */
const known = new Map<string, { text: string; parsed: Parsed }>();

/** The tree of a chapter's text, or undefined after a complaint. Nobody changes it. */
export function parseTree(text: string, file: string, complain: Complain): Root | undefined {
  let last = known.get(file);
  if (last?.text !== text) {
    last = { text, parsed: parse(text) };
    known.set(file, last);
  }
  const { parsed } = last;
  if ('tree' in parsed) return parsed.tree;
  complain({ file, ...parsed.at }, parsed.message, parsed.hint);
  return undefined;
}

function parse(text: string): Parsed {
  const foreign = text.search(/[\0\uFFFD]/);
  if (foreign >= 0) {
    const before = text.slice(0, foreign).split('\n');
    return {
      at: { line: before.length, column: (before.at(-1) ?? '').length + 1 },
      message: 'This file is not text in UTF-8.',
      hint: 'Save it again with this encoding; pictures and the like are files of their own.',
    };
  }
  try {
    const tree = parser.parse(text);
    lift(tree);
    return { tree };
  } catch (error) {
    const { line, column, reason } = error as VFileMessage;
    const why = typeof reason === 'string' ? reason : String(error);
    const at = betterPlace(why, text, line ?? 1, column ?? 1);
    const [message, hint] = explain(why, text.split('\n')[at.line - 1] ?? '', at.column);
    return { at, message, hint };
  }
}

/** Takes the elements of an exercise out of the paragraphs that a missing blank line has put them into. */
export function lift(node: Parent): void {
  const children: RootContent[] = [];
  for (const child of node.children as RootContent[]) {
    if (child.type === 'paragraph' && child.children.some(isStanding)) children.push(...split(child));
    else children.push(child);
  }
  node.children = children;
  for (const child of children) if ('children' in child) lift(child);
}

/** Whether the node is an element with this name, or any element. */
export function isElement(node: Nodes, name?: string): node is Element {
  const element = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  return element && (name === undefined || node.name === name);
}

/** The text of a node as a reader would see it, formulas as their TeX. */
export function plainText(node: Nodes): string {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return '#';
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node) return node.value;
  if ('children' in node) return (node.children as Nodes[]).map(plainText).join('');
  return '';
}

export function placeOf(node: Nodes | { position?: Nodes['position'] }, file: string): Place {
  return { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

function isStanding(node: Nodes): boolean {
  return isElement(node) && node.name !== null && standing.has(node.name);
}

function split(paragraph: Paragraph): RootContent[] {
  const pieces: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const close = (): void => {
    const blank = run.every((node) => node.type === 'text' && node.value.trim() === '');
    if (!blank) pieces.push({ type: 'paragraph', children: run, position: run[0]?.position });
    run = [];
  };
  for (const child of paragraph.children) {
    if (isStanding(child)) {
      close();
      pieces.push({ ...(child as MdxJsxTextElement), type: 'mdxJsxFlowElement' } as MdxJsxFlowElement);
    } else run.push(child);
  }
  close();
  return pieces;
}

/** Where something was opened, when the parser only noticed at the end that it is not closed. */
function betterPlace(reason: string, text: string, line: number, column: number): Omit<Place, 'file'> {
  const opened = /closing tag for `[^`]*` \((\d+):(\d+)/.exec(reason);
  if (opened) return { line: Number(opened[1]), column: Number(opened[2]) };
  if (/closing brace/.test(reason)) {
    const before = text.split('\n').slice(0, line);
    if (before.length === line) before[line - 1] = (before[line - 1] ?? '').slice(0, column);
    for (let i = before.length - 1; i >= 0; i--) {
      const at = (before[i] ?? '').lastIndexOf('{');
      if (at >= 0) return { line: i + 1, column: at + 1 };
    }
  }
  return { line, column };
}

/** The parser's reason in an author's words; the line is the one that it stumbled over. */
function explain(reason: string, line: string, column: number): [message: string, hint: string] {
  const closing = /Expected a closing tag for `<(\/?[\w.]+)>`/.exec(reason);
  if (closing && voidHtml.has(closing[1] ?? '')) {
    return [`\`<${closing[1]}>\` is not closed.`, `Write \`<${closing[1]} />\`.`];
  }
  if (closing) {
    return [
      `\`<${closing[1]}>\` is opened and not closed where it should be.`,
      `Write \`</${closing[1]}>\`; with several lines inside, put both tags on lines of their own, and close the blocks inside.`,
    ];
  }
  const open = /Unexpected closing (?:slash `\/` in tag|tag `<?\/?([\w.]*)>?`)/.exec(reason);
  if (open) {
    return [
      'A tag is closed here that is not open.',
      'Look for the opening tag above: it may be missing or closed already.',
    ];
  }
  if (/^\s*(import|export)\b/.test(line) && /acorn|expression|import/i.test(reason)) {
    return [
      'A line that begins with `import` or `export` is taken for a program.',
      'Take it out, or begin the sentence with another word.',
    ];
  }
  if (/acorn|expression/i.test(reason)) {
    return [
      'Braces in text have a meaning, and this is not one of them.',
      'Put formulas between dollar signs, write a lone brace as `\\{`, and computed numbers as `{value("expression", "model")}`.',
    ];
  }
  if (/Unexpected character .* before name|before local name|in name/.test(reason)) {
    const from = line.slice(0, column).lastIndexOf('<');
    const tag = line.slice(Math.max(0, from));
    if (tag.startsWith('<!--')) return ['A comment is written otherwise here.', 'Write `{/* ... */}`.'];
    if (/^<(https?:|mailto:|[\w.+-]+@)/.test(tag))
      return ['A link is written otherwise here.', 'Write `[text](https://...)`.'];
    return [
      'A `<` in the text starts a tag, and this is not the name of one.',
      'Put formulas between dollar signs, or write `&lt;`.',
    ];
  }
  if (/attribute/.test(reason)) {
    return [
      'This is not an attribute.',
      'Attributes are written `name="text"`, with both quotes; a double quote inside is `&quot;`. A `<` that starts no tag is `&lt;`.',
    ];
  }
  return [`This cannot be read: ${reason}`, 'Look at the tags and braces near this place.'];
}
