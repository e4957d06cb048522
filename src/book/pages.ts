// Reads the pages around the chapters, content/_pages, for what can be wrong in them: references, braces, formulas.
import type { Nodes } from 'mdast';
import { isWritten, readAttributes } from './attributes.ts';
import { checkFormula } from './formula.ts';
import { suggest } from './nearest.ts';
import { isElement, parseTree, placeOf } from './tree.ts';
import type { Complain, Target } from './types.ts';

/** Complains of what is wrong in one page. `targets` is absent where not all ids of the book are known. */
export function checkPage(
  file: string,
  text: string,
  targets: ReadonlyMap<string, Target> | undefined,
  complain: Complain,
): void {
  const visit = (node: Nodes): void => {
    if (node.type === 'math' || node.type === 'inlineMath') checkFormula(node, file, complain);
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      if (!/^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(node.value))
        complain(
          placeOf(node, file),
          'Braces in a page hold a comment, nothing else.',
          'Computed numbers stand in chapters; write a lone brace as `\\{`.',
        );
    }
    if (isElement(node, 'Ref')) {
      const to = readAttributes(node, ['to'], file, complain).get('to');
      if (!to && !isWritten(node, 'to'))
        complain(
          placeOf(node, file),
          'The reference does not say where to.',
          'Write `<Ref to="some-id" />`.',
        );
      else if (to && targets && !targets.has(to.text))
        complain(to.place, `Nothing has the id \`${to.text}\`.`, suggest(to.text, targets.keys()));
    }
    if ('children' in node) (node.children as Nodes[]).forEach(visit);
  };
  const tree = parseTree(text, file, complain);
  if (tree) visit(tree);
}
