// What progress may be kept under. The check holds authors to it (src/book/book-file.ts), the store whatever it reads.

export const LONGEST_NAME = 64;

/** Whether this can name an exercise or a part: not too long, and nothing that objects are born with. */
export function isName(name: string): boolean {
  const free = !(name in Object.prototype) && name !== 'prototype';
  return free && name.length <= LONGEST_NAME && /^[A-Za-z][A-Za-z0-9-]*$/.test(name);
}
