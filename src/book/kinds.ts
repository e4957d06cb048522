// One entry a kind: the attributes that it knows, the ones that it needs, and how a part of it is made from them.
import type { Form, Kind, Mistake, Part } from '../../engine/exercise/index.ts';
import { type Attributes, listOf } from './attributes.ts';
import type { Pieces } from './pieces.ts';
import { stepKeys } from './shuffle.ts';
import type { Complain, Place } from './types.ts';

/** What a kind is made from. */
export interface Source {
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
  readonly read: (source: Source) => Extract<Part, { kind: K }> | undefined;
}

export const kinds: { readonly [K in Kind]: KindReader<K> } = {
  formula: {
    needs: ['find'],
    takes: ['answer', 'using', 'notation', 'short', 'star', 'functions', 'exps', 'size'],
    read: (source) => ({
      ...source.base,
      kind: 'formula',
      find: text(source, 'find'),
      ...optional('answer', source.attributes.get('answer')?.text),
      ...optional('using', list(source, 'using', ',')),
      notation: oneOf(source, 'notation', ['entries', 'matrix']),
      ...optional('short', list(source, 'short', ';')),
      ...(source.attributes.has('star') && { star: oneOf(source, 'star', ['entries']) }),
      ...optional('form', formOf(source)),
    }),
  },
  tensor: {
    needs: ['find'],
    takes: ['shape'],
    read: (source) => ({
      ...source.base,
      kind: 'tensor',
      find: text(source, 'find'),
      shape: oneOf(source, 'shape', ['shown', 'asked']),
    }),
  },
  graph: {
    needs: ['task', 'computes', 'inputs'],
    takes: ['ops', 'graph'],
    read: (source) => {
      const task = oneOf(source, 'task', ['build', 'edges', 'numbers']);
      const graph = list(source, 'graph', ';')?.join('\n');
      if (task !== 'build' && graph === undefined) {
        source.complain(
          source.place,
          `A graph to put ${task} on is missing.`,
          'Add `graph="a = x * x; b = a + y"`.',
        );
      }
      return {
        ...source.base,
        kind: 'graph',
        task,
        inputs: list(source, 'inputs', ',') ?? [],
        ops: list(source, 'ops', ',') ?? ['+', '*'],
        computes: text(source, 'computes'),
        ...optional('graph', graph),
      };
    },
  },
  choice: {
    needs: [],
    takes: ['pick'],
    read: (source) => {
      const options = source.pieces.options.map(({ key, right }) => ({ key, right }));
      const right = options.filter((option) => option.right).length;
      const pick = oneOf(source, 'pick', ['one', 'some']);
      if (options.length < 2) {
        source.complain(
          source.place,
          'A choice needs at least two options.',
          'Write each as `<Option>...</Option>`.',
        );
      } else if (right === 0) {
        source.complain(
          source.place,
          'No option is marked as right.',
          'Write `<Option right>` on the right one.',
        );
      } else if (pick === 'one' && right > 1) {
        source.complain(
          source.place,
          `${right} options are marked as right, but the reader picks one.`,
          'Add `pick="some"` to the exercise, or keep one `right`.',
        );
      }
      return { ...source.base, kind: 'choice', options, pick };
    },
  },
  order: {
    needs: [],
    takes: [],
    read: (source) => {
      const written = source.pieces.steps;
      if (written.filter((step) => !step.extra).length < 2) {
        source.complain(
          source.place,
          'There is nothing to put in order.',
          'Write at least two `<Step>...</Step>`.',
        );
      }
      const keys = stepKeys(written.length, source.key);
      return {
        ...source.base,
        kind: 'order',
        steps: [...keys].sort(),
        right: written.flatMap((step, i) => (step.extra ? [] : [keys[i]!])),
      };
    },
  },
  slip: {
    needs: ['find'],
    takes: ['answer', 'using', 'notation', 'functions', 'exps', 'size'],
    read: (source) => {
      const lines = fenced(source, 'slip');
      if (lines === undefined) return undefined;
      return {
        ...source.base,
        kind: 'slip',
        lines: lines
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        find: text(source, 'find'),
        ...optional('answer', source.attributes.get('answer')?.text),
        ...optional('using', list(source, 'using', ',')),
        notation: oneOf(source, 'notation', ['entries', 'matrix']),
        ...optional('form', formOf(source)),
      };
    },
  },
  network: {
    needs: ['weights'],
    takes: ['require', 'run', 'example'],
    read: (source) => {
      const require = list(source, 'require', ';') ?? [];
      const run = source.attributes.get('run')?.text;
      if (require.length === 0 && run === undefined) {
        source.complain(
          source.place,
          'Nothing says when the weights are right.',
          'Add `require="y_0 <= 1/2; y_1 > 1/2"` or the name of a `run`.',
        );
      }
      return {
        ...source.base,
        kind: 'network',
        weights: list(source, 'weights', ',') ?? [],
        require,
        ...optional('run', run),
        ...optional('example', source.attributes.get('example')?.text),
      };
    },
  },
  certificate: {
    needs: ['inequalities', 'unknowns'],
    takes: ['example'],
    read: (source) => ({
      ...source.base,
      kind: 'certificate',
      inequalities: list(source, 'inequalities', ';') ?? [],
      unknowns: list(source, 'unknowns', ',') ?? [],
      ...optional('example', source.attributes.get('example')?.text),
    }),
  },
  code: {
    needs: ['task'],
    takes: [],
    read: (source) => {
      const start = fenced(source, 'js');
      return start === undefined
        ? undefined
        : {
            ...source.base,
            kind: 'code',
            task: text(source, 'task'),
            start: `${start}\n`,
            // The program that the solution shows is the one that has to pass.
            ...optional(
              'example',
              source.pieces.fences.find(({ language }) => language === 'js solution')?.text,
            ),
          };
    },
  },
};

function text({ attributes }: Source, name: string): string {
  return attributes.get(name)?.text ?? '';
}

function list({ attributes }: Source, name: string, separator: ',' | ';'): string[] | undefined {
  const attribute = attributes.get(name);
  return attribute && listOf(attribute.text, separator);
}

function optional<N extends string, V>(name: N, value: V | undefined): { [K in N]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: V };
}

/** The attribute's value out of a few; the first where it is not given. */
function oneOf<const T extends string>(source: Source, name: string, values: readonly [T, ...T[]]): T {
  const attribute = source.attributes.get(name);
  if (!attribute) return values[0];
  const value = values.find((candidate) => candidate === attribute.text);
  if (value) return value;
  const allowed = values.map((v) => `\`${v}\``).join(' or ');
  source.complain(attribute.place, `\`${name}\` cannot be \`${attribute.text}\`.`, `It is ${allowed}.`);
  return values[0];
}

function formOf(source: Source): Form | undefined {
  const functions = list(source, 'functions', ',');
  const exps = source.attributes.get('exps');
  const size = source.attributes.get('size');
  const counted = exps && /^(\d+) (written|distinct)$/.exec(exps.text);
  if (exps && !counted) {
    source.complain(
      exps.place,
      `\`exps\` cannot be \`${exps.text}\`.`,
      'It is a number and how to count: `1 written` or `1 distinct`.',
    );
  }
  if (size && !/^[1-9]\d*$/.test(size.text)) {
    source.complain(
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

function fenced({ pieces, place, complain }: Source, language: string): string | undefined {
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
