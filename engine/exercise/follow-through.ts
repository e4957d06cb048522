// A later part is judged against the reader's own earlier value: one slip costs one part, not all that follow.

import { isDomain, ReadFault } from '../formula/index.ts';
import { readCells } from './cells.ts';
import { modelOf } from './subject.ts';
import type { Exercise, Part } from './types.ts';

export interface OwnValue {
  /** The name whose value the reader found. */
  readonly name: string;
  /** The exercise as it would be if that value were right. */
  readonly exercise: Exercise;
}

/**
 * The exercise with the reader's value of an earlier part in place of the right one; nothing where the earlier part
 * asks for no name of the model, or where the value is trivial: from 0 too much would follow too easily.
 */
export function withOwnValue(exercise: Exercise, earlier: Part, response: string): OwnValue | null {
  if (earlier.kind !== 'formula' && earlier.kind !== 'tensor') return null;
  const name = earlier.find.trim();
  const model = modelOf(exercise.model);
  const definition = model.definitions.find((d) => d.name === name && !d.layer && !isDomain(d.by));
  const value = valueText(response, earlier.kind === 'tensor');
  if (!definition || value === null) return null;
  const lines = exercise.model.split('\n');
  const shape = / : .*$/.exec(lines[definition.line - 1] ?? '')?.[0] ?? '';
  const own = lines.map((line, i) => (i === definition.line - 1 ? `${name} = ${value}${shape}` : line));
  return { name, exercise: { ...exercise, model: own.join('\n') } };
}

/** The response as the right-hand side of an equation, or null where it is trivial or cannot be read. */
function valueText(response: string, isArray: boolean): string | null {
  try {
    const { rows, flat } = readCells(response, (cells) => isArray || cells.rows.flat().length === 1);
    const numbers = rows.map((row) =>
      row.map((cell) => `(${cell.text.replace(',', '.').replaceAll('−', '-')})`),
    );
    if (numbers.flat().every((text) => /^\(-?[0.]+\)$/.test(text))) return null;
    if (!isArray) return numbers.flat().length === 1 ? (numbers[0]?.[0] ?? null) : null;
    return flat
      ? `(${numbers[0]?.join(', ')})`
      : `[${numbers.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
  } catch (error) {
    if (error instanceof ReadFault) return null;
    throw error;
  }
}
