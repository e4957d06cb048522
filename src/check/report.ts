// Prints faults as a compiler does: place first, one line each, the hint below.
import type { Fault } from '../book/index.ts';

/** One fault as text: `content/x/index.mdx:4:1: error: ...` and, indented, what to do about it. */
export function faultText({ file, line, column, severity, message, hint }: Fault): string {
  const first = `${file}:${line}:${column}: ${severity}: ${message}`;
  return hint ? `${first}\n    ${hint}` : first;
}

/** The faults in the order of their places, file by file as they came. */
export function sorted(faults: readonly Fault[]): Fault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  return [...faults].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/** "2 errors, 1 warning". */
export function countText(faults: readonly Fault[]): string {
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  return warnings === 0 ? count(errors, 'error') : `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}
