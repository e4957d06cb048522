// Reads one chapter's file: its front matter, exercises, models, derivations, numbers, and everything that can be linked to.
import type { Code, Nodes, Root } from 'mdast';
import type { Math as MathBlock } from 'mdast-util-math';
import { isMeasurement } from '../../engine/exercise/index.ts';
import { isWritten, readAttributes } from './attributes.ts';
import { idPattern, idRule } from './book-file.ts';
import { elements, insideExercise, refusedHtml } from './elements.ts';
import { readExercise } from './exercise.ts';
import { checkFormula } from './formula.ts';
import { suggest } from './nearest.ts';
import { stepsOf } from './steps.ts';
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
import { type Field, readYaml } from './yaml.ts';

const fields = {
  title: { kind: 'text', required: true, says: 'the title of the chapter, a line of text' },
  description: { kind: 'text', required: true, says: 'one sentence on what the reader learns' },
  basedOn: { kind: 'text', says: 'whom or what the chapter is based on, a line of text' },
  aliases: { kind: 'names', says: 'a list of names that the chapter had before: `[old-name]`' },
} as const satisfies Record<string, Field>;

/** A chapter's text, parsed but not yet read: models come first, since an exercise may speak of one in a later chapter. */
export interface ParsedChapter {
  readonly id: string;
  readonly file: string;
  readonly number: string;
  readonly off: boolean;
  readonly tree: Root | undefined;
  readonly front: ReturnType<typeof readYaml>;
  readonly models: readonly Model[];
  readonly problems: Fault[];
  readonly complain: Complain;
}

export function parseChapter(
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
  const tree = parseTree(text.replace(/^\uFEFF/, ''), file, complain);
  const matter = tree?.children[0];
  const yaml = matter?.type === 'yaml' ? matter : undefined;
  if (tree && !yaml) {
    complain(
      { file, line: 1, column: 1 },
      'The chapter has no front matter.',
      'Start the file with `---`, `title: ...`, `description: ...`, `---`.',
    );
  }
  const front = readYaml(
    yaml?.value ?? '',
    file,
    (yaml?.position?.start.line ?? 0) + 1,
    yaml ? fields : {},
    complain,
  );
  const models = tree ? modelsOf(tree, id, file, complain) : [];
  return { id, file, number, off, tree, front, models, problems, complain };
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
    if (!meta.startsWith('#') || !idPattern.test(target)) {
      complain(place, `\`${meta}\` cannot be the id of an equation.`, `Write \`#my-equation\`. ${idRule}`);
      return '';
    }
    addTarget('equation', place, target, label, next('equation'));
    return target;
  };

  const visitors: { [type: string]: (node: never, inExercise: boolean) => void } = {
    heading: (node: Nodes & { type: 'heading' }) => {
      if (node.depth === 1) {
        complain(
          placeOf(node, file),
          'A chapter has one heading of the first level: its title.',
          'Write `##` for a section.',
        );
      }
    },
    mdxjsEsm: (node: Nodes) => {
      complain(
        placeOf(node, file),
        'A chapter has no import or export lines.',
        'Take it out: every component is there already.',
      );
    },
    math: (node: MathBlock) => {
      equation(placeOf(node, file), (node.meta ?? '').trim(), 'Equation');
      checkFormula(node, file, complain);
    },
    inlineMath: (node: Nodes & { type: 'inlineMath' }) => checkFormula(node, file, complain),
    code: (node: Code) => {
      if (node.lang !== 'derivation') return;
      const place = placeOf(node, file);
      const [model = '', ...words] = (node.meta ?? '').trim().split(/\s+/);
      const notation = words.includes('matrix') ? 'matrix' : 'entries';
      const meta = words.find((word) => word !== 'matrix') ?? '';
      if (!models.has(model)) {
        complain(
          place,
          model === '' ? 'The derivation does not name its model.' : `There is no model \`${model}\`.`,
          model === '' ? 'Write its name after `derivation`.' : suggest(model, models.keys()),
        );
      }
      if (node.value.trim() === '')
        complain(place, 'The derivation is empty.', 'Write one line for each `=`.');
      const { strays } = stepsOf(node.value);
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
    element: (node: Element, inExercise: boolean) => {
      const place = placeOf(node, file);
      const name = node.name ?? '';
      checkElementName(name, inExercise, place, complain);
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
      } else if (Object.hasOwn(elements, name)) {
        readAttributes(node, elements[name as keyof typeof elements] ?? [], file, complain);
      }
    },
  };
  if (tree) walk(tree, visitors, false);

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

