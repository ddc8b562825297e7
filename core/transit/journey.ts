import type { LonLat } from '../place/units.ts';
import type { VehicleKind } from './timetable.ts';

/** A walk between two points, on streets. Times are RFC 3339 with the offset of the timetable's time zone. */
export interface WalkLeg {
  readonly kind: 'walk';
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly minutes: number;
  readonly km: number;
  readonly from: LegEnd;
  readonly to: LegEnd;
  readonly line: readonly LonLat[];
}

/** One ride in one vehicle, with every stop it calls at on the way. */
export interface RideLeg {
  readonly kind: 'ride';
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly minutes: number;
  /** Waited at the stop before it leaves. */
  readonly waitMinutes: number;
  readonly from: LegEnd;
  readonly to: LegEnd;
  readonly vehicle: VehicleKind;
  readonly line: string;
  readonly lineName: string;
  readonly headsign: string;
  readonly agency: string;
  readonly tripId: string;
  /** Getting on first, getting off last. Straight lines between stops are drawn, and called so. */
  readonly stops: readonly {
    readonly stopId: string;
    readonly name: string;
    readonly lonLat: LonLat;
    readonly arrivesAt: string;
    readonly departsAt: string;
  }[];
}

/** Where a leg begins or ends; a stop by id, else the home or the venue. */
export interface LegEnd {
  readonly stopId: string | null;
  readonly name: string;
  readonly lonLat: LonLat;
}

/** A journey in full: legs one after the other, waiting between them. */
export interface TransitJourney {
  readonly departsAt: string;
  readonly arrivesAt: string;
  /** From the first step to the last, waiting included. */
  readonly minutes: number;
  readonly walkMinutes: number;
  readonly waitMinutes: number;
  readonly rides: number;
  readonly legs: readonly (WalkLeg | RideLeg)[];
}
