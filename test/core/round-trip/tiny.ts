import type { RoundTripInput, TransitTravel } from '#core/access/round-trip/input.ts';
import type { JourneyEnds } from '#core/access/round-trip/journeys.ts';
import { timingOf } from '#core/access/round-trip/timing.ts';
import { defaultRoundTripSettings, type RoundTripSettings } from '#core/access/round-trip-answer.ts';
import type { LonLat } from '#core/place/units.ts';
import { unreachable } from '#core/roads/reach.ts';
import { isCovered } from '#core/transit/calendar.ts';
import { dayTimetable } from '#core/transit/day.ts';
import type { TransitNetwork } from '#core/transit/link.ts';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import { createRaptor } from '#core/transit/raptor.ts';
import { defaultTransitSettings, type TransitSettings } from '#core/transit/settings.ts';
import { canGetOff, canGetOn, noTime, type Timetable } from '#core/transit/timetable.ts';
import type { Walks } from '#core/transit/walks.ts';

/*
 * A world small enough to reckon by hand: stops A, B, C ... by number, trips by their minutes of the day,
 * walks in minutes. Everything runs in Europe/Riga.
 */
export const timeZone = 'Europe/Riga';
export const tukums: LonLat = [23.15, 56.97];

/** "18:30", or "25:10" after midnight, in seconds. */
export const clock = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
};

/** One trip: stop and time of arrival and departure there, "0 18:00, 1 18:20". */
export interface TinyTrip {
  readonly id: string;
  readonly calls: string;
  /** Dates it runs on; all of the timetable if left out. */
  readonly dates?: readonly string[];
}

export interface TinyWorld {
  readonly stopCount: number;
  readonly trips: readonly TinyTrip[];
  readonly firstDate?: string;
  readonly dayCount?: number;
  /** [stop, other stop, minutes], both ways. */
  readonly transfers?: readonly (readonly [number, number, number])[];
  readonly settings?: Partial<TransitSettings>;
}

const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Each trip is a pattern, a line and a service of its own. */
export function tinyTimetable({
  stopCount,
  trips,
  firstDate = '2026-11-23',
  dayCount = 14,
}: TinyWorld): Timetable {
  const calls = trips.map((trip) =>
    trip.calls.split(', ').map((call) => {
      const [stop, time = ''] = call.split(' ');
      return { stop: Number(stop), seconds: clock(time) };
    }),
  );
  const offsets = (lengths: readonly number[]) =>
    Int32Array.from(
      [0, ...lengths].map((_, i) => lengths.slice(0, i).reduce((sum, length) => sum + length, 0)),
    );
  const stopOffset = offsets(calls.map((list) => list.length));
  const dates = Array.from({ length: dayCount }, (_, day) => daysAfter(firstDate, day));
  return {
    timeZone,
    feeds: [
      {
        id: '0',
        fileName: 'tiny',
        publisher: null,
        version: null,
        firstDate,
        lastDate: dates.at(-1) ?? firstDate,
      },
    ],
    stops: Array.from({ length: stopCount }, (_, stop) => ({
      id: `0:${stop}`,
      name: `Stop ${stop}`,
      lonLat: tukums,
    })),
    lines: trips.map(({ id }) => ({
      id,
      shortName: id,
      longName: `Line ${id}`,
      kind: 'bus',
      agency: 'tiny',
    })),
    patternCount: trips.length,
    patternLine: Int32Array.from(trips, (_, i) => i),
    patternStopOffset: stopOffset,
    patternStops: Int32Array.from(calls.flat(), ({ stop }) => stop),
    patternStopUse: new Uint8Array(calls.flat().length).fill(canGetOn | canGetOff),
    patternTripOffset: Int32Array.from([...trips, null], (_, i) => i),
    tripCount: trips.length,
    tripIds: trips.map(({ id }) => `0:${id}`),
    tripHeadsigns: trips.map(() => ''),
    tripService: Int32Array.from(trips, (_, i) => i),
    tripTimeOffset: stopOffset.map((offset) => 2 * offset),
    tripTimes: Int32Array.from(calls.flat().flatMap(({ seconds }) => [seconds, seconds])),
    serviceCount: trips.length,
    firstDate,
    dayCount,
    serviceRuns: Uint8Array.from(
      trips.flatMap((trip) => dates.map((date) => (trip.dates?.includes(date) === false ? 0 : 1))),
    ),
  };
}

