// One formula, typeset by KaTeX in the browser.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { typeset } from './typeset.ts';

interface TexProps {
  readonly tex: string;
  /** What a screen reader says; KaTeX's own MathML where none is given. */
  readonly speech?: string;
  readonly display?: boolean;
}

/** The formula; its TeX stands there until KaTeX has arrived. */
export function Tex({ tex, speech, display }: TexProps) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = place.current!;
    if (element.childNodes.length === 0) element.textContent = tex;
    return typeset(element, tex, display);
  }, [tex, display]);
  return (
    <span class="notranslate">
      <span ref={place} aria-hidden={speech === undefined ? undefined : true} />
      {speech !== undefined && (
        <span key={speech} class="visually-hidden">
          {speech}
        </span>
      )}
    </span>
  );
}
