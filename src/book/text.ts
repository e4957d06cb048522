// What may stand in any text of the book, a chapter's or a page's: formulas, blocks, pictures, links, tags.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Code, Image, Link, Nodes, Text } from 'mdast';
import type { Math as MathBlock } from 'mdast-util-math';
import { isWritten, readAttributes } from './attributes.ts';
import { elements, html, insideExercise } from './elements.ts';
import { checkGraphFigure, graphFigures } from './figures.ts';
import { checkFormula } from './formula.ts';
import { nearest, suggest } from './nearest.ts';
import { type Element, isElement, placeOf } from './tree.ts';
import type { Complain, Place } from './types.ts';

/** A text as it was written, and who is told of what is wrong in it. */
export interface Written {
  readonly root: string;
  readonly file: string;
  readonly text: string;
  readonly complain: Complain;
}

/** Goes through the tree; `visit` sees each node with the names of the elements around it, outermost first. */
export function walk(
  node: Nodes,
  visit: (node: Nodes, around: readonly string[]) => void,
  around: readonly string[] = [],
): void {
  visit(node, around);
  if (!('children' in node)) return;
  const inside = isElement(node) ? [...around, node.name ?? ''] : around;
  for (const child of node.children as Nodes[]) walk(child, visit, inside);
}

/** Complains of a node that no text of the book may hold. */
export function checkNode(node: Nodes, around: readonly string[], written: Written): void {
  const { file, complain } = written;
  const place = placeOf(node, file);
  if (isElement(node)) checkElement(node, around, place, complain);
  else if (node.type === 'heading' && node.depth === 1) {
    complain(place, 'A chapter has one heading of the first level: its title.', 'Write `##` for a section.');
  } else if (node.type === 'mdxjsEsm') {
    complain(
      place,
      'A chapter has no import or export lines.',
      'Take it out: every component is there already. A sentence may not begin with these words.',
    );
  } else if (node.type === 'math' || node.type === 'code') checkBlock(node, place, written);
  else if (node.type === 'inlineMath') checkFormula(node, file, complain);
  else if (node.type === 'image') checkImage(node, place, written);
  else if (node.type === 'link') checkLink(node, place, complain);
  else if (node.type === 'text') checkDollars(node, place, written);
}

/** Whether the fence of a block is closed; one that is not takes in all the rest of the chapter. */
export function isClosed(node: Code | MathBlock, text: string): boolean {
  const { start, end } = node.position!;
  const last = text.slice(start.offset, end.offset).split('\n').slice(1).at(-1);
  return last !== undefined && /^[\s>]*(`{3,}|~{3,}|\${2,})\s*$/.test(last);
}

const blocks = ['model', 'derivation', 'slip'];

function checkBlock(node: Code | MathBlock, place: Place, { file, text, complain }: Written): void {
  const formula = node.type === 'math';
  if (!isClosed(node, text)) {
    const fence = formula ? '`$$`' : 'three backquotes';
    complain(place, 'This block is not closed.', `Write ${fence} on a line of their own at its end.`);
    return;
  }
  if (formula) checkFormula(node, file, complain);
  else if (node.lang && !blocks.includes(node.lang)) {
    const meant = node.lang.length > 3 ? nearest(node.lang, blocks) : undefined;
    if (meant)
      complain(place, `A block of \`${node.lang}\` is not checked.`, `Did you mean \`${meant}\`?`, 'warning');
  }
}

function checkImage({ url, alt }: Image, place: Place, { root, file, complain }: Written): void {
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(url)) {
    complain(
      place,
      'A picture stands beside the chapter, in its folder.',
      'Copy it there and write `![what is to be seen](./picture.svg)`: the book loads nothing from elsewhere.',
    );
  } else if (!existsSync(join(root, dirname(file), decoded(url)))) {
    complain(place, `There is no picture ${url}.`, `It is looked for from the folder ${dirname(file)}.`);
  }
  if (!alt?.trim())
    complain(
      place,
      'The picture has no words for those who do not see it.',
      'Write what is to be seen between the square brackets.',
      'warning',
    );
}

