// Typesets the formulas of the text: each becomes one <Formula> with KaTeX's output and the TeX to copy.
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { typeset } from './typeset.ts';

/** A rehype plugin; remark-math has marked the formulas as code with classes. */
export function rehypeFormulas() {
  return (tree: Root): void => visit(tree);
}

function visit(node: Nodes): void {
  if (!('children' in node)) return;
  node.children = node.children.map((child) => {
    const display = isMath(child, 'pre') && child.children[0];
    if (display && isMath(display, 'code'))
      return formula(textOf(display), true) as unknown as ElementContent;
    if (isMath(child, 'code')) {
      const inline = !classesOf(child).includes('math-display');
      return formula(textOf(child), !inline) as unknown as ElementContent;
    }
    visit(child as Nodes);
    return child;
  }) as typeof node.children;
  node.children = kept(node.children as ElementContent[]) as typeof node.children;
}

/** The most TeX that still fits on a line of a telephone; a longer formula must be free to break. */
const KEPT_TEX = 28;

/** A short formula and the punctuation after it stay on one line: browsers break a line after any formula. */
function kept(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) {
    const before = result.at(-1) as { short?: boolean } | undefined;
    const marks = child.type === 'text' ? /^[.,;:?!)\]”’]+/.exec(child.value)?.[0] : undefined;
    if (child.type !== 'text' || !marks || !before?.short) {
      result.push(child);
      continue;
    }
    result.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['keep'] },
      children: [result.pop() as ElementContent, { type: 'text', value: marks }],
    });
    result.push({ ...child, value: child.value.slice(marks.length) });
  }
  return result;
}

function formula(tex: string, display: boolean): object {
  return {
    type: display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: 'Formula',
    short: !display && tex.length <= KEPT_TEX,
    attributes: [
      { type: 'mdxJsxAttribute', name: 'html', value: typeset(tex, display) },
      ...(display ? [{ type: 'mdxJsxAttribute', name: 'display', value: null }] : []),
    ],
    children: [],
  };
}

function isMath(node: Nodes | ElementContent | undefined, name: string): node is Element {
  if (node?.type !== 'element' || node.tagName !== name) return false;
  if (name === 'pre') return node.children.some((child) => isMath(child, 'code'));
  return classesOf(node).includes('language-math');
}

function classesOf(node: Element): string[] {
  const classes = node.properties.className;
  return Array.isArray(classes) ? classes.map(String) : [];
}

function textOf(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