function walk(
  node: Nodes,
  visitors: Record<string, (node: never, inExercise: boolean) => void>,
  inside: boolean,
): void {
  const type = isElement(node)
    ? 'element'
    : node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression'
      ? 'expression'
      : node.type;
  visitors[type]?.(node as never, inside);
  if ('children' in node) {
    for (const child of node.children as Nodes[])
      walk(child, visitors, inside || isElement(node, 'Exercise'));
  }
}

function modelsOf(tree: Root, chapter: string, file: string, complain: Complain): Model[] {
  const models: Model[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'code' && node.lang === 'model') {
      const place = placeOf(node, file);
      const [name = '', ...flags] = (node.meta ?? '').trim().split(/\s+/);
      const stray = flags.find((flag) => flag !== 'hidden');
      if (stray !== undefined) {
        complain(
          place,
          `A model cannot be \`${stray}\`.`,
          'After its name may stand `hidden`, nothing else.',
        );
      } else if (!idPattern.test(name)) {
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
    if ('children' in node) (node.children as Nodes[]).forEach(visit);
  };
  visit(tree);
  return models;
}

function readValue(
  node: Nodes & { value: string },
  file: string,
  models: ReadonlyMap<string, Model>,
  complain: Complain,
): Value | undefined {
  const place = placeOf(node, file);
  if (/^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(node.value)) return undefined;
  const run = /^\s*measured\(\s*"([^"\\]+)"\s*\)\s*$/.exec(node.value);
  if (run) {
    if (!isMeasurement(run[1] ?? ''))
      complain(
        place,
        `There is no measurement \`${run[1]}\`.`,
        'They are listed in engine/exercise/measured.ts.',
      );
    return undefined;
  }
  const call = /^\s*value\(\s*"([^"\\]+)"\s*,\s*"([^"\\]+)"\s*\)\s*$/.exec(node.value);
  if (!call) {
    complain(
      place,
      'Braces in text hold a computed number or a comment, nothing else.',
      'Write `{value("expression", "model")}` or `{measured("name")}`, put formulas between dollar signs, and a lone brace as `\\{`.',
    );
    return undefined;
  }
  const [, expression = '', model = ''] = call;
  if (!models.has(model)) {
    complain(place, `There is no model \`${model}\`.`, suggest(model, models.keys()));
    return undefined;
  }
  return { ...place, expression, model };
}

const known: readonly string[] = [...Object.keys(elements), ...insideExercise] satisfies string[];

function checkElementName(name: string, inExercise: boolean, place: Place, complain: Complain): void {
  if (name === '') return;
  if (/^[a-z]/.test(name)) {
    if (refusedHtml.has(name)) complain(place, `A chapter has no \`<${name}>\`.`, 'Take it out.');
  } else if (!known.includes(name)) {
    complain(place, `There is no \`<${name}>\`.`, suggest(name, known));
  } else if (!inExercise && insideExercise.includes(name as never)) {
    complain(
      place,
      `\`<${name}>\` stands outside of an exercise.`,
      'Put it between `<Exercise>` and `</Exercise>`.',
    );
  } else if (inExercise && name === 'Exercise') {
    complain(
      place,
      'An exercise stands inside another one.',
      'Close the first with `</Exercise>`; several things asked are `<Part>`s.',
    );
  }
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
  if (id && !idPattern.test(id.text)) complain(id.place, `\`${id.text}\` cannot be an id.`, idRule);
  else if (id) add(id.text, caption?.text ?? '');
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
