// Turns an <Exercise> element into the engine's exercise, with the place of every piece of it.
import {
  drawsNumbers,
  type Exercise,
  type Kind,
  type Mistake,
  type Part,
} from '../../engine/exercise/index.ts';
import { type Attribute, type Attributes, isWritten, listOf, readAttributes } from './attributes.ts';
import { idRule, isId, isPartName, partNameRule } from './book-file.ts';
import { kinds } from './kinds.ts';
import { suggest } from './nearest.ts';
import { type Pieces, piecesOf, saysNothing } from './pieces.ts';
import { type Element, placeOf } from './tree.ts';
import type { AuthoredExercise, Complain, Model, Place } from './types.ts';

/** What an exercise has to be read from beside its element. */
export interface Surroundings {
  readonly chapter: string;
  readonly number: string;
  readonly file: string;
  readonly models: ReadonlyMap<string, Model>;
  readonly complain: Complain;
}

const kindNames = Object.keys(kinds) as Kind[];
const ofExercise = ['id', 'title', 'model', 'aliases', 'kind'];
const ofPart = ['name', 'title', 'kind'];
const everyKind = [...new Set(kindNames.flatMap((kind) => [...kinds[kind].needs, ...kinds[kind].takes]))];

/** The exercise, or undefined where it has no usable id. */
export function readExercise(element: Element, around: Surroundings): AuthoredExercise | undefined {
  const { file } = around;
  let sound = true;
  const complain: Complain = (...fault) => {
    sound = false;
    around.complain(...fault);
  };
  const place = placeOf(element, file);
  const attributes = readAttributes(element, [...ofExercise, ...everyKind], file, complain);
  const id = idOf(element, attributes, place, complain);
  if (id === undefined) return undefined;

  const places = new Map<string, Place>([['', place]]);
  const messages = new Map<string, string>();
  const pieces = piecesOf(element, file, complain);
  const title = attributes.get('title')?.text ?? '';
  if (title === '' && !isWritten(element, 'title')) {
    complain(
      place,
      `The exercise \`${id}\` has no title.`,
      'Add `title="..."`, a few words for the list of exercises.',
    );
  }

  const models = modelsOf(attributes, { ...around, complain });
  const count = { mistakes: 0 };
  const parts: Part[] = [];
  if (pieces.parts.length === 0) {
    if (saysNothing({ type: 'root', children: [...pieces.prompt] })) {
      complain(place, `The exercise \`${id}\` asks nothing.`, 'Write the prompt after the opening tag.');
    }
    const part = readPart({
      name: '',
      id,
      element,
      attributes,
      inherited: new Map(),
      pieces,
      place,
      places,
      messages,
      count,
      complain,
    });
    if (part) parts.push(part);
  } else {
    refuseBesideParts(attributes, pieces, complain);
    for (const child of pieces.parts) {
      const part = readNamedPart(child, {
        id,
        parts,
        inherited: attributes,
        places,
        messages,
        count,
        file,
        complain,
      });
      if (part) parts.push(part);
    }
    if (parts.length === pieces.parts.length) refuseUnused(attributes, parts, complain);
  }

  const model = models.map(({ text }) => text).join('\n');
  const exercise: Exercise = {
    id,
    title,
    chapter: around.chapter,
    model,
    parts,
    random: drawsNumbers({ model, parts }),
  };
  const inParts = pieces.parts.map((part) => piecesOf(part, file, () => {}));
  const sum = (of: 'hints' | 'solutions'): number => inParts.reduce((n, inner) => n + inner[of], pieces[of]);
  return {
    ...place,
    exercise,
    number: around.number,
    aliases: listOf(attributes.get('aliases')?.text ?? '', ','),
    models: models.map(({ name }) => name),
    places,
    messages,
    sound,
    hints: sum('hints'),
    solutions: sum('solutions'),
  };
}

function idOf(
  element: Element,
  attributes: Attributes,
  place: Place,
  complain: Complain,
): string | undefined {
  const id = attributes.get('id');
  if (!id) {
    if (!isWritten(element, 'id')) {
      complain(
        place,
        'The exercise has no id.',
        'Add `id="..."`; readers’ progress is saved under it, so it stays for good.',
      );
    }
    return undefined;
  }
  if (!isId(id.text)) {
    complain(id.place, `\`${id.text}\` cannot be an id.`, idRule);
    return undefined;
  }
  return id.text;
}

function modelsOf(attributes: Attributes, { models, complain, chapter }: Surroundings): Model[] {
  const attribute = attributes.get('model');
  if (!attribute) return [];
  return listOf(attribute.text, ',').flatMap((name) => {
    const model = models.get(name);
    if (!model) {
      const names = [...models.values()].sort(
        (a, b) => Number(b.chapter === chapter) - Number(a.chapter === chapter),
      );
      complain(
        attribute.place,
        `There is no model \`${name}\`.`,
        suggest(
          name,
          names.map((m) => m.name),
        ),
      );
    }
    return model ?? [];
  });
}

/** What stands on the exercise although its parts are asked. */
function refuseBesideParts(attributes: Attributes, pieces: Pieces, complain: Complain): void {
  for (const name of ['find', 'answer', 'computes', 'require', 'inequalities', 'weights', 'run']) {
    const attribute = attributes.get(name);
    if (attribute) {
      complain(
        attribute.name,
        `\`${name}\` belongs to a part, not to an exercise with parts.`,
        'Move it into a `<Part>`.',
      );
    }
  }
  const stray = pieces.mistakes[0] ?? pieces.options[0] ?? pieces.steps[0] ?? pieces.fences[0];
  if (stray)
    complain(
      stray.place,
      'This belongs to a part, not to an exercise with parts.',
      'Move it into a `<Part>`.',
    );
}

