// Reads the pages around the chapters, content/_pages, for what can be wrong in them.
import { readGraph } from '../../components/figure/authored.ts';
import { isWritten, readAttributes } from './attributes.ts';
import { idRule, isId } from './book-file.ts';
import { namesAt } from './figures.ts';
import { readFrontMatter } from './front-matter.ts';
import { suggest } from './nearest.ts';
import { isNothing } from './numbers.ts';
import { checkNode, type Written, walk } from './text.ts';
import { isElement, parseTree, placeOf } from './tree.ts';
import type { Target } from './types.ts';
import type { Field } from './yaml.ts';

const fields = {
  title: { kind: 'text', required: true, says: 'the title of the page, a line of text' },
  description: { kind: 'text', required: true, says: 'one sentence on what stands here' },
} as const satisfies Record<string, Field>;

/** The first page offers an exercise, and shows a graph as it is run. */
const homeFields = {
  ...fields,
  graph: { kind: 'text', says: 'the graph of the picture on the first page: `s = x + y; g = x * s`' },
  at: { kind: 'text', says: 'the values of the graph’s inputs: `x = 3, y = 2`' },
  try: { kind: 'text', says: 'the id of an exercise that a newcomer finds on the first page' },
} as const satisfies Record<string, Field>;

/** Elements that need a chapter around them. */
const inChapters = ['Cite', 'Exercise', 'Figure'];

/** Complains of what is wrong in one page. `targets` is absent where not all ids of the book are known. */
export function checkPage(
  page: string,
  written: Written,
  targets: ReadonlyMap<string, Target> | undefined,
): void {
  const { file, text, complain } = written;
  const start = { file, line: 1, column: 1 };
  if (!isId(page)) complain(start, `\`${page}\` cannot name a page.`, idRule);
  const tree = parseTree(text, file, complain);
  if (!tree) return;
  const front = readFrontMatter(tree, page === 'home' ? homeFields : fields, written);
  const tried = front.get('try');
  if (tried && targets && targets.get(String(tried.value))?.type !== 'exercise')
    complain(
      tried.place,
      `There is no exercise \`${tried.value}\`.`,
      suggest(String(tried.value), targets.keys()),
    );
  const [graph, at] = [front.get('graph'), front.get('at')];
  if (graph && !at)
    complain(graph.place, 'The graph has no point.', 'Write `at:` with a number for each input.');
  if (graph && at) {
    const point = namesAt(String(at.value));
    if (!point) complain(at.place, `\`${at.value}\` is not a point.`, 'Write `x = 3, y = 2`.');
    else if (!readGraph(String(graph.value), point))
      complain(
        graph.place,
        `\`${graph.value}\` is not a graph on ${point.join(', ')}.`,
        `It is ${homeFields.graph.says}.`,
      );
  }
  if (at && !graph) complain(at.place, 'The point has no graph.', 'Write `graph:` with its lines.');
  walk(tree, (node, around) => {
    checkNode(node, around, written);
    const place = placeOf(node, file);
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      if (!isNothing(node.value))
        complain(
          place,
          'Braces in a page hold a comment, nothing else.',
          'Computed numbers stand in chapters; write a lone brace as `\\{`.',
        );
    } else if (isElement(node) && inChapters.includes(node.name ?? '')) {
      complain(place, `\`<${node.name}>\` stands in a chapter only.`, 'Take it out of this page.');
    } else if (isElement(node, 'Ref')) {
      const to = readAttributes(node, ['to'], file, complain).get('to');
      if (!to && !isWritten(node, 'to'))
        complain(place, 'The reference does not say where to.', 'Write `<Ref to="some-id" />`.');
      else if (to && targets && !targets.has(to.text))
        complain(to.place, `Nothing has the id \`${to.text}\`.`, suggest(to.text, targets.keys()));
    }
  });
}
