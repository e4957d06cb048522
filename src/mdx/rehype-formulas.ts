// Frames the formulas that rehype-katex has typeset: each becomes one <Formula> with its words and the TeX to copy.
import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseModel } from '../../engine/formula/index.ts';
import { speech } from './speech.ts';
import { framed } from './typeset.ts';

/** A rehype plugin, to stand after rehype-katex. */
export function rehypeFormulas() {
  return (tree: Root): void => visit(tree, layeredNames(tree));
}

/** The names that the models of a chapter define for numbered layers, such as z of z^1 and z^2. */
function layeredNames(node: Nodes): Set<string> {
  const names = new Set<string>();
  if ('attributes' in node && node.name === 'Model') {
    const text = node.attributes.find((attribute) => 'name' in attribute && attribute.name === 'text')?.value;
    for (const { name, layer } of parseModel(String(text)).definitions) if (layer) names.add(name);
  }
  if ('children' in node) {
    for (const child of node.children) for (const name of layeredNames(child as Nodes)) names.add(name);
  }
  return names;
}

/** So many letters of a program are not torn apart at the end of a line. */
const SHORT_CODE = { inText: 22, inCell: 14 } as const;

function visit(node: Nodes, layered: ReadonlySet<string>, short: number = SHORT_CODE.inText): void {
  if (!('children' in node)) return;
  if (node.type === 'element' && node.tagName === 'pre') return;
  if (node.type === 'element' && node.tagName === 'code') {
    if (textOf(node).length <= short) node.properties.className = ['short'];
    return;
  }
  node.children = node.children.map((child) => {
    if (child.type === 'text') return { ...child, value: withNumbers(child.value) };
    if (has(child, 'katex-error')) throw new Error(String(child.properties.title));
    if (has(child, 'katex-display') || has(child, 'katex'))
      return formula(child, layered) as unknown as ElementContent;
    visit(child as Nodes, layered, isCell(child) ? SHORT_CODE.inCell : short);
    return child;
  }) as typeof node.children;
  node.children = kept(node.children as ElementContent[]) as typeof node.children;
}

const isCell = (node: object): boolean => 'tagName' in node && node.tagName === 'td';

/** A short number stays on the line of what it counts or ends, a link on that of its word: `box 2`, `with stride 1.`, `More: ...` */
function withNumbers(text: string): string {
  return text.replaceAll(
    /(?<=\b(?:box|class|layer|line|step|unit)) (?=\d)| (?=\d\d?[.,;:?!)](?!\d))|(?<=\bMore:) $/g,
    '\u00a0',
  );
}

/** What a formula stays together with on its left: brackets, and the word of which a letter is the name, as in `layer $l$`. */
function openingOf(text: string, formula: ElementContent): string {
  const brackets = /[([“‘]+$/.exec(text);
  if (brackets) return brackets[0];
  const { tex } = (formula as { data?: { tex?: string } }).data ?? {};
  if (tex === undefined || !/^\w(?:[+-]1)?$/.test(tex)) return '';
  return /\b(?:class|column|example|index|layer|node|row|unit) $/.exec(text)?.[0] ?? '';
}

/** What is a box in its line stays with the brackets and marks beside it: browsers break a line beside any box. */
function kept(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) {
    const before = result.at(-1);
    if (isInline(child)) {
      const open = result.at(-2);
      if (open && before?.type === 'text' && before.value.trim() === '' && isOpen(open)) {
        const inner = isKept(open) ? open.children : [open];
        result.splice(-2, 2, keep(...inner, { type: 'text', value: '\u00a0' }, child));
        continue;
      }
      const opening = before?.type === 'text' ? openingOf(before.value, child) : '';
      if (!opening) result.push(child);
      else {
        const words = (before as Text).value.slice(0, -opening.length);
        const value = opening.replace(' ', '\u00a0');
        result.splice(-1, 1, { type: 'text', value: words }, keep({ type: 'text', value }, child));
      }
      continue;
    }
    const marks = child.type === 'text' ? (/^[.,;:?!)\]”’]+/.exec(child.value)?.[0] ?? '') : '';
    if (!marks || !before || !(isInline(before) || isKept(before))) {
      result.push(child);
      continue;
    }
    const inner = isKept(before) ? before.children : [before];
    result.splice(-1, 1, keep(...inner, { type: 'text', value: marks }));
    result.push({ type: 'text', value: (child as Text).value.slice(marks.length) });
  }
  return result;
}

const keep = (...children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['keep'] },
  children,
});

const isKept = (node: ElementContent): node is Element => has(node, 'keep');

/** Whether it is a formula, a number or a program in a line of text. */
function isInline(node: ElementContent): boolean {
  if (node.type === 'element') return node.tagName === 'code';
  const { type, name } = node as { type: string; name?: string };
  return type === 'mdxJsxTextElement' && ['Formula', 'Value', 'Measured'].includes(String(name));
}

/** Whether it is a formula that ends with a sign, and has a number follow: `$x =$ {value("x", "m")}`. */
function isOpen(node: ElementContent): boolean {
  const last = isKept(node) ? node.children.at(-1) : node;
  return /[=<>]$|\\approx$/.test((last as { data?: { tex?: string } } | undefined)?.data?.tex ?? '');
}

function formula(drawn: Element, layered: ReadonlySet<string>): object {
  const display = has(drawn, 'katex-display');
  const tex = textOf(find(drawn, (node) => node.tagName === 'annotation'));
  const html = framed(toHtml(withoutMathml(drawn)), tex, speech(tex, layered));
  return {
    type: display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: 'Formula',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'html', value: html },
      ...(display ? [{ type: 'mdxJsxAttribute', name: 'display', value: null }] : []),
    ],
    children: [],
    data: { tex },
  };
}

/** The words stand in its place. */
function withoutMathml(drawn: Element): Element {
  const children = drawn.children
    .filter((child) => !has(child, 'katex-mathml'))
    .map((child) => (has(child, 'katex') ? withoutMathml(child) : child));
  return { ...drawn, children };
}

function has(node: Nodes | ElementContent, name: string): node is Element {
  if (node.type !== 'element') return false;
  const classes = node.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}

function find(node: Element, wanted: (node: Element) => boolean): Element | undefined {
  if (wanted(node)) return node;
  for (const child of node.children) {
    const found = child.type === 'element' ? find(child, wanted) : undefined;
    if (found) return found;
  }
  return undefined;
}

function textOf(node: Element | undefined): string {
  return node?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? '';
}
