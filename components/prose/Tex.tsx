// One formula: drawn when the page is built, and by KaTeX in the browser when it changes.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { drawn } from './drawn.ts';
import { readable } from './readable.ts';
import { typeset } from './typeset.ts';

interface TexProps {
  readonly tex: string;
  /** What a screen reader says; KaTeX's own MathML where none is given. */
  readonly speech?: string;
  readonly display?: boolean;
}

/** The formula. A new one stands there as plain text until KaTeX has arrived. */
export function Tex({ tex, speech, display }: TexProps) {
  const place = useRef<HTMLSpanElement>(null);
  const shown = useRef<string>();
  useLayoutEffect(() => {
    const element = place.current!;
    const built = shown.current === undefined && element.childNodes.length > 0;
    shown.current = tex;
    if (built) return;
    if (element.childNodes.length === 0) element.textContent = readable(tex);
    return typeset(element, tex, display);
  }, [tex, display]);
  const html = drawn(tex, display === true, speech !== undefined);
  return (
    <span class="notranslate">
      <span
        ref={place}
        aria-hidden={speech === undefined ? undefined : true}
        // KaTeX's own; in the browser nothing, and Preact then leaves alone what is there.
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {speech !== undefined && (
        <span key={speech} class="visually-hidden">
          {speech}
        </span>
      )}
    </span>
  );
}
