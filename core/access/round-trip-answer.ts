import type { LonLat } from '../place/units.ts';
import type { TransitJourney } from '../transit/journey.ts';
import type { TravelMode } from '../transit/travel-mode.ts';

export const roundTripStatuses = ['round-trip', 'outbound-only', 'homeward-only', 'none'] as const;
export type RoundTripStatus = (typeof roundTripStatuses)[number];

/** Why one half of a round trip fails. */
export const roundTripReasons = [
  /** The home or the venue lies too far from any street. */
  'unsnapped',
  /** No way on streets at all (car, bicycle, foot). */
  'no-route',
  /** No stop within the walk of the home, or of the venue. */
  'no-stop-within-walk',
  /** The timetable does not cover the date, or nothing runs that day from any stop in reach. */
  'no-service-on-date',
  /** Something runs, but nothing arrives in time before the start. */
  'no-arrival-in-time',
  /** Homeward: the last way home leaves before the event is over; `missedMinutes` says by how much. */
  'last-departure-missed',
  /** Homeward: there is a way, but it ends later than the latest hour. */
  'home-too-late',
  /** Only a walk longer than allowed would do (after dark the limit is shorter). */
  'walk-too-long',
  /** Only with more rides than allowed. */
  'too-many-transfers',
  /** Nothing of this kind is known of the event: it has no place on the map. */
  'no-position',
] as const;
export type RoundTripReason = (typeof roundTripReasons)[number];

/** Why nothing can be said of an event as a whole: not that nobody can, but that nobody knows. */
export const roundTripBlanks = [
  /** The timetable has nothing for a service day on which people would come or go home. */
  'no-service-on-date',
  /** There is no timetable. */
  'no-timetable',
  /** The event has no place on the map. */
  'no-position',
] as const;
export type RoundTripBlank = (typeof roundTripBlanks)[number];

export interface RoundTripSettings {
  /** At the venue so long before the start, and leaving it so long after the end, at least. */
  readonly earlyMinutes: number;
  readonly lateMinutes: number;
  /** Home by this local hour of the night after the start, "02:00". */
  readonly homeBy: string;
  /** A single walk after dark is at most so long; null is no limit. */
  readonly darkWalkMinutes: number | null;
  /** Taken for an event without a stated end. */
  readonly assumedEventMinutes: number;
}

export const defaultRoundTripSettings: RoundTripSettings = {
  earlyMinutes: 10,
  lateMinutes: 10,
  homeBy: '02:00',
  darkWalkMinutes: 15,
  assumedEventMinutes: 120,
};

/** What is asked: one date of an event, by one way of travel, moved by so many minutes (0 is as announced). */
export interface RoundTripQuery {
  readonly occurrenceId: string;
  readonly mode: TravelMode;
  /** Minutes by which the start is moved, and by which the end is; negative is earlier. */
  readonly startShiftMinutes: number;
  readonly endShiftMinutes: number;
}

/** The event as it was reckoned with. */
export interface RoundTripEvent {
  readonly occurrenceId: string;
  readonly eventId: string;
  readonly titleLv: string;
  readonly titleEn: string | null;
  readonly venueId: string | null;
  readonly place: string;
  readonly lonLat: LonLat | null;
  /** RFC 3339 with offset, after the shift. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** True when no end is stated and `assumedEventMinutes` was taken. */
  readonly isEndAssumed: boolean;
}

/** Both halves for one home. Instants are RFC 3339 with offset; null where that half does not exist. */
export interface HomeRoundTrip {
  readonly status: RoundTripStatus;
  /** Null where the half works. */
  readonly outboundReason: RoundTripReason | null;
  readonly homewardReason: RoundTripReason | null;
  /** Latest moment to leave home. */
  readonly leaveBy: string | null;
  /** Earliest moment at home again. */
  readonly homeAt: string | null;
  /** From leaving to being home; null unless both halves work. */
  readonly awayMinutes: number | null;
  /** Waited at stops and before the start, after the end; null unless both halves work. */
  readonly waitMinutes: number | null;
  readonly ridesOutbound: number | null;
  readonly ridesHomeward: number | null;
  /** With `last-departure-missed`: from the last possible leaving of the venue to the one needed. */
  readonly missedMinutes: number | null;
  /** Where on-demand transport would make it a round trip: book by this moment. Never counted as a round trip. */
  readonly onDemand: { readonly zoneId: string; readonly bookBy: string } | null;
}

