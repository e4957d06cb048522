// Reads one chapter's file: its front matter, exercises, models, derivations, numbers, and everything that can be linked to.
import type { Code, Nodes, Root } from 'mdast';
import type { Math as MathBlock } from 'mdast-util-math';
import { isMeasurement } from '../../engine/exercise/index.ts';
import { isWritten, readAttributes } from './attributes.ts';
import { idRule, isId } from './book-file.ts';
import { elements } from './elements.ts';
import { readExercise } from './exercise.ts';
import { checkSentence } from './formula.ts';
import { readFrontMatter } from './front-matter.ts';
import { suggest } from './nearest.ts';
import { isNothing, numberIn } from './numbers.ts';
import { stepsOf } from './steps.ts';
import { checkNode, isClosed, type Written, walk } from './text.ts';
import { type Element, isElement, parseTree, placeOf, plainText } from './tree.ts';
import type {
  AuthoredExercise,
  Chapter,
  Citation,
  Complain,
  Derivation,
  Fault,
  Model,
  Place,
  Reference,
  Target,
  Value,
} from './types.ts';
import type { Field, YamlValue } from './yaml.ts';

const fields = {
  title: { kind: 'text', required: true, says: 'the title of the chapter, a line of text' },
  description: { kind: 'text', required: true, says: 'one sentence on what the reader learns' },
  basedOn: { kind: 'text', says: 'whom or what the chapter is based on, a line of text' },
  aliases: { kind: 'names', says: 'a list of names that the chapter had before: `[old-name]`' },
} as const satisfies Record<string, Field>;

/** A chapter's text, parsed but not yet read: models come first, since an exercise may speak of one in a later chapter. */
export interface ParsedChapter extends Written {
  readonly id: string;
  readonly number: string;
  readonly off: boolean;
  readonly tree: Root | undefined;
  readonly front: ReadonlyMap<string, YamlValue>;
  readonly models: readonly Model[];
  readonly problems: Fault[];
}

export function parseChapter(
  root: string,
  id: string,
  file: string,
  number: string,
  off: boolean,
  text: string,
): ParsedChapter {
  const problems: Fault[] = [];
  const complain: Complain = (place, message, hint, severity = 'error') => {
    problems.push({ ...place, severity, message, ...(hint !== undefined && { hint }) });
  };
  const tree = parseTree(text, file, complain);
  const written = { root, file, text, complain };
  const front = tree ? readFrontMatter(tree, fields, written) : new Map();
  for (const alias of front.get('aliases')?.items ?? []) {
    if (!isId(String(alias.value)))
      complain(alias.place, `\`${alias.value}\` cannot have named a chapter.`, idRule);
  }
  const models = tree ? modelsOf(tree, id, written) : [];
  return { ...written, id, number, off, tree, front, models, problems };
}

