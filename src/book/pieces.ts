// Takes the inside of an exercise or part apart: prompt, mistakes, hints, solutions, options, steps, blocks.
import type { RootContent } from 'mdast';
import { isWritten, readAttributes } from './attributes.ts';
import { keyAt } from './shuffle.ts';
import { type Element, isElement, placeOf, plainText } from './tree.ts';
import type { Complain, Place } from './types.ts';

export interface Pieces {
  readonly prompt: readonly RootContent[];
  readonly parts: readonly Element[];
  readonly mistakes: readonly { is: string; place: Place; message: string }[];
  readonly options: readonly { key: string; right: boolean; place: Place }[];
  readonly steps: readonly { extra: boolean; place: Place }[];
  readonly fences: readonly { language: string; text: string; place: Place }[];
  readonly hints: number;
  readonly solutions: number;
}

/** The pieces in the order written. Empty ones are complained about. */
export function piecesOf(element: Element, file: string, complain: Complain): Pieces {
  const prompt: RootContent[] = [];
  const parts: Element[] = [];
  const mistakes: { is: string; place: Place; message: string }[] = [];
  const options: { key: string; right: boolean; place: Place }[] = [];
  const steps: { extra: boolean; place: Place }[] = [];
  const fences: { language: string; text: string; place: Place }[] = [];
  let hints = 0;
  let solutions = 0;
  const notEmpty = (piece: Element, what: string, hint: string): void => {
    if (saysNothing(piece)) complain(placeOf(piece, file), what, hint);
  };

  for (const child of element.children as RootContent[]) {
    const place = placeOf(child, file);
    if (child.type === 'code' && (child.lang === 'slip' || child.lang === 'js')) {
      fences.push({ language: child.lang, text: child.value, place });
    } else if (!isElement(child)) {
      prompt.push(child);
    } else if (child.name === 'Part') {
      parts.push(child);
    } else if (child.name === 'Mistake') {
      const is = readAttributes(child, ['is'], file, complain).get('is');
      if (is) mistakes.push({ is: is.text, place: is.place, message: plainText(child).trim() });
      else if (!isWritten(child, 'is')) {
        complain(place, 'The mistake does not say what it is.', 'Write `<Mistake is="the wrong answer">`.');
      }
      notEmpty(child, 'The mistake has no message.', 'Say what went wrong, between the tags.');
    } else if (child.name === 'Hint') {
      readAttributes(child, [], file, complain);
      hints += 1;
      notEmpty(child, 'The hint is empty.', 'Write it between the tags, or take the tags out.');
    } else if (child.name === 'Solution') {
      readAttributes(child, [], file, complain);
      solutions += 1;
      const program = (child.children as RootContent[]).find(
        (one) => one.type === 'code' && one.lang === 'js',
      );
      if (program?.type === 'code') fences.push({ language: 'js solution', text: program.value, place });
      notEmpty(child, 'The solution is empty.', 'Write it between the tags, or take the tags out.');
    } else if (child.name === 'Option') {
      const right = readAttributes(child, ['right'], file, complain).has('right');
      options.push({ key: keyAt(options.length), right, place });
      checkOption(child, file, complain);
    } else if (child.name === 'Step') {
      steps.push({ extra: readAttributes(child, ['extra'], file, complain).has('extra'), place });
      notEmpty(child, 'The step is empty.', 'Write it between the tags.');
    } else {
      prompt.push(child);
    }
  }
  return { prompt, parts, mistakes, options, steps, fences, hints, solutions };
}

/** Whether a reader would see nothing. */
export function saysNothing(node: Element | { type: 'root'; children: RootContent[] }): boolean {
  return (node.children as RootContent[]).every(
    (child) => plainText(child).trim() === '' && !(isElement(child) && /^[A-Z]/.test(child.name ?? '')),
  );
}

function checkOption(option: Element, file: string, complain: Complain): void {
  const place = placeOf(option, file);
  const children = option.children as RootContent[];
  const because = children.filter((child) => isElement(child, 'Because')) as Element[];
  const text = children.filter((child) => !isElement(child, 'Because'));
  if (text.every((child) => plainText(child).trim() === '')) {
    complain(place, 'The option has no text.', 'Write it between the tags, before `<Because>`.');
  }
  if (because.length !== 1) {
    complain(
      place,
      because.length === 0
        ? 'The option does not say why it is right or wrong.'
        : 'The option gives its reason twice.',
      'Write one `<Because>why</Because>` at its end.',
    );
  }
  for (const reason of because) {
    readAttributes(reason, [], file, complain);
    if (saysNothing(reason))
      complain(placeOf(reason, file), 'The reason is empty.', 'Say why, between the tags.');
  }
}
