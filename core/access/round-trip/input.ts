import type { LonLat } from '../../place/units.ts';
import type { OnDemandZone } from '../../transit/on-demand.ts';
import type { Raptor } from '../../transit/raptor.ts';
import type { Walks } from '../../transit/walks.ts';
import type { RoundTripSettings } from '../round-trip-answer.ts';
import type { EventTiming } from './timing.ts';

/** Everything a round trip to one event by one mode is reckoned from. Homes are numbered as in `homes`. */
export interface RoundTripInput {
  readonly homes: TripHomes;
  /** Null: the event has no place on the map. */
  readonly venue: TripVenue | null;
  readonly timing: EventTiming;
  readonly settings: RoundTripSettings;
  readonly travel: StreetTravel | TransitTravel;
  /** Zones of on-demand transport; none is an empty list. */
  readonly onDemand: OnDemandTravel;
}

/** Homes, in columns of equal length. */
export interface TripHomes {
  readonly people: readonly number[];
  /** Index into the territories, -1 for none. */
  readonly territory: readonly number[];
  readonly territoryId: readonly string[];
  readonly lonLat: readonly LonLat[];
  /** False where the home lies too far from any street the mode can use (on foot, for public transport). */
  readonly isSnapped: readonly boolean[];
}

interface TripVenue {
  readonly lonLat: LonLat;
  readonly isSnapped: boolean;
}

/** Car, bicycle or foot: milliseconds by home, `unreachable` (core/roads/reach.ts) where there is no way. */
export interface StreetTravel {
  readonly kind: 'streets';
  readonly mode: 'car' | 'bicycle' | 'foot';
  readonly toVenueMs: Int32Array;
  readonly fromVenueMs: Int32Array;
  /** A way on foot that takes longer is none. */
  readonly maxFootMinutes: number;
  /** 1 for each home whose way on foot keeps to lit streets; null: not known, so all count as unlit. */
  readonly lit: Uint8Array | null;
}

/** Public transport with walking. */
export interface TransitTravel {
  readonly kind: 'public-transport';
  /**
   * Searches on the days of `timing.outboundDate` and `timing.homewardDate` (one and the same object where
   * these are the same). Null where nothing is known to run on the date (`isServed` of core/transit/calendar.ts).
   */
  readonly outbound: Raptor | null;
  readonly homeward: Raptor | null;
  /** Home to stops, at most `maxAccessWalkMinutes`; point i is home i. */
  readonly homeWalks: Walks;
  /** Venue to stops, at most `maxAccessWalkMinutes`; its only point. */
  readonly venueWalks: Walks;
  /**
   * Home to venue all the way on foot in seconds, `noTime` where there is no way. Known up to twice
   * `maxAccessWalkMinutes`: what is longer than once is not allowed, but can be the reason.
   */
  readonly directSeconds: Int32Array;
  /** 1 for each of these walks that keeps to lit streets (`litWalks`); null: not known, so all count as unlit. */
  readonly lit: LitColumns | null;
}

/** Which walks are lit, in the order of the walks. */
export interface LitColumns {
  readonly home: Uint8Array;
  readonly venue: Uint8Array;
  readonly direct: Uint8Array;
}

/** On-demand transport; times by car, milliseconds by home, tell how long a ride takes. */
interface OnDemandTravel {
  readonly zones: readonly OnDemandZone[];
  readonly toVenueMs: Int32Array;
  readonly fromVenueMs: Int32Array;
}
