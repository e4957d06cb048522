// Where a verdict points, in the text that the reader typed.

import type { Part, Span } from '../../engine/exercise/index.ts';
import type { Checked } from './field.ts';
import { readSlip } from './slip.ts';

/** The text of a field with one line or one program; nothing where the response is put together from several entries. */
function typedText(kind: Part['kind'], response: string): string | undefined {
  if (kind === 'formula' || kind === 'code') return response;
  return kind === 'slip' ? readSlip(response).mended : undefined;
}

/** The text to show and the stretch of it; nothing where the verdict points nowhere, or at all that was entered. */
export function placeOf(
  { verdict, response }: Checked,
  kind: Part['kind'],
): { readonly text: string; readonly span: Span } | undefined {
  const span = 'span' in verdict ? verdict.span : undefined;
  if (!span) return undefined;
  const typed = typedText(kind, response);
  if (typed !== undefined) {
    // It ends the response: before it stands the line that was chosen.
    const before = response.length - typed.length;
    if (span[1] < before) return undefined;
    return { text: typed, span: [Math.max(0, span[0] - before), span[1] - before] };
  }
  const start = response.lastIndexOf('\n', Math.max(0, span[0] - 1)) + 1;
  const end = response.indexOf('\n', span[0]);
  const line = response.slice(start, end < 0 ? response.length : end);
  if (span[0] <= start && span[1] >= start + line.length) return undefined;
  return { text: line, span: [span[0] - start, span[1] - start] };
}
