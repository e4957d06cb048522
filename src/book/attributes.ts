// Reads the attributes of an element: only known names, only text, each with its place.
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import { suggest } from './nearest.ts';
import { type Element, placeOf } from './tree.ts';
import type { Complain, Place } from './types.ts';

export interface Attribute {
  /** '' for a bare attribute such as `right`. */
  readonly text: string;
  /** Where the value starts. */
  readonly place: Place;
  /** Where the name starts. */
  readonly name: Place;
}

export type Attributes = ReadonlyMap<string, Attribute>;

/** Attributes that need no value. */
const bare = new Set(['right', 'extra', 'wide']);

/** The attributes by name; unknown ones, braces, doubles and empty values are complained about and left out. */
export function readAttributes(
  element: Element,
  known: readonly string[],
  file: string,
  complain: Complain,
): Attributes {
  const found = new Map<string, Attribute>();
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      complain(
        placeOf(element, file),
        `\`<${element.name}>\` takes no \`{...}\` in place of attributes.`,
        'Write each attribute as `name="text"`.',
      );
      continue;
    }
    const name = attribute.name;
    const place = placeOfName(attribute, element, file);
    if (typeof attribute.value === 'object' && attribute.value !== null) {
      complain(
        place,
        `\`${name}\` is given in braces; attributes here are text.`,
        `Write \`${name}="..."\`; braces inside the quotes are fine.`,
      );
    } else if (!known.includes(name)) {
      complain(place, `\`<${element.name}>\` has no attribute \`${name}\`.`, suggest(name, known));
    } else if (found.has(name)) {
      complain(place, `\`${name}\` stands here twice.`, 'Keep one of the two.');
    } else if (!bare.has(name) && (attribute.value ?? '').trim() === '') {
      complain(place, `\`${name}\` is empty.`, `Write what it should be, or leave \`${name}\` out.`);
    } else if (bare.has(name) && attribute.value !== null && attribute.value !== undefined) {
      complain(place, `\`${name}\` takes no value.`, `Write \`${name}\` alone, or leave it out.`);
    } else {
      const text = (attribute.value ?? '').trim();
      const skip = text === '' ? 0 : name.length + 2 + (attribute.value ?? '').search(/\S/);
      found.set(name, { text, place: { ...place, column: place.column + skip }, name: place });
    }
  }
  return found;
}

/** Whether the author wrote the attribute, rightly or not. */
export function isWritten(element: Element, name: string): boolean {
  return element.attributes.some((a) => a.type === 'mdxJsxAttribute' && a.name === name);
}

function placeOfName(attribute: MdxJsxAttribute, element: Element, file: string): Place {
  return placeOf(attribute.position ? { position: attribute.position } : element, file);
}

/** A list inside an attribute: trimmed, without empty items. */
export function listOf(text: string, separator: ',' | ';'): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