/** What stands on the exercise for its parts to share, and none of them takes. */
function refuseUnused(attributes: Attributes, parts: readonly Part[], complain: Complain): void {
  const taken = parts.flatMap(({ kind }) => [...kinds[kind].needs, ...kinds[kind].takes]);
  for (const [attribute, { name: at }] of attributes) {
    if (everyKind.includes(attribute) && !taken.includes(attribute))
      complain(at, `\`${attribute}\` says nothing about any of the parts.`, suggest(attribute, taken));
  }
}

interface Siblings {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly inherited: Attributes;
  readonly places: Map<string, Place>;
  readonly messages: Map<string, string>;
  readonly count: { mistakes: number };
  readonly file: string;
  readonly complain: Complain;
}

function readNamedPart(element: Element, siblings: Siblings): Part | undefined {
  const { id, file, complain, places, messages, inherited, count } = siblings;
  const place = placeOf(element, file);
  const attributes = readAttributes(element, [...ofPart, ...everyKind], file, complain);
  const name = attributes.get('name');
  if (!name) {
    if (!isWritten(element, 'name'))
      complain(place, 'The part has no name.', 'Add `name="..."`; progress is saved under it.');
    return undefined;
  }
  if (!isPartName(name.text)) {
    complain(name.place, `\`${name.text}\` cannot name a part.`, partNameRule);
    return undefined;
  }
  if (siblings.parts.some((part) => part.name === name.text)) {
    complain(name.place, `\`${id}\` has two parts named \`${name.text}\`.`, 'Give one of them another name.');
    return undefined;
  }
  const pieces = piecesOf(element, file, complain);
  if (saysNothing({ type: 'root', children: [...pieces.prompt] })) {
    complain(place, `The part \`${name.text}\` asks nothing.`, 'Write its prompt after the opening tag.');
  }
  return readPart({
    name: name.text,
    id,
    element,
    attributes,
    inherited,
    pieces,
    place,
    places,
    messages,
    count,
    complain,
  });
}

interface Bare {
  readonly name: string;
  readonly id: string;
  readonly element: Element;
  readonly attributes: Attributes;
  /** Attributes of the exercise, which its parts share unless they say otherwise. */
  readonly inherited: Attributes;
  readonly pieces: Pieces;
  readonly place: Place;
  readonly places: Map<string, Place>;
  readonly messages: Map<string, string>;
  readonly count: { mistakes: number };
  readonly complain: Complain;
}

function readPart(bare: Bare): Part | undefined {
  const { name, id, pieces, place, places, messages, count, complain } = bare;
  const prefix = name === '' ? '' : `${name}.`;
  places.set(name, place);
  const kind = kindOf(bare.attributes.get('kind') ?? bare.inherited.get('kind'), complain);
  if (!kind) return undefined;
  const { needs, takes, read } = kinds[kind];
  const own = [...needs, ...takes];
  for (const [attribute, { name: at }] of bare.attributes) {
    if (everyKind.includes(attribute) && !own.includes(attribute)) {
      complain(at, `\`${attribute}\` says nothing about the kind \`${kind}\`.`, suggest(attribute, own));
    }
  }
  const attributes = new Map<string, Attribute>();
  for (const attribute of own) {
    const given = bare.attributes.get(attribute) ?? bare.inherited.get(attribute);
    if (given) {
      attributes.set(attribute, given);
      places.set(prefix + attribute, given.place);
    } else if (needs.includes(attribute) && !isWritten(bare.element, attribute)) {
      complain(place, `The kind \`${kind}\` needs \`${attribute}\`.`, `Add \`${attribute}="..."\`.`);
    }
  }
  refuseForeign(kind, pieces, complain);
  const mistakes: Mistake[] = pieces.mistakes.map(({ is, place: at, message }) => {
    count.mistakes += 1;
    const key = `mistake-${count.mistakes}`;
    places.set(prefix + key, at);
    messages.set(key, message);
    return { key, is };
  });
  pieces.fences.forEach((fence) => {
    places.set(prefix + fence.language, fence.place);
  });
  const key = name === '' ? id : `${id}.${name}`;
  return read({ base: { name, mistakes }, key, attributes, pieces, place, complain });
}

function kindOf(attribute: Attribute | undefined, complain: Complain): Kind | undefined {
  if (!attribute) return 'formula';
  const kind = kindNames.find((name) => name === attribute.text);
  if (!kind)
    complain(attribute.place, `There is no kind \`${attribute.text}\`.`, suggest(attribute.text, kindNames));
  return kind;
}

/** Pieces that only some kinds have. */
function refuseForeign(kind: Kind, pieces: Pieces, complain: Complain): void {
  if (kind !== 'choice' && pieces.options[0]) {
    complain(pieces.options[0].place, `The kind \`${kind}\` has no options.`, 'Write `kind="choice"`.');
  }
  if (kind !== 'order' && pieces.steps[0]) {
    complain(pieces.steps[0].place, `The kind \`${kind}\` has no steps.`, 'Write `kind="order"`.');
  }
  if (kind === 'choice' && pieces.mistakes[0]) {
    complain(
      pieces.mistakes[0].place,
      'A choice has no mistakes beside its options.',
      'Say it in the `<Because>` of the wrong option.',
    );
  }
  if (!['formula', 'tensor', 'slip', 'choice'].includes(kind) && pieces.mistakes[0]) {
    complain(
      pieces.mistakes[0].place,
      `The kind \`${kind}\` has no mistakes to name.`,
      'Say it in a hint, or ask for a formula.',
    );
  }
  const slip = pieces.fences.find((fence) => fence.language === 'slip');
  if (kind !== 'slip' && slip) {
    complain(slip.place, `The kind \`${kind}\` has no \`slip\` block.`, 'Write `kind="slip"`.');
  }
}
