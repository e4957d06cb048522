// Reads a file of the content as text, whatever the editor that wrote it thinks of line ends.
import { readFileSync } from 'node:fs';

/** The text, or undefined where there is no such file. */
export function readText(path: string): string | undefined {
  try {
    return evened(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Without a byte order mark, and with line feeds only. */
export function evened(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
