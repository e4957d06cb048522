// Reads a YAML mapping with known fields, and says where and how it is not what was expected.
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { suggest } from './nearest.ts';
import type { Complain, Place } from './types.ts';

/** A field: what its value must be, and the sentence that a message gives as a hint. */
export interface Field {
  readonly kind: 'text' | 'url' | 'base' | 'list' | 'names' | 'year';
  readonly required?: boolean;
  readonly says: string;
}

export interface YamlValue {
  readonly value: unknown;
  readonly place: Place;
  /** The items of a list, each with its place. */
  readonly items: readonly YamlValue[];
}

/** A mapping whose keys and values have their places. */
export interface Mapping {
  readonly start: Place;
  readonly pairs: readonly { readonly name: string; readonly place: Place; readonly node: unknown }[];
  /** Where the value at an offset stands. */
  readonly placeAt: (offset: number) => Place;
  /** The mapping that a value is, if it is one. */
  readonly inside: (node: unknown) => Mapping | undefined;
}

/** The fields found, by name. Every fault is complained about; a field with a fault is left out. */
export function readYaml(
  text: string,
  file: string,
  firstLine: number,
  fields: Readonly<Record<string, Field>>,
  complain: Complain,
): Map<string, YamlValue> {
  const top = openYaml(text, file, firstLine, complain);
  return top ? readFields(top, fields, complain) : new Map();
}

/** The mapping that the text is, or undefined after a complaint. */
export function openYaml(
  text: string,
  file: string,
  firstLine: number,
  complain: Complain,
): Mapping | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  for (const error of document.errors) {
    const twice = error.code === 'DUPLICATE_KEY';
    const quote = /^Missing closing (["'])/.exec(error.message)?.[1];
    complain(
      placeAt(quote ? text.lastIndexOf(quote, error.pos[0]) : error.pos[0]),
      twice ? 'This field stands here twice.' : `This is not YAML: ${firstSentence(error.message)}`,
      twice
        ? 'Keep one of the two.'
        : 'One field a line, `name: value`; put quotes around a value that holds a colon and a space.',
    );
  }
  if (document.errors.length > 0) return undefined;
  const top = document.contents;
  if (top !== null && !isMap(top)) {
    complain(placeAt(0), 'Fields were expected here, each as `name: value`.');
    return undefined;
  }
  return mappingOf(top, placeAt);
}

function mappingOf(map: unknown, placeAt: Mapping['placeAt']): Mapping {
  const items = isMap(map) ? map.items : [];
  return {
    start: placeAt(isMap(map) ? (map.range?.[0] ?? 0) : 0),
    pairs: items.map(({ key, value }) => ({
      name: isScalar(key) ? String(key.value) : '',
      place: placeAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0),
      node: value,
    })),
    placeAt,
    inside: (node) => (isMap(node) ? mappingOf(node, placeAt) : undefined),
  };
}

/** The fields of one mapping, by name. */
export function readFields(
  { start, pairs, placeAt }: Mapping,
  fields: Readonly<Record<string, Field>>,
  complain: Complain,
): Map<string, YamlValue> {
  const found = new Map<string, YamlValue>();
  for (const { name, place, node } of pairs) {
    if (!Object.hasOwn(fields, name)) {
      complain(place, `There is no field \`${name}\`.`, suggest(name, Object.keys(fields)));
      continue;
    }
    const read = readNode(node, place, placeAt);
    const field = fields[name]!;
    if (fits(read, field)) found.set(name, read);
    else complain(read.place, `\`${name}\` is not what it should be.`, `It is ${field.says}.`);
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.required && !pairs.some((pair) => pair.name === name)) {
      complain(start, `The field \`${name}\` is missing.`, `It is ${field.says}.`);
    }
  }
  return found;
}

function readNode(node: unknown, fallback: Place, placeAt: (offset: number) => Place): YamlValue {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  const place = range ? placeAt(range[0]) : fallback;
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(item, place, placeAt));
    return { value: items.map((item) => item.value), place, items };
  }
  if (isMap(node)) return { value: node.toJSON(), place, items: [] };
  return { value: isScalar(node) ? node.value : null, place, items: [] };
}

function fits({ value, items }: YamlValue, { kind }: Field): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
    case 'url':
      return typeof value === 'string' && (value === '' || /^https?:\/\/[^\s]+$/.test(value));
    case 'base':
      return typeof value === 'string' && /^\/([\w.~-]+\/)*$/.test(value);
    case 'list':
      return Array.isArray(value) && value.length > 0;
    case 'year':
      return Number.isInteger(value) && (value as number) > 0 && (value as number) < 3000;
    case 'names':
      return Array.isArray(value) && items.every((item) => typeof item.value === 'string');
  }
}

function firstSentence(message: string): string {
  const line = message.split('\n')[0] ?? '';
  return line.endsWith('.') ? line : `${line}.`;
}