/** Walks in minutes of each point: pairs [stop, minutes]. */
function tinyWalks(points: readonly (readonly (readonly [number, number])[])[]): Walks {
  const rows = points.map((walks) => walks.toSorted(([, a], [, b]) => a - b));
  let total = 0;
  return {
    offset: Int32Array.from([0, ...rows.map((row) => (total += row.length))]),
    stop: Int32Array.from(rows.flat(), ([stop]) => stop),
    seconds: Int32Array.from(rows.flat(), ([, minutes]) => minutes * 60),
  };
}

function tinyNetwork(world: TinyWorld): TransitNetwork {
  const timetable = tinyTimetable(world);
  const transfers = timetable.stops.map((_, stop) =>
    (world.transfers ?? []).flatMap(([a, b, minutes]): (readonly [number, number])[] =>
      a === stop ? [[b, minutes]] : b === stop ? [[a, minutes]] : [],
    ),
  );
  return {
    timetable,
    settings: { ...defaultTransitSettings, changeSeconds: 0, ...world.settings },
    stopSnaps: timetable.stops.map(() => null),
    transfers: tinyWalks(transfers),
  };
}

export interface TinyEvent {
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** Homes: walks to stops, and all the way to the venue, in minutes. */
  readonly homes: readonly {
    readonly walks: readonly (readonly [number, number])[];
    readonly direct?: number;
    readonly people?: number;
    readonly isSnapped?: boolean;
  }[];
  readonly venueWalks: readonly (readonly [number, number])[];
  readonly settings?: Partial<RoundTripSettings>;
  readonly shifts?: { readonly startShiftMinutes: number; readonly endShiftMinutes: number };
  readonly venue?: RoundTripInput['venue'];
  readonly zones?: readonly OnDemandZone[];
  readonly carMinutes?: number;
}

/** A round trip by public transport. Walks longer than the settings allow are left out, as the engine does. */
export function tinyInput(world: TinyWorld, event: TinyEvent): RoundTripInput & { travel: TransitTravel } {
  const settings = { ...defaultRoundTripSettings, darkWalkMinutes: null, ...event.settings };
  const { homes, shifts = { startShiftMinutes: 0, endShiftMinutes: 0 } } = event;
  const timing = timingOf(event, shifts, settings, timeZone, tukums);
  const network = tinyNetwork(world);
  const raptorOn = (date: string) =>
    isCovered(network.timetable, date) ? createRaptor(network, dayTimetable(network.timetable, date)) : null;
  const outbound = raptorOn(timing.outboundDate);
  const car = new Int32Array(homes.length).fill(
    event.carMinutes === undefined ? unreachable : event.carMinutes * 60_000,
  );
  return {
    homes: {
      people: homes.map(({ people }) => people ?? 1),
      territory: homes.map(() => 0),
      territoryId: homes.map(() => 'parish'),
      lonLat: homes.map(() => tukums),
      isSnapped: homes.map(({ isSnapped }) => isSnapped ?? true),
    },
    venue: event.venue === undefined ? { lonLat: tukums, isSnapped: true } : event.venue,
    timing,
    settings,
    travel: {
      kind: 'public-transport',
      outbound,
      homeward: timing.homewardDate === timing.outboundDate ? outbound : raptorOn(timing.homewardDate),
      homeWalks: tinyWalks(homes.map(({ walks }) => walks)),
      venueWalks: tinyWalks([event.venueWalks]),
      directSeconds: Int32Array.from(homes, ({ direct }) => (direct === undefined ? noTime : direct * 60)),
      lit: null,
    },
    onDemand: { zones: event.zones ?? [], toVenueMs: car, fromVenueMs: car },
  };
}

/** Ends of journeys; walks there have no line. */
export const tinyEnds: JourneyEnds = {
  home: { name: 'home', lonLat: tukums, snap: null },
  venue: { name: 'hall', lonLat: tukums, snap: null },
  drawWalk: () => ({ km: 0, line: [] }),
};
