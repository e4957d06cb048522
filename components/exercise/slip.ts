// A slip found, to and from its text: `2: (e^z - e^-z)/(e^z + e^-z)`; with no line chosen yet `: (e^z - …`.

export interface Slip {
  /** The line's number, from 1; absent while none is chosen. */
  readonly line: number | undefined;
  readonly mended: string;
}

/** A text without a colon is a mended line, as it is typed before the script has come. */
export function readSlip(response: string): Slip {
  const match = /^\s*(\d*)\s*:([\s\S]*)$/.exec(response);
  if (!match) return { line: undefined, mended: response };
  return { line: Number(match[1]) || undefined, mended: match[2]!.replace(/^ /, '') };
}

export function writeSlip({ line, mended }: Slip): string {
  return line === undefined && mended === '' ? '' : `${line ?? ''}: ${mended}`;
}
