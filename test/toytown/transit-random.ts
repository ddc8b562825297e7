import fc from 'fast-check';
import { dayTimetable } from '#core/transit/day.ts';
import type { TransitNetwork } from '#core/transit/link.ts';
import { createRaptor, type Raptor } from '#core/transit/raptor.ts';
import { defaultTransitSettings } from '#core/transit/settings.ts';
import type { Walk, Walks } from '#core/transit/walks.ts';
import { type ToyFeed, type ToyTrip, toyTimetable } from './transit-timetable.ts';

/** A tiny transit world without streets: its walks are given. */
export interface ToyWorld {
  readonly feed: ToyFeed;
  /** Walks between stops, each said once. */
  readonly transfers: readonly { readonly a: number; readonly b: number; readonly seconds: number }[];
  readonly access: readonly Walk[];
  readonly egress: readonly Walk[];
  readonly date: string;
}

export const stopCount = 5;
export const maxRides = 3;
export const changeSeconds = 60;

/** Four days around a night on which nothing special happens, the clocks go forward, or back. */
const seasons = [
  ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'],
  ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'],
  ['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27'],
] as const;

const anyCall = fc.record({
  stop: fc.nat(stopCount - 1),
  ride: fc.constantFrom(0, 60, 300, 600, 601),
  dwell: fc.constantFrom(0, 0, 30, 300),
  use: fc.constantFrom(3, 3, 3, 1, 2, 0),
});

const anyTrip: fc.Arbitrary<Omit<ToyTrip, 'id'>> = fc
  .record({
    line: fc.nat(1),
    service: fc.constantFrom(0, 1, 1),
    // Around noon mostly, sometimes late, so that it runs after midnight, sometimes early.
    start: fc.oneof(
      fc.integer({ min: 0, max: 12 }).map((i) => 43_200 + 300 * i),
      fc.integer({ min: 0, max: 12 }).map((i) => 85_200 + 300 * i),
      fc.integer({ min: 0, max: 12 }).map((i) => 300 * i),
    ),
    calls: fc.array(anyCall, { minLength: 2, maxLength: 4 }),
  })
  .map(({ line, service, start, calls }) => {
    let now = start;
    return {
      line,
      service,
      calls: calls.map(({ stop, ride, dwell, use }) => {
        const arrive = now + ride;
        now = arrive + dwell;
        return { stop, arrive, depart: now, use };
      }),
    };
  });

const anyWalks: fc.Arbitrary<Walk[]> = fc.uniqueArray(
  fc.record({ stop: fc.nat(stopCount - 1), seconds: fc.constantFrom(0, 60, 200, 600) }),
  { minLength: 1, maxLength: 3, selector: ({ stop }) => stop },
);

/** Worlds small enough to look through every journey in them. */
export const anyWorld: fc.Arbitrary<ToyWorld> = fc
  .record({
    season: fc.constantFrom(...seasons),
    day: fc.integer({ min: 1, max: 2 }),
    services: fc.tuple(fc.subarray([0, 1, 2, 3], { minLength: 1 }), fc.constant([0, 1, 2, 3])),
    trips: fc.array(anyTrip, { minLength: 1, maxLength: 8 }),
    transfers: fc.uniqueArray(
      fc.record({
        a: fc.nat(stopCount - 1),
        b: fc.nat(stopCount - 1),
        seconds: fc.constantFrom(30, 120, 300),
      }),
      { maxLength: 4, selector: ({ a, b }) => `${Math.min(a, b)}-${Math.max(a, b)}` },
    ),
    access: anyWalks,
    egress: anyWalks,
  })
  .map(({ season, day, services, trips, transfers, access, egress }) => ({
    feed: {
      timeZone: 'Europe/Riga',
      stops: Array.from({ length: stopCount }, (_, i) => ({
        name: `Stop ${i}`,
        lonLat: [23 + i / 100, 57] as const,
      })),
      lines: ['1', '2'].map((shortName) => ({ shortName, longName: '', kind: 'bus' as const })),
      services: services.map((days) => days.flatMap((each) => season[each] ?? [])),
      firstDate: season[0],
      dayCount: season.length,
      trips: trips.map((trip, i) => ({ id: `t${i}`, ...trip })),
    },
    transfers: transfers.filter(({ a, b }) => a !== b),
    access,
    egress,
    date: season[day] ?? season[1],
  }));

/** The same walks in rows, the nearest first, as `transfersOf` gives them. */
function walksInRows(transfers: ToyWorld['transfers']): Walks {
  const rows = Array.from({ length: stopCount }, (_, stop) =>
    transfers
      .flatMap(({ a, b, seconds }) =>
        a === stop ? [{ stop: b, seconds }] : b === stop ? [{ stop: a, seconds }] : [],
      )
      .sort((x, y) => x.seconds - y.seconds || x.stop - y.stop),
  );
  const offset = new Int32Array(stopCount + 1);
  rows.forEach((row, stop) => {
    offset[stop + 1] = (offset[stop] ?? 0) + row.length;
  });
  return {
    offset,
    stop: Int32Array.from(rows.flat(), ({ stop }) => stop),
    seconds: Int32Array.from(rows.flat(), ({ seconds }) => seconds),
  };
}

export function toyRaptor({ feed, transfers, date }: ToyWorld): Raptor {
  const timetable = toyTimetable(feed);
  const network: TransitNetwork = {
    timetable,
    settings: { ...defaultTransitSettings, maxRides, changeSeconds },
    stopSnaps: timetable.stops.map(() => null),
    transfers: walksInRows(transfers),
  };
  return createRaptor(network, dayTimetable(timetable, date));
}
