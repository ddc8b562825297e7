import type { LonLat } from '../place/units.ts';

/** Stands for "no time" in arrays of seconds: later than any, in a search backwards earlier than any. */
export const noTime = 0x7fffffff;

/** GTFS `route_type`, extended ones folded onto these. */
export const vehicleKinds = ['tram', 'metro', 'rail', 'bus', 'ferry', 'cable', 'other'] as const;
export type VehicleKind = (typeof vehicleKinds)[number];

/** One file that was joined into the timetable. */
export interface TimetableFeed {
  /** Prefix of all its ids, unique among the feeds joined: "0", "1" ... */
  readonly id: string;
  readonly fileName: string;
  readonly publisher: string | null;
  readonly version: string | null;
  /** First and last local date on which anything of it runs. */
  readonly firstDate: string;
  readonly lastDate: string;
}

/** One public line, a GTFS route. */
export interface Line {
  readonly id: string;
  readonly shortName: string;
  readonly longName: string;
  readonly kind: VehicleKind;
  readonly agency: string;
}

export interface Stop {
  /** With the prefix of its feed: "0:11382". */
  readonly id: string;
  readonly name: string;
  readonly lonLat: LonLat;
}

/**
 * Joined feeds as flat arrays. A **pattern** is what the literature on RAPTOR calls a route: trips of one
 * line that call at the same stops in the same order with the same rules for getting on and off, none
 * overtaking another (a pattern with overtaking is split), sorted by time whatever days they run on.
 *
 * Seconds count from noon minus 12 hours of the service day, as GTFS does: they pass 86,400 after midnight,
 * and hold on the two nights when the clocks change.
 */
export interface Timetable {
  /** IANA name; all feeds joined share it. */
  readonly timeZone: string;
  readonly feeds: readonly TimetableFeed[];
  readonly stops: readonly Stop[];
  readonly lines: readonly Line[];

  readonly patternCount: number;
  /** Index of the line of each pattern. */
  readonly patternLine: Int32Array;
  /** Stops of pattern p: `patternStops[patternStopOffset[p] .. patternStopOffset[p + 1])`. */
  readonly patternStopOffset: Int32Array;
  readonly patternStops: Int32Array;
  /** For each of `patternStops`: bit 1 one may get on, bit 2 one may get off. */
  readonly patternStopUse: Uint8Array;
  /** Trips of pattern p: `patternTripOffset[p] .. patternTripOffset[p + 1]`, by time. */
  readonly patternTripOffset: Int32Array;

  readonly tripCount: number;
  /** GTFS ids with the prefix of the feed; a trip made from `frequencies.txt` has "@HH:MM:SS" behind. */
  readonly tripIds: readonly string[];
  readonly tripHeadsigns: readonly string[];
  /** Index of the service whose days the trip runs on. */
  readonly tripService: Int32Array;
  /** Arrival and departure at each stop of its pattern, two numbers a stop, from `tripTimeOffset[trip]` on. */
  readonly tripTimeOffset: Int32Array;
  readonly tripTimes: Int32Array;

  /** Days on which each service runs: `serviceRuns[service * dayCount + day]` is 1; day 0 is `firstDate`. */
  readonly serviceCount: number;
  readonly firstDate: string;
  readonly dayCount: number;
  readonly serviceRuns: Uint8Array;
}

export const canGetOn = 1;
export const canGetOff = 2;
