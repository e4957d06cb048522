// A verdict shown: a sign, a word, a message, and the place where there is one.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { Sentence } from '../prose/index.ts';
import { words } from '../words.ts';
import type { Checked } from './field.ts';
import { mistakeMessage } from './mistake.ts';
import { Place } from './Place.tsx';
import { ReportLink } from './ReportLink.tsx';
import type { Report } from './report.ts';

interface VerdictPanelProps {
  readonly id: string;
  readonly checked: Checked | undefined;
  /** The response has changed since. */
  readonly stale: boolean;
  /** The response is what the reader typed, and not the text of a field of several entries. */
  readonly typed: boolean;
  /** What to contest the verdict with, and where; the book may have no repository. */
  readonly report: Report | undefined;
  readonly repository: string | undefined;
}

const signs = {
  correct: 'M3 9.5 7 13.5 15 4.5',
  wrong: 'M4.5 4.5 13.5 13.5 M13.5 4.5 4.5 13.5',
  form: 'M3 6.5h12 M3 11.5h12',
  unreadable: 'M6 6.2a3 3 0 1 1 4.2 2.9c-.8.4-1.2.9-1.2 2 M9 13.9v.6',
};

/** The panel; empty before the first check. */
export function VerdictPanel({ id, checked, stale, typed, report, repository }: VerdictPanelProps) {
  const verdict = checked?.verdict;
  return (
    <div id={id} class="verdict" data-verdict={verdict?.verdict} data-stale={stale || undefined}>
      {verdict && (
        <div key={`${verdict.verdict} ${verdict.message} ${checked.response}`} class="verdict-body">
          <svg class="verdict-sign" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
            <path d={signs[verdict.verdict]} />
          </svg>
          <div class="verdict-text">
            <p class="verdict-word">
              <strong>{words.verdict[verdict.verdict]}</strong>
            </p>
            <Where checked={checked} typed={typed} />
            <Message verdict={verdict} />
            {verdict.verdict === 'unreadable' && <p class="verdict-note">{words.noAttempt}</p>}
            {report && <ReportLink report={report} repository={repository} />}
          </div>
        </div>
      )}
    </div>
  );
}

/** The place in question; of a response in several lines the line, and nothing where all of it is meant. */
function Where({ checked, typed }: { readonly checked: Checked; readonly typed: boolean }) {
  const { verdict, response } = checked;
  const span = 'span' in verdict ? verdict.span : undefined;
  if (!span) return null;
  if (typed) return <Place text={response} span={span} />;
  const start = response.lastIndexOf('\n', Math.max(0, span[0] - 1)) + 1;
  const end = response.indexOf('\n', span[0]);
  const line = response.slice(start, end < 0 ? response.length : end);
  if (span[0] <= start && span[1] >= start + line.length) return null;
  return <Place text={line} span={[span[0] - start, span[1] - start]} />;
}

/** The author's own message where the page has one for this misconception, else the engine's. */
function Message({ verdict }: { readonly verdict: Checked['verdict'] }) {
  const place = useRef<HTMLDivElement>(null);
  const key = verdict.verdict === 'wrong' ? verdict.misconception : undefined;
  useLayoutEffect(() => {
    const authored = mistakeMessage(place.current, key);
    if (!authored) return;
    place.current!.replaceChildren(authored);
    place.current!.nextElementSibling?.toggleAttribute('hidden', true);
  }, [key]);
  return (
    <>
      <div ref={place} class="verdict-authored" />
      <p class="verdict-message">
        <Sentence>{verdict.message}</Sentence>
      </p>
    </>
  );
}
