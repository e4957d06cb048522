// Reads the fields above a text, between two lines of three hyphens.
import type { Root } from 'mdast';
import type { Written } from './text.ts';
import { type Field, readYaml, type YamlValue } from './yaml.ts';

export function readFrontMatter(
  tree: Root,
  fields: Readonly<Record<string, Field>>,
  { file, text, complain }: Written,
): ReadonlyMap<string, YamlValue> {
  const [first] = tree.children;
  if (first?.type === 'yaml')
    return readYaml(first.value, file, (first.position?.start.line ?? 0) + 1, fields, complain);
  const opened = /^---\s*\n/.test(text);
  const needed = Object.keys(fields).filter((name) => fields[name]?.required);
  complain(
    { file, line: 1, column: 1 },
    opened ? 'The front matter is not closed.' : 'There is no front matter.',
    opened
      ? 'Write `---` on a line of its own below the fields.'
      : `Start the file with \`---\`, ${needed.map((name) => `\`${name}: ...\``).join(', ')}, \`---\`.`,
  );
  return new Map();
}
