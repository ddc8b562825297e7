import type { RowCounts } from './place/provenance.ts';
import type { ImportWarning } from './warning.ts';

/** So many of one code are listed with their rows; the rest is counted. */
const listedPerCode = 1000;
/** So many rows are named where a version tells of itself. */
const examples = 3;

/**
 * Gathers what an import finds, row by row, without growing with the file: every finding is counted, the
 * first thousand of a kind are listed.
 */
export class Findings {
  readonly #listed: ImportWarning[] = [];
  readonly #counts = new Map<ImportWarning['code'], number>();
  #read = 0;
  #kept = 0;
  #corrected = 0;
  #dropped = 0;

  /** Rows read, good and bad, without the heading. */
  read(rows = 1): void {
    this.#read += rows;
  }

  kept(rows = 1): void {
    this.#kept += rows;
  }

  /** A row that is kept after something was put right; say what with {@link add}. */
  corrected(rows = 1): void {
    this.#corrected += rows;
    this.#kept += rows;
  }

  /** A row that is left out, with the reason. */
  drop(finding: Omit<ImportWarning, 'effect'>): void {
    this.#dropped += 1;
    this.add({ ...finding, effect: 'dropped' });
  }

  /** Rows left out for a reason that is said once for all of them with {@link add}. */
  leftOut(rows = 1): void {
    this.#dropped += rows;
  }

  add(finding: ImportWarning): void {
    const before = this.#counts.get(finding.code) ?? 0;
    this.#counts.set(finding.code, before + 1);
    if (before < listedPerCode) this.#listed.push(finding);
  }

  get counts(): RowCounts {
    return { read: this.#read, kept: this.#kept, corrected: this.#corrected, dropped: this.#dropped };
  }

  /** Every finding, in the order found; of more than a thousand of a kind the rest is only counted. */
  list(): readonly ImportWarning[] {
    const unlisted = [...this.#counts].filter(([, count]) => count > listedPerCode);
    return [
      ...this.#listed,
      ...unlisted.map(
        ([code, count]): ImportWarning => ({
          code: 'more-findings',
          values: { code, count: count - listedPerCode },
        }),
      ),
    ];
  }

  /** One finding a kind with how often it was found, for what a version tells of itself. */
  summary(): readonly { readonly first: readonly ImportWarning[]; readonly count: number }[] {
    const byCode = Map.groupBy(this.#listed, ({ code }) => code);
    return [...byCode].map(([code, found]) => ({
      first: found.slice(0, examples),
      count: this.#counts.get(code) ?? found.length,
    }));
  }
}
