/** What went wrong, already in the reader's language. */
export interface ProblemView {
  readonly title: string;
  readonly detail: string;
  /** One sentence per fault. */
  readonly faults: readonly string[];
}