/** One entry per population cell, columns of equal length. */
export type RoundTripColumns = {
  readonly [K in keyof HomeRoundTrip]: readonly HomeRoundTrip[K][];
} & {
  readonly id: readonly string[];
  readonly people: readonly number[];
  /** Published counts of 5 in `people` of each cell, see `core/place/small-counts.ts`; absent where there are none. */
  readonly smallCounts?: readonly number[];
  /** Index into `territories`. */
  readonly territory: readonly number[];
  /** Outline of each cell, a closed ring; null where all are squares that their ids name. */
  readonly ring: readonly (readonly LonLat[])[] | null;
};

/** Residents by what they can do. Sums over nobody are 0; the share over nobody is null. */
export interface RoundTripSum {
  readonly people: number;
  readonly peopleByStatus: Readonly<Record<RoundTripStatus, number>>;
  /** Of those without a round trip, so many could with on-demand transport, if booked. */
  readonly peopleIfBooked: number;
  /** Share with a round trip, 0 to 100, of all residents; null where nobody lives, and all over with a `blank`. */
  readonly percent: number | null;
}

export interface RoundTripTerritory extends RoundTripSum {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  /** The same for residents without a car: an estimate from a share by parish, never a count. */
  readonly withoutCar: RoundTripSum & { readonly assumedPercent: number | null };
}

/** Who can come to an event and get home again. */
export interface RoundTripAnswer {
  readonly query: RoundTripQuery;
  readonly event: RoundTripEvent;
  readonly settings: RoundTripSettings;
  /** Then no share is known, and every cell is `none` with its reason. */
  readonly blank: RoundTripBlank | null;
  readonly cells: RoundTripColumns;
  readonly territories: readonly RoundTripTerritory[];
  readonly total: RoundTripTerritory;
  /** Residents by the reason of the half that fails (the homeward one where both do). */
  readonly peopleByReason: Readonly<Partial<Record<RoundTripReason, number>>>;
}

/** Both journeys of one home, stop by stop. A half without one is null and its reason stands in `trip`. */
export interface RoundTripJourneys {
  readonly query: RoundTripQuery;
  readonly event: RoundTripEvent;
  readonly cellId: string;
  readonly trip: HomeRoundTrip;
  readonly outbound: TransitJourney | null;
  readonly homeward: TransitJourney | null;
}

/** All dates of a period for all cells of one territory: `trips[occurrence][cell]`. */
export interface TerritoryRoundTrips {
  readonly territoryId: string;
  readonly mode: TravelMode;
  readonly settings: RoundTripSettings;
  readonly cellIds: readonly string[];
  readonly occurrences: readonly {
    readonly event: RoundTripEvent;
    readonly trips: readonly HomeRoundTrip[];
  }[];
}

/** What moving an event, or the last departure, would do. */
export interface ShiftAnswer {
  readonly event: RoundTripEvent;
  readonly mode: TravelMode;
  /** Of the event as announced; then all lists are empty. */
  readonly blank: RoundTripBlank | null;
  /** Residents with a round trip when the end is moved by so many minutes (the start stays), and the reverse. */
  readonly byEndShift: readonly {
    readonly minutes: number;
    readonly people: number;
    readonly percent: number | null;
  }[];
  readonly byStartShift: readonly {
    readonly minutes: number;
    readonly people: number;
    readonly percent: number | null;
  }[];
  /** Departures from stops near the venue that would bring people home if they left later; the best first. */
  readonly laterDepartures: readonly {
    readonly line: string;
    readonly lineName: string;
    readonly tripId: string;
    readonly stopName: string;
    readonly departsAt: string;
    /** Leaving so much later, the whole trip moved. */
    readonly laterMinutes: number;
    /** Residents who would then have a round trip and have none now. */
    readonly morePeople: number;
  }[];
}
