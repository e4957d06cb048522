// What a proof gives back: what holds, as a line for the report, and what does not, with the piece it is about.

/** A fault in what an author wrote. */
export interface Finding {
  /** The piece it is about: `find`, `answer`, `mistake-1`, `slip`, or '' for the part as a whole. */
  readonly piece: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  /** Where in the piece, from 0. */
  readonly column?: number;
}

export interface Proof {
  readonly findings: readonly Finding[];
  /** What was shown to hold, e.g. “50 seeds, autodiff = finite differences (max 3e-10) = answer”. */
  readonly fact: string;
}

/** Collects findings; the same one is kept once. */
export class Findings {
  readonly list: Finding[] = [];

  error(piece: string, message: string, hint?: string, column?: number): void {
    this.add({
      piece,
      severity: 'error',
      message,
      ...(hint && { hint }),
      ...(column !== undefined && { column }),
    });
  }

  warning(piece: string, message: string, hint?: string): void {
    this.add({ piece, severity: 'warning', message, ...(hint && { hint }) });
  }

  private add(finding: Finding): void {
    if (!this.list.some((f) => f.piece === finding.piece && f.message === finding.message))
      this.list.push(finding);
  }
}
