// One entry a kind: the attributes that it knows, the ones that it needs, and how a part of it is made from them.
import type { Form, Kind, Mistake, Part } from '../../engine/exercise/index.ts';
import { type Attributes, listOf } from './attributes.ts';
import type { Pieces } from './pieces.ts';
import { stepKeys } from './shuffle.ts';
import type { Complain, Place } from './types.ts';

/** What a kind is made from. */
export interface Material {
  readonly base: { readonly name: string; readonly mistakes: readonly Mistake[] };
  /** Identifies the part in the book; seeds the order of steps. */
  readonly key: string;
  readonly attributes: Attributes;
  readonly pieces: Pieces;
  readonly place: Place;
  readonly complain: Complain;
}

interface KindReader<K extends Kind> {
  readonly needs: readonly string[];
  readonly takes: readonly string[];
  /** The part, or undefined after a complaint. */
  readonly read: (material: Material) => Extract<Part, { kind: K }> | undefined;
}

export const kinds: { readonly [K in Kind]: KindReader<K> } = {
  formula: {
    needs: ['find'],
    takes: ['answer', 'using', 'notation', 'short', 'star', 'functions', 'exps', 'size'],
    read: (material) => ({
      ...material.base,
      kind: 'formula',
      find: text(material, 'find'),
      ...optional('answer', material.attributes.get('answer')?.text),
      ...optional('using', list(material, 'using', ',')),
      notation: oneOf(material, 'notation', ['entries', 'matrix']),
      ...optional('short', list(material, 'short', ';')),
      ...(material.attributes.has('star') && { star: oneOf(material, 'star', ['entries']) }),
      ...optional('form', formOf(material)),
    }),
  },
  tensor: {
    needs: ['find'],
    takes: ['shape'],
    read: (material) => ({
      ...material.base,
      kind: 'tensor',
      find: text(material, 'find'),
      shape: oneOf(material, 'shape', ['shown', 'asked']),
    }),
  },
  graph: {
    needs: ['task', 'computes', 'inputs'],
    takes: ['ops', 'graph'],
    read: (material) => {
      const task = oneOf(material, 'task', ['build', 'edges', 'numbers']);
      const graph = list(material, 'graph', ';')?.join('\n');
      if (task !== 'build' && graph === undefined) {
        material.complain(
          material.place,
          `A graph to put ${task} on is missing.`,
          'Add `graph="a = x * x; b = a + y"`.',
        );
      }
      return {
        ...material.base,
        kind: 'graph',
        task,
        inputs: list(material, 'inputs', ',') ?? [],
        ops: list(material, 'ops', ',') ?? ['+', '*'],
        computes: text(material, 'computes'),
        ...optional('graph', graph),
      };
    },
  },
  choice: {
    needs: [],
    takes: ['pick'],
    read: (material) => {
      const options = material.pieces.options.map(({ key, right }) => ({ key, right }));
      const right = options.filter((option) => option.right).length;
      const pick = oneOf(material, 'pick', ['one', 'some']);
      if (options.length < 2) {
        material.complain(
          material.place,
          'A choice needs at least two options.',
          'Write each as `<Option>...</Option>`.',
        );
      } else if (right === 0) {
        material.complain(
          material.place,
          'No option is marked as right.',
          'Write `<Option right>` on the right one.',
        );
      } else if (pick === 'one' && right > 1) {
        material.complain(
          material.place,
          `${right} options are marked as right, but the reader picks one.`,
          'Add `pick="some"` to the exercise, or keep one `right`.',
        );
      }
      return { ...material.base, kind: 'choice', options, pick };
    },
  },
  order: {
    needs: [],
    takes: [],
    read: (material) => {
      const written = material.pieces.steps;
      if (written.filter((step) => !step.extra).length < 2) {
        material.complain(
          material.place,
          'There is nothing to put in order.',
          'Write at least two `<Step>...</Step>`.',
        );
      }
      const keys = stepKeys(written.length, material.key);
      return {
        ...material.base,
        kind: 'order',
        steps: [...keys].sort(),
        right: written.flatMap((step, i) => (step.extra ? [] : [keys[i]!])),
      };
    },
  },
  slip: {
    needs: ['find'],
    takes: ['answer', 'using', 'notation', 'functions', 'exps', 'size'],
    read: (material) => {
      const lines = fenced(material, 'slip');
      if (lines === undefined) return undefined;
      return {
        ...material.base,
        kind: 'slip',
        lines: lines
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        find: text(material, 'find'),
        ...optional('answer', material.attributes.get('answer')?.text),
        ...optional('using', list(material, 'using', ',')),
        notation: oneOf(material, 'notation', ['entries', 'matrix']),
        ...optional('form', formOf(material)),
      };
    },
  },
  network: {
    needs: ['weights'],
    takes: ['require', 'run', 'example'],
    read: (material) => {
      const require = list(material, 'require', ';') ?? [];
      const run = material.attributes.get('run')?.text;
      if (require.length === 0 && run === undefined) {
        material.complain(
          material.place,
          'Nothing says when the weights are right.',
          'Add `require="y_0 <= 1/2; y_1 > 1/2"` or the name of a `run`.',
        );
      }
      return {
        ...material.base,
        kind: 'network',
        weights: list(material, 'weights', ',') ?? [],
        require,
        ...optional('run', run),
        ...optional('example', material.attributes.get('example')?.text),
      };
    },
  },
  certificate: {
    needs: ['inequalities', 'unknowns'],
    takes: ['example'],
    read: (material) => ({
      ...material.base,
      kind: 'certificate',
      inequalities: list(material, 'inequalities', ';') ?? [],
      unknowns: list(material, 'unknowns', ',') ?? [],
      ...optional('example', material.attributes.get('example')?.text),
    }),
  },
  code: {
    needs: ['task'],
    takes: [],
    read: (material) => {
      const start = fenced(material, 'js');
      return start === undefined
        ? undefined
        : {
            ...material.base,
            kind: 'code',
            task: text(material, 'task'),
            start: `${start}\n`,
            // The program that the solution shows is the one that has to pass.
            ...optional(
              'example',
              material.pieces.fences.find(({ language }) => language === 'js solution')?.text,
            ),
          };
    },
  },
};