/** `models` are those of the whole book, by name. */
export function readChapter(parsed: ParsedChapter, models: ReadonlyMap<string, Model>): Chapter {
  const { id, file, number, off, tree, front, complain, problems } = parsed;
  const title = (front.get('title')?.value as string | undefined) ?? id;
  const exercises: AuthoredExercise[] = [];
  const derivations: Derivation[] = [];
  const values: Value[] = [];
  const references: Reference[] = [];
  const citations: Citation[] = [];
  const start: Place = { file, line: 1, column: 1 };
  const targets: Target[] = [{ ...start, type: 'chapter', id, title, number, chapter: id, off }];
  const count = { exercise: 0, figure: 0, equation: 0 };
  const next = (type: keyof typeof count): string => {
    count[type] += 1;
    return `${number}.${count[type]}`;
  };
  const addTarget = (type: Target['type'], place: Place, target: string, label: string, at: string): void => {
    targets.push({ ...place, type, id: target, title: label, number: at, chapter: id, off });
  };
  const equation = (place: Place, meta: string, label: string): string => {
    const target = meta.replace(/^#/, '');
    if (target === '') return '';
    if (!meta.startsWith('#') || !isId(target)) {
      complain(place, `\`${meta}\` cannot be the id of an equation.`, `Write \`#my-equation\`. ${idRule}`);
      return '';
    }
    addTarget('equation', place, target, label, next('equation'));
    return target;
  };

  const visitors: { [type: string]: (node: never) => void } = {
    math: (node: MathBlock) => {
      equation(placeOf(node, file), (node.meta ?? '').trim(), 'Equation');
    },
    code: (node: Code) => {
      if (node.lang !== 'derivation' || !isClosed(node, parsed.text)) return;
      const place = placeOf(node, file);
      const [model = '', ...words] = (node.meta ?? '').trim().split(/\s+/);
      const notation = words.includes('matrix') ? 'matrix' : 'entries';
      const [meta = '', ...stray] = words.filter((word) => word !== 'matrix');
      if (stray.length > 0 || (meta !== '' && !meta.startsWith('#'))) {
        complain(
          place,
          `A derivation cannot be \`${stray[0] ?? meta}\`.`,
          'After the name of its model may stand `matrix` and `#an-id`, nothing else.',
        );
        return;
      }
      if (!models.has(model)) {
        complain(
          place,
          model === '' ? 'The derivation does not name its model.' : `There is no model \`${model}\`.`,
          model === '' ? 'Write its name after `derivation`.' : suggest(model, models.keys()),
        );
      }
      if (node.value.trim() === '')
        complain(place, 'The derivation is empty.', 'Write one line for each `=`.');
      const { steps, strays } = stepsOf(node.value);
      const lines = node.value.split('\n');
      for (const { reason, line } of steps) {
        const column = (lines[line] ?? '').lastIndexOf(reason) + 1;
        checkSentence(reason, { file, line: place.line + 1 + line, column }, complain);
      }
      for (const line of strays) {
        complain(
          { file, line: place.line + 1 + line, column: 1 },
          'This line of the derivation has no two sides.',
          'Write `left = right`, or `= right` to go on from the line above; a reason stands after two spaces: `  by ...`.',
        );
      }
      const target = equation(place, meta, 'Derivation');
      derivations.push({
        ...place,
        model,
        notation,
        id: target,
        text: node.value,
        start: { ...place, line: place.line + 1 },
      });
    },
    expression: (node: Nodes & { value: string }) => {
      const value = readValue(node, file, models, complain);
      if (value) values.push(value);
    },
    element: (node: Element) => {
      const place = placeOf(node, file);
      const name = node.name ?? '';
      if (name === 'Exercise') {
        const exercise = readExercise(node, {
          chapter: id,
          number: next('exercise'),
          file,
          models,
          complain,
        });
        if (!exercise) return;
        exercises.push(exercise);
        for (const target of [exercise.exercise.id, ...exercise.aliases]) {
          addTarget(
            'exercise',
            exercise.places.get('') ?? place,
            target,
            exercise.exercise.title,
            exercise.number,
          );
        }
      } else if (name === 'Ref') {
        const to = readAttributes(node, ['to'], file, complain).get('to');
        if (to) references.push({ ...to.place, to: to.text });
        else if (!isWritten(node, 'to'))
          complain(place, 'The reference does not say where to.', 'Write `<Ref to="some-id" />`.');
      } else if (name === 'Cite') {
        const key = readAttributes(node, elements.Cite, file, complain).get('key');
        if (key) citations.push({ ...key.place, key: key.text });
        else if (!isWritten(node, 'key'))
          complain(place, 'The citation does not say what it cites.', 'Write `<Cite key="some-source" />`.');
      } else if (name === 'Figure') {
        readFigure(node, file, complain, (target, caption) =>
          addTarget('figure', place, target, caption, next('figure')),
        );
      }
    },
  };
  if (tree) {
    walk(tree, (node, around) => {
      checkNode(node, around, parsed);
      visitors[sortOf(node)]?.(node as never);
    });
  }

  return {
    id,
    file,
    title,
    description: (front.get('description')?.value as string | undefined) ?? '',
    number,
    basedOn: (front.get('basedOn')?.value as string | undefined) ?? '',
    aliases: (front.get('aliases')?.value as string[] | undefined) ?? [],
    off,
    exercises,
    models: parsed.models,
    derivations,
    values,
    targets,
    references,
    citations,
    problems,
  };
}

function sortOf(node: Nodes): string {
  if (isElement(node)) return 'element';
  return node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression' ? 'expression' : node.type;
}

function modelsOf(tree: Root, chapter: string, { file, text, complain }: Written): Model[] {
  const models: Model[] = [];
  walk(tree, (node) => {
    if (node.type === 'code' && node.lang === 'model' && isClosed(node, text)) {
      const place = placeOf(node, file);
      const [name = '', ...flags] = (node.meta ?? '').trim().split(/\s+/);
      const stray = flags.find((flag) => flag !== 'hidden');
      if (stray !== undefined) {
        complain(
          place,
          `A model cannot be \`${stray}\`.`,
          'After its name may stand `hidden`, nothing else.',
        );
      } else if (!isId(name)) {
        complain(
          place,
          name === '' ? 'The model has no name.' : `\`${name}\` cannot name a model.`,
          `Write it after \`model\`. ${idRule}`,
        );
      } else if (node.value.trim() === '') {
        complain(place, `The model \`${name}\` is empty.`, 'Write one declaration or equation a line.');
      } else {
        models.push({ ...place, name, text: node.value, start: { ...place, line: place.line + 1 }, chapter });
      }
    }
  });
  return models;
}

function readValue(
  node: Nodes & { value: string },
  file: string,
  models: ReadonlyMap<string, Model>,
  complain: Complain,
): Value | undefined {
  const place = placeOf(node, file);
  if (isNothing(node.value)) return undefined;
  const number = numberIn(node.value);
  if (!number) {
    complain(
      place,
      'Braces in text hold a computed number or a comment, nothing else.',
      'Write `{value("expression", "model")}` or `{measured("name")}`, put formulas between dollar signs, and a lone brace as `\\{`.',
    );
    return undefined;
  }
  if ('run' in number) {
    if (!isMeasurement(number.run))
      complain(
        place,
        `There is no measurement \`${number.run}\`.`,
        'They are listed in engine/exercise/measured.ts.',
      );
    return undefined;
  }
  const { expression, model } = number;
  if (!models.has(model)) {
    complain(place, `There is no model \`${model}\`.`, suggest(model, models.keys()));
    return undefined;
  }
  return { ...place, expression, model };
}

function readFigure(
  node: Element,
  file: string,
  complain: Complain,
  add: (id: string, caption: string) => void,
): void {
  const place = placeOf(node, file);
  const attributes = readAttributes(node, elements.Figure, file, complain);
  const id = attributes.get('id');
  const caption = attributes.get('caption');
  if (!caption && !isWritten(node, 'caption')) {
    complain(place, 'The figure has no caption.', 'Add `caption="..."`: what is to be seen in it.');
  }
  if (caption) checkSentence(caption.text, caption.place, complain);
  if (id && !isId(id.text)) complain(id.place, `\`${id.text}\` cannot be an id.`, idRule);
  else if (id) add(id.text, caption?.text.replaceAll('$', '') ?? '');
  else if (!isWritten(node, 'id'))
    complain(place, 'The figure has no id.', 'Add `id="..."`, so that it can be linked to.');
  if (
    node.children.every(
      (child) => plainText(child).trim() === '' && !isElement(child) && child.type !== ('image' as never),
    )
  ) {
    complain(place, 'The figure shows nothing.', 'Put an image or a figure component between the tags.');
  }
}
