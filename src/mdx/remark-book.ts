// Prepares a chapter for its page: numbers what can be linked to, and puts a field into every exercise.
import { relative } from 'node:path';
import type { Code, Parent, Root, RootContent } from 'mdast';
import type { Math as MathBlock } from 'mdast-util-math';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { bookRoot, currentBook } from '../book/current.ts';
import {
  type AuthoredExercise,
  type Book,
  isElement,
  isLab,
  keyAt,
  lift,
  numberIn,
  stepKeys,
} from '../book/index.ts';

/** As many of a chapter's first blocks may be seen at once (src/styles/piecemeal.css counts likewise). */
const FIRST = 12;

/** A remark plugin for the chapters; other pages pass through it. */
export function remarkBook() {
  return (tree: Root, file: VFile): void => {
    lift(tree);
    const path = relative(bookRoot, file.path).replaceAll('\\', '/');
    const book = currentBook();
    const chapter = book.chapters.find((candidate) => candidate.file === path);
    if (!chapter) return;
    const page = {
      book,
      chapter: chapter.id,
      blocks: tree.children,
      models: [],
      exercise: '',
      exercises: new Map(chapter.exercises.map((e) => [e.exercise.id, e])),
      depth: 1,
      far: false,
    };
    walk(tree, page);
    tree.children = inSections(withNotes(tree.children));
  };
}

/** A note and the paragraph that it is a remark on, as one: the style sheet sets the one beside the other. */
function withNotes(blocks: readonly RootContent[]): RootContent[] {
  const made: RootContent[] = [];
  for (const block of blocks) {
    const text = isElement(block, 'Note') && made.at(-1)?.type === 'paragraph' && made.pop();
    made.push(text ? element('div', { class: 'noted' }, [text, block]) : block);
  }
  return made;
}

/** Wraps what stands before the first heading and each section with its heading: the whole book on paper keeps most of them back. */
function inSections(blocks: readonly RootContent[]): RootContent[] {
  const sections: RootContent[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === 2) sections.push([]);
    sections.at(-1)!.push(block);
  }
  return sections
    .map((children, i) => element('Section', { index: String(i) }, children))
    .filter(({ children }) => children.length > 0);
}

interface PageState {
  readonly book: Book;
  readonly chapter: string;
  /** What the chapter consists of, as it was written. */
  readonly blocks: readonly RootContent[];
  readonly exercises: ReadonlyMap<string, AuthoredExercise>;
  /** Id of the exercise that is being walked through, '' outside of one. */
  exercise: string;
  /** The level of the last heading. */
  depth: number;
  /** Whether the block that is being walked through stands far below the top of the page. */
  far: boolean;
  /** Models of the exercise that is being walked through. */
  models: readonly string[];
}

function walk(parent: Parent, page: PageState): void {
  parent.children = (parent.children as RootContent[]).map((node) => {
    if (node.type === 'heading') page.depth = node.depth;
    const at = page.blocks.indexOf(node);
    if (at >= 0) page.far = at >= FIRST;
    const made = transform(node, page);
    const { models, exercise } = page;
    if (isElement(made, 'Exercise')) {
      page.exercise = textOf(made.attributes, 'id');
      page.models = page.exercises.get(page.exercise)?.models ?? [];
    }
    if ('children' in made && !isElement(made, 'Later')) walk(made as Parent, page);
    Object.assign(page, { models, exercise });
    return made;
  });
}

function transform(node: RootContent, page: PageState): RootContent {
  if (node.type === 'math') return equation(node, page);
  if (node.type === 'code') return block(node, page);
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return value(node, page);
  if (!isElement(node)) return node;
  if (node.name === 'Cite')
    return inPlaceOf(
      node,
      element('Cite', { source: textOf(node.attributes, 'key'), chapter: page.chapter }, []),
    );
  // A lab has controls, which a browser looks for and lays out however far they are.
  if (page.far && isLab(node.name)) return element('Later', {}, [node]);
  if (node.name !== 'Exercise') return node;
  const id = textOf(node.attributes, 'id');
  const found = page.exercises.get(id);
  if (!found) return node;
  return prepareExercise(node as MdxJsxFlowElement, found, Math.min(page.depth + 1, 4), page.far);
}

function prepareExercise(
  node: MdxJsxFlowElement,
  { exercise, number }: AuthoredExercise,
  level: number,
  far: boolean,
): RootContent {
  const count = { mistakes: 0 };
  const children = node.children as RootContent[];
  const hasParts = children.some((child) => isElement(child, 'Part'));
  let index = 0;
  const inside = hasParts
    ? children.map((child) => {
        if (!isElement(child, 'Part')) return child;
        const name = textOf(child.attributes, 'name');
        const attributes = { exercise: exercise.id, name, index: String(index) };
        index += 1;
        return element('Part', attributes, fill(child.children as RootContent[], exercise, name, count, far));
      })
    : fill(children, exercise, '', count, far);
  return element(
    'Exercise',
    { id: exercise.id, title: exercise.title, number, level: String(level) },
    numberHints(inside),
  );
}

const afterField = new Set(['Mistake', 'Hint', 'Solution', 'Option', 'Step']);

/** The inside of a part: prompt, what is to be chosen, ordered or mended, field, mistakes with their keys, hints. */
function fill(
  children: RootContent[],
  exercise: AuthoredExercise['exercise'],
  name: string,
  count: { mistakes: number },
  far: boolean,
): RootContent[] {
  const cut = children.findIndex((child) => isAfterField(child));
  const before = cut < 0 ? children : children.slice(0, cut);
  const after = cut < 0 ? [] : children.slice(cut);
  const part = exercise.parts.find((one) => one.name === name);
  const field = element('Field', { exercise: exercise.id, part: name, ...(far && { far: '1' }) }, []);
  const rest = after
    .filter((child) => !isElement(child, 'Option') && !isElement(child, 'Step') && !isBlock(child))
    .map((child) => {
      if (!isElement(child, 'Mistake')) return child;
      count.mistakes += 1;
      return element('Mistake', { key_: `mistake-${count.mistakes}` }, inside(child));
    });
  return [...before, ...(part ? given(after, exercise, part) : []), field, ...rest];
}

