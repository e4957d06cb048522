// A verdict shown: a sign, a word, a message, and the place where there is one.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Part } from '../../engine/exercise/index.ts';
import { Sentence } from '../prose/index.ts';
import { words } from '../words.ts';
import type { Checked } from './field.ts';
import { Place } from './Place.tsx';
import { placeOf } from './placeOf.ts';
import { ReportLink } from './ReportLink.tsx';
import type { Report } from './report.ts';

interface VerdictPanelProps {
  readonly id: string;
  readonly kind: Part['kind'];
  readonly checked: Checked | undefined;
  /** The response has changed since. */
  readonly stale: boolean;
  /** What to contest the verdict with, and where; the book may have no repository. */
  readonly report: Report | undefined;
  readonly repository: string | undefined;
  /** What it leads to, at the end of the panel. */
  readonly children?: ComponentChildren;
}

const signs = {
  correct: 'M3 9.5 7 13.5 15 4.5',
  wrong: 'M4.5 4.5 13.5 13.5 M13.5 4.5 4.5 13.5',
  form: 'M3 6.5h12 M3 11.5h12',
  unreadable: 'M6 6.2a3 3 0 1 1 4.2 2.9c-.8.4-1.2.9-1.2 2 M9 13.9v.6',
};

/** The panel; empty before the first check. */
export function VerdictPanel({ id, kind, checked, stale, report, repository, children }: VerdictPanelProps) {
  const verdict = checked?.verdict;
  const word = verdict && words.verdict[verdict.verdict];
  const place = checked && placeOf(checked, kind);
  return (
    <div id={id} class="verdict" data-verdict={verdict?.verdict} data-stale={stale || undefined}>
      {verdict && (
        <div key={`${verdict.verdict} ${verdict.message} ${checked.response}`} class="verdict-body">
          <svg class="verdict-sign" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
            <path d={signs[verdict.verdict]} />
          </svg>
          <div class="verdict-text">
            <p class="verdict-word">
              <strong>{word}</strong>
            </p>
            {place && <Place {...place} />}
            {checked.authored ? (
              <Authored message={checked.authored} />
            ) : (
              verdict.message !== `${word}.` && (
                <p class="verdict-message">
                  <Sentence>{verdict.message}</Sentence>
                </p>
              )
            )}
            {stale && (
              <p key="stale" class="verdict-note">
                {words.stale}
              </p>
            )}
            {verdict.verdict === 'unreadable' && (
              <p key="no attempt" class="verdict-note">
                {words.noAttempt}
              </p>
            )}
            {children}
            {report && <ReportLink report={report} repository={repository} />}
          </div>
        </div>
      )}
    </div>
  );
}

/** The author's own message for the mistake, as the build has typeset it. */
function Authored({ message }: { readonly message: DocumentFragment }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current!.replaceChildren(message.cloneNode(true)), [message]);
  return <div ref={place} class="verdict-message" />;
}
