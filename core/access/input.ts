import type { LonLat } from '../place/units.ts';
import { unreachable } from '../roads/reach.ts';
import type { ReasonCode } from './answer.ts';

/** Homes, in columns of equal length. */
export interface Homes {
  readonly id: readonly string[];
  readonly people: readonly number[];
  /** Published counts of 5 in `people` of each cell, see `core/place/small-counts.ts`; absent where there are none. */
  readonly smallCounts?: readonly number[];
  /** Index into the territories. */
  readonly territory: readonly number[];
  readonly settlement: readonly string[];
  /**
   * Why nothing is known of travel from the home: it lies off the network, or there is no timetable for the
   * day. Null where it is known, even if it leads nowhere.
   */
  readonly unknown: readonly (ReasonCode | null)[];
  /** What to say of a home from which no destination is reached. */
  readonly noWay: readonly ReasonCode[];
  /** Closed rings; null where all cells are squares that their ids name. */
  readonly ring: readonly (readonly LonLat[])[] | null;
}

export interface NamedTerritory {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
}

export interface Destination extends NamedTerritory {
  readonly lonLat: LonLat;
}

/**
 * Everything a measure reckons with. Travel is a table of destinations x homes, row by row, in
 * milliseconds and decimetres, `unreachable` where there is no way; `rows[d]` is the row of destination d.
 * By public transport no decimetres are known: they are `unreachable` beside the milliseconds.
 * Destinations are sorted by id, so that the lower number wins a tie.
 */
export interface AccessInput {
  readonly homes: Homes;
  readonly territories: readonly NamedTerritory[];
  readonly destinations: readonly Destination[];
  readonly rows: readonly number[];
  readonly travel: { readonly milliseconds: Int32Array; readonly decimetres: Int32Array };
  readonly cutoffMinutes: number;
}

/** Minutes from a home to a destination; Infinity where there is no way. */
export function minutesBetween(input: AccessInput, home: number, destination: number): number {
  const ms = input.travel.milliseconds[cellOf(input, home, destination)] ?? unreachable;
  return ms === unreachable ? Infinity : ms / 60_000;
}

/** Kilometres of that way; null where there is none, or where nobody reckoned them. */
export function kmBetween(input: AccessInput, home: number, destination: number): number | null {
  const dm = input.travel.decimetres[cellOf(input, home, destination)] ?? unreachable;
  return dm === unreachable ? null : dm / 10_000;
}

/** Why a whole answer is blank, whatever is asked: nobody knows what runs that day. */
export const isWithoutTimetable = (reason: ReasonCode | null): reason is ReasonCode =>
  reason === 'no-timetable' || reason === 'no-service-on-date';

const cellOf = (input: AccessInput, home: number, destination: number) =>
  (input.rows[destination] ?? -1) * input.homes.id.length + home;
