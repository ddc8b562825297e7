import type { LonLat } from '../place/units.ts';
import { unreachable } from '../roads/reach.ts';

/** Homes, in columns of equal length. */
export interface Homes {
  readonly id: readonly string[];
  readonly people: readonly number[];
  /** Index into the territories. */
  readonly territory: readonly number[];
  readonly settlement: readonly string[];
  /** False where the cell lies too far from any street the mode can use. */
  readonly isSnapped: readonly boolean[];
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

/** Kilometres of that way; Infinity where there is none. */
export function kmBetween(input: AccessInput, home: number, destination: number): number {
  const dm = input.travel.decimetres[cellOf(input, home, destination)] ?? unreachable;
  return dm === unreachable ? Infinity : dm / 10_000;
}

const cellOf = (input: AccessInput, home: number, destination: number) =>
  (input.rows[destination] ?? -1) * input.homes.id.length + home;
