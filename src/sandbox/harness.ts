// What stands before a reader's program in the same script, in the page's worker as in the judge of the command line.

/** One after the other, each building on those before. */
const parts = ['built-ins', 'clear', 'memory', 'print', 'report', 'calls'] as const;

/** The script, of which a program sees `__book` only. `read` gives the text of `harness/….js`. */
export function harnessOf(read: (part: string) => string): string {
  return `'use strict';\nconst __book = (() => {\n${parts.map(read).join('\n')}\nreturn book;\n})();\n`;
}