function text({ attributes }: Material, name: string): string {
  return attributes.get(name)?.text ?? '';
}

function list({ attributes }: Material, name: string, separator: ',' | ';'): string[] | undefined {
  const attribute = attributes.get(name);
  return attribute && listOf(attribute.text, separator);
}

function optional<N extends string, V>(name: N, value: V | undefined): { [K in N]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: V };
}

/** The attribute's value out of a few; the first where it is not given. */
function oneOf<const T extends string>(material: Material, name: string, values: readonly [T, ...T[]]): T {
  const attribute = material.attributes.get(name);
  if (!attribute) return values[0];
  const value = values.find((candidate) => candidate === attribute.text);
  if (value) return value;
  const allowed = values.map((v) => `\`${v}\``).join(' or ');
  material.complain(attribute.place, `\`${name}\` cannot be \`${attribute.text}\`.`, `It is ${allowed}.`);
  return values[0];
}

function formOf(material: Material): Form | undefined {
  const functions = list(material, 'functions', ',');
  const exps = material.attributes.get('exps');
  const size = material.attributes.get('size');
  const counted = exps && /^(\d+) (written|distinct)$/.exec(exps.text);
  if (exps && !counted) {
    material.complain(
      exps.place,
      `\`exps\` cannot be \`${exps.text}\`.`,
      'It is a number and how to count: `1 written` or `1 distinct`.',
    );
  }
  if (size && !/^[1-9]\d*$/.test(size.text)) {
    material.complain(
      size.place,
      `\`size\` cannot be \`${size.text}\`.`,
      'It is a whole number of terms and signs.',
    );
  }
  if (!functions && !exps && !size) return undefined;
  return {
    ...optional('functions', functions?.includes('none') ? [] : functions),
    ...(counted && {
      exponentials: { most: Number(counted[1]), count: counted[2] === 'written' ? 'written' : 'distinct' },
    }),
    ...(size && { size: Number(size.text) }),
  };
}

function fenced({ pieces, place, complain }: Material, language: string): string | undefined {
  const block = pieces.fences.find((fence) => fence.language === language);
  if (!block || block.text.trim() === '') {
    complain(
      place,
      `The \`${language}\` block is missing.`,
      `Put a fenced block inside, opened by three backquotes and \`${language}\`.`,
    );
    return undefined;
  }
  return block.text;
}