function checkLink({ url }: Link, place: Place, complain: Complain): void {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) && !/^(https?|mailto):/i.test(url))
    complain(place, `A link cannot lead to \`${url.slice(0, 40)}\`.`, 'It starts with https:// or mailto:.');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A formula that is opened and not closed is text to the parser. */
function checkDollars({ position }: Text, place: Place, { text, complain }: Written): void {
  const source = text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  const at = /(?<!\\)\$/.exec(source)?.index;
  if (at === undefined) return;
  const before = source.slice(0, at).split('\n');
  const column = before.length > 1 ? 1 : place.column;
  complain(
    { ...place, line: place.line + before.length - 1, column: column + (before.at(-1) ?? '').length },
    'A dollar sign stands alone.',
    'Close the formula with another one, or write `\\$`.',
    'warning',
  );
}

const names: readonly string[] = [...Object.keys(elements), ...Object.keys(insideExercise)];

/** Elements whose attributes say what else there is, and are read by who wants to know. */
const readApart = ['Cite', 'Figure', 'Ref'];

function checkElement(node: Element, around: readonly string[], place: Place, complain: Complain): void {
  const name = node.name ?? '';
  if (name === '') return;
  if (Object.hasOwn(insideExercise, name)) {
    const allowed: readonly string[] = insideExercise[name as keyof typeof insideExercise];
    if (!around.includes('Exercise'))
      complain(
        place,
        `\`<${name}>\` stands outside of an exercise.`,
        'Put it between `<Exercise>` and `</Exercise>`.',
      );
    else if (!allowed.includes(around.at(-1) ?? ''))
      complain(
        place,
        `\`<${name}>\` cannot stand in \`<${around.at(-1)}>\`.`,
        `It stands directly in ${allowed.map((one) => `\`<${one}>\``).join(' or ')}.`,
      );
  } else if (name === 'Exercise' && around.includes('Exercise')) {
    complain(
      place,
      'An exercise stands inside another one.',
      'Close the first with `</Exercise>`; several things asked are `<Part>`s.',
    );
  } else if (Object.hasOwn(elements, name)) {
    const known = elements[name as keyof typeof elements];
    if (!known || readApart.includes(name)) return;
    const attributes = readAttributes(node, known, place.file, complain);
    if (graphFigures.includes(name))
      checkGraphFigure(name, attributes, (attribute) => isWritten(node, attribute), place, complain);
  } else if (/^[A-Z]/.test(name)) complain(place, `There is no \`<${name}>\`.`, suggest(name, names));
  else checkHtml(node, around.includes('svg'), place, complain);
}

function checkHtml(node: Element, inPicture: boolean, place: Place, complain: Complain): void {
  const name = node.name ?? '';
  const allowed = inPicture ? !/^(script|style|foreignObject)$/i.test(name) : html.has(name);
  if (!allowed) {
    const meant = name.length > 4 ? nearest(name, names) : names.find((one) => one.toLowerCase() === name);
    const hint = name === 'img' ? 'Write `![what is to be seen](./picture.svg)`.' : 'Take it out.';
    complain(place, `A chapter has no \`<${name}>\`.`, meant ? `Did you mean \`<${meant}>\`?` : hint);
  }
  for (const attribute of node.attributes) {
    const at = placeOf(attribute.position ? { position: attribute.position } : node, place.file);
    if (attribute.type !== 'mdxJsxAttribute' || (attribute.value && typeof attribute.value === 'object'))
      complain(at, 'Attributes are text, never in braces.', 'Write `name="text"`.');
    else if (/^on/i.test(attribute.name) || /^\s*javascript:/i.test(attribute.value ?? ''))
      complain(at, `A chapter runs nothing: \`${attribute.name}\`.`, 'Take it out.');
  }
}
