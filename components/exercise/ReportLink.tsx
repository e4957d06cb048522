// The way to contest a verdict: an issue to open, or, where the book has no repository, the same text to send.

import { words } from '../words.ts';
import { issueAddress, type Report } from './report.ts';

interface ReportLinkProps {
  readonly report: Report;
  readonly repository: string | undefined;
}

export function ReportLink({ report, repository }: ReportLinkProps) {
  if (repository) {
    return (
      <p class="verdict-note">
        <a
          href={issueAddress(repository, report)}
          target="_blank"
          rel="noopener noreferrer"
          title={words.reportHint}
        >
          {words.report}
        </a>
      </p>
    );
  }
  return (
    <details class="verdict-note verdict-report">
      <summary>{words.report}</summary>
      <label>
        {words.reportSend}
        <textarea readOnly rows={8} value={`${report.title}\n\n${report.body}`} />
      </label>
    </details>
  );
}