/** What the reader chooses from, puts in order, or finds the slip in. The program to start from stands in the field. */
function given(
  after: RootContent[],
  exercise: AuthoredExercise['exercise'],
  part: AuthoredExercise['exercise']['parts'][number],
): RootContent[] {
  const slips = after.filter((child) => child.type === 'code' && child.lang === 'slip');
  const title = part.name === '' ? exercise.title : `${exercise.title}, ${part.name}`;
  if (part.kind === 'choice') {
    const options = after.filter((child) => isElement(child, 'Option'));
    const card = part.name === '' ? exercise.id : `${exercise.id}-${part.name}`;
    const choice = { card, pick: part.pick };
    return [
      element(
        'Options',
        { title, pick: part.pick },
        options.map((option, i) =>
          optionRow(option, keyAt(i), { ...choice, ...(i === 0 && { first: '1' }) }),
        ),
      ),
    ];
  }
  if (part.kind === 'order') {
    const steps = after.filter((child) => isElement(child, 'Step'));
    const keys = stepKeys(steps.length, part.name === '' ? exercise.id : `${exercise.id}.${part.name}`);
    const shown = steps
      .map((step, i) => ({ key: keys[i]!, step }))
      .sort((a, b) => a.key.localeCompare(b.key))
      .map(({ key, step }) => element('Step', { key_: key }, inside(step)));
    const extras = part.steps.length > part.right.length && { extras: '1' };
    return [element('Steps', { title, ...extras }, shown)];
  }
  return slips;
}

function isAfterField(node: RootContent): boolean {
  return isBlock(node) || (isElement(node) && afterField.has(node.name ?? ''));
}

/** The lines with a slip, or the program to start from. */
function isBlock(node: RootContent): boolean {
  return node.type === 'code' && (node.lang === 'slip' || node.lang === 'js');
}

/** The words of an option are a label; its reasons stand beside it. */
function optionRow(option: RootContent, key: string, choice: Record<string, string>): MdxJsxFlowElement {
  const [words, reasons] = [false, true].map((is) =>
    inside(option).filter((child) => isElement(child, 'Because') === is),
  ) as [RootContent[], RootContent[]];
  return element('Option', { key_: key }, [
    element('OptionWords', { ...choice, key_: key }, words),
    ...reasons.map((reason) => element('Because', { key_: key }, inside(reason))),
  ]);
}

/** Hints say which of how many they are, among those beside them. */
function numberHints(children: RootContent[]): RootContent[] {
  const hints = children.filter((child) => isElement(child, 'Hint')).length;
  let n = 0;
  return children.map((child) => {
    if (isElement(child, 'Part')) {
      return { ...child, children: numberHints(child.children as RootContent[]) } as RootContent;
    }
    if (!isElement(child, 'Hint')) return child;
    n += 1;
    return element('Hint', { n: String(n), of: String(hints) }, inside(child));
  });
}

function equation(node: MathBlock, { book }: PageState): RootContent {
  const id = (node.meta ?? '').trim().replace(/^#/, '');
  const number = book.targets.get(id)?.number;
  if (id === '' || number === undefined) return node;
  return element('Equation', { id, number }, [{ ...node, meta: null }]);
}

/** A computed number; inside an exercise on its own model it changes with the variant. */
function value(node: RootContent & { value: string }, { models }: PageState): RootContent {
  const number = numberIn(node.value);
  if (!number) return node;
  if ('run' in number) return inPlaceOf(node, element('Measured', { run: number.run }, []));
  const { expression, model, digits } = number;
  const live = models.includes(model) && { live: 'live' };
  return inPlaceOf(node, element('Value', { expression, model, ...(digits && { digits }), ...live }, []));
}

/** Stands in a line where the expression did, else on lines of its own. */
function inPlaceOf(node: RootContent, made: MdxJsxFlowElement): RootContent {
  return {
    ...made,
    type:
      node.type === 'mdxTextExpression' || node.type === 'mdxJsxTextElement'
        ? 'mdxJsxTextElement'
        : made.type,
  } as RootContent;
}

function block(node: Code, { book, exercise }: PageState): RootContent {
  const [name = '', ...words] = (node.meta ?? '').trim().split(/\s+/);
  if (node.lang === 'model') {
    const hidden = words.includes('hidden') && { hidden: 'hidden' };
    return element('Model', { name, text: node.value, ...hidden }, []);
  }
  if (node.lang === 'slip') return element('SlipLines', { exercise, text: node.value }, []);
  if (node.lang === 'derivation') {
    const id = words.find((word) => word.startsWith('#'))?.slice(1) ?? '';
    const number = book.targets.get(id)?.number ?? '';
    return element('Derivation', { model: name, id, number, text: node.value }, []);
  }
  return node;
}

function element(
  name: string,
  attributes: Record<string, string>,
  children: RootContent[],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children: children as MdxJsxFlowElement['children'],
  };
}

function inside(node: RootContent): RootContent[] {
  return 'children' in node ? (node.children as RootContent[]) : [];
}

function textOf(attributes: MdxJsxFlowElement['attributes'], name: string): string {
  const found = attributes.find((a): a is MdxJsxAttribute => a.type === 'mdxJsxAttribute' && a.name === name);
  return typeof found?.value === 'string' ? found.value.trim() : '';
}
