// Prints faults as a compiler does: place first, one line each, the hint below.
import type { Book, Fault } from '../book/index.ts';

/** One fault as text: `content/x/index.mdx:4:1: error: ...` and, indented, what to do about it. */
function faultText({ file, line, column, severity, message, hint }: Fault): string {
  const first = `${file}:${line}:${column}: ${severity}: ${message}`;
  return hint ? `${first}\n    ${hint}` : first;
}

export interface Report {
  /** All faults, and a line on how many there are in a book of which size. */
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** What the reader of content and the engine have to complain about. */
export function reportOn({ chapters, problems }: Book, disproved: readonly Fault[]): Report {
  const faults = sorted([...problems, ...disproved]);
  const exercises = chapters.reduce((n, chapter) => n + chapter.exercises.length, 0);
  const size = `${count(chapters.length, 'chapter')}, ${count(exercises, 'exercise')}`;
  const sum = faults.length === 0 ? 'nothing to complain about' : countText(faults);
  return { text: [...faults.map(faultText), `${size}: ${sum}.`].join('\n'), faults };
}

/** The faults in the order of their places, file by file as they came. */
function sorted(faults: readonly Fault[]): Fault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  return [...faults].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/** Whether an author has to change something. */
export function hasErrors(faults: readonly Fault[]): boolean {
  return faults.some(({ severity }) => severity === 'error');
}

/** "2 errors, 1 warning". */
function countText(faults: readonly Fault[]): string {
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  const said = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  return said.filter(Boolean).join(', ');
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}
