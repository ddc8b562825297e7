import type { Classes, MeasureId, MeasureUnit, ReasonCode } from './answer.ts';
import type { AccessInput } from './input.ts';

/** What a measure says of one home. */
export interface HomeValue {
  readonly value: number | null;
  readonly reason: ReasonCode | null;
  /** To the deciding destination; null where there is none. */
  readonly minutes: number | null;
  readonly km: number | null;
  /** Number of the deciding destination. */
  readonly destination: number | null;
}

/**
 * How the homes of a territory become one number.
 * - `weighted-median`: the value that half of the residents do not exceed, blanks counted as infinite.
 * - `weighted-mean`: per resident, the blank ones counted as having nothing.
 */
type Summary = 'weighted-median' | 'weighted-mean';

/** One measure of access; its page is `docs/methods/<id>.md`. */
export interface Measure {
  readonly id: MeasureId;
  readonly unit: MeasureUnit;
  readonly classes: Classes;
  readonly summary: Summary;
  readonly destination: 'offer' | 'focal-town';
  /** Pure: the same input gives the same value. */
  valueOf(input: AccessInput, home: number): HomeValue;
}
