import { describe, expect, it } from 'vitest';
import { bothHalves, roundTrips } from '#core/access/round-trip/compute.ts';
import type { RoundTripInput, TransitTravel } from '#core/access/round-trip/input.ts';
import { tripJourneys } from '#core/access/round-trip/journeys.ts';
import { laterDepartures } from '#core/access/round-trip/later-departures.ts';
import { shiftCurves } from '#core/access/round-trip/shift.ts';
import { asAnnounced, type Shifts, timingOf } from '#core/access/round-trip/timing.ts';
import { defaultRoundTripSettings, type RoundTripSettings } from '#core/access/round-trip-answer.ts';
import { snap } from '#core/roads/snap.ts';
import { isCovered } from '#core/transit/calendar.ts';
import type { Place } from '#core/transit/itinerary.ts';
import { createRaptor } from '#core/transit/raptor.ts';
import { noTime } from '#core/transit/timetable.ts';
import { createWalkDrawer } from '#core/transit/walk-line.ts';
import { snapOnFoot, walksBetween } from '#core/transit/walks.ts';
import { at, cells, junction, network } from '../../toytown/toytown.ts';
import { cellWalks, dayOf, snapIndex, streets, timetable, transit } from '../../toytown/transit.ts';

/* Toytown's timetable stands in test/toytown/transit.ts. The hall is at (4,2), where bus 1 and the train call. */
const hall = at(4, 2);
const stops = snapOnFoot(
  snapIndex,
  timetable.stops.map(({ lonLat }) => lonLat),
);
const homes = snapOnFoot(
  snapIndex,
  cells.map(({ centre }) => centre),
);
const atHall = snapOnFoot(snapIndex, [hall]);
const raptorOn = (date: string) => (isCovered(timetable, date) ? createRaptor(transit, dayOf(date)) : null);

function input(
  startsAt: string,
  endsAt: string | null,
  shifts: Shifts = asAnnounced,
  settings: Partial<RoundTripSettings> = {},
): RoundTripInput & { readonly travel: TransitTravel } {
  const all = { ...defaultRoundTripSettings, darkWalkMinutes: null, ...settings };
  const timing = timingOf({ startsAt, endsAt }, shifts, all, 'Europe/Riga', hall);
  const direct = walksBetween(streets, homes, atHall, 3600);
  const outbound = raptorOn(timing.outboundDate);
  return {
    homes: {
      people: cells.map(({ people }) => people),
      territory: cells.map(() => 0),
      territoryId: cells.map(({ territoryId }) => territoryId),
      lonLat: cells.map(({ centre }) => centre),
      isSnapped: homes.map((one) => one !== null),
    },
    venue: { lonLat: hall, isSnapped: true },
    timing,
    settings: all,
    travel: {
      kind: 'public-transport',
      outbound,
      homeward: timing.homewardDate === timing.outboundDate ? outbound : raptorOn(timing.homewardDate),
      homeWalks: cellWalks,
      venueWalks: walksBetween(streets, atHall, stops, 1800),
      directSeconds: Int32Array.from(cells, (_, home) =>
        direct.offset[home] === direct.offset[home + 1]
          ? noTime
          : (direct.seconds[direct.offset[home] ?? 0] ?? noTime),
      ),
      lit: null,
    },
    onDemand: { zones: [], toVenueMs: new Int32Array(0), fromVenueMs: new Int32Array(0) },
  };
}
const home = (column: number, row: number) => junction(column, row);
const withTrip = (event: RoundTripInput) =>
  roundTrips(event).flatMap(({ status }, cell) => (status === 'round-trip' ? [cell] : []));

describe('a concert at (4,2) on a school day, 18 to 20 h', () => {
  const concert = input('2026-11-24T18:00:00+02:00', '2026-11-24T20:00:00+02:00');
  const trips = roundTrips(concert);

  it('is reached by bus 1 of 17 h and left by that of 20:30, from the stop at the door', () => {
    expect(trips[home(0, 2)]).toMatchObject({
      status: 'round-trip',
      leaveBy: '2026-11-24T17:00:00+02:00',
      homeAt: '2026-11-24T20:46:00+02:00',
      awayMinutes: 226,
      // 44 before the start, 30 after the end.
      waitMinutes: 74,
    });
  });

  it('is reached on foot from a block away, and by bus after a walk of a block', () => {
    expect(trips[home(4, 1)]).toMatchObject({ leaveBy: '2026-11-24T17:25:00+02:00', ridesOutbound: 0 });
    expect(trips[home(0, 1)]).toMatchObject({
      leaveBy: '2026-11-24T16:35:00+02:00',
      homeAt: '2026-11-24T21:11:00+02:00',
      ridesOutbound: 1,
    });
  });

  it('is missed by those whose last change comes too early, by the minutes until the hall had to be left', () => {
    // Bus 1 is at (2,2) at 20:38, the last bus 2 goes southwards at 20:40: home at (2,0) at 20:48.
    expect(trips[home(2, 0)]).toMatchObject({ homeAt: '2026-11-24T20:48:00+02:00', ridesHomeward: 2 });
    // Northwards the last one passed (2,2) at 20:18; that of 20:10 is met by leaving the hall at 19:30.
    expect(trips[home(2, 4)]).toMatchObject({
      status: 'outbound-only',
      homewardReason: 'last-departure-missed',
      missedMinutes: 40,
    });
    expect(trips[home(0, 0)]).toMatchObject({ outboundReason: 'no-service-on-date' });
    expect(trips[26]).toMatchObject({ status: 'none', outboundReason: 'unsnapped' });
  });

  it('shows journeys that leave and arrive when the columns say, and wait as long', () => {
    const lines = new Map(network.edges.map(({ line }, edge) => [edge, line]));
    const drawWalk = createWalkDrawer(streets, (edge) => lines.get(edge) ?? []);
    const placeOf = (lonLat: Place['lonLat'], name: string): Place => ({
      name,
      lonLat,
      snap: snap(snapIndex, lonLat, 'foot'),
    });
    const halves = bothHalves(concert);
    let shown = 0;
    cells.forEach(({ centre }, cell) => {
      const found = trips[cell];
      const ends = { home: placeOf(centre, 'home'), venue: placeOf(hall, 'hall'), drawWalk };
      const { outbound, homeward } = tripJourneys(concert, concert.travel, halves, cell, ends);
      expect(outbound?.departsAt ?? null).toBe(found?.leaveBy);
      expect(homeward?.arrivesAt ?? null).toBe(found?.homeAt);
      expect([outbound?.rides ?? null, homeward?.rides ?? null]).toEqual([
        found?.ridesOutbound,
        found?.ridesHomeward,
      ]);
      if (!outbound || !homeward || found?.status !== 'round-trip') return;
      shown += 1;
      const moving = [outbound, homeward].reduce((sum, one) => sum + one.minutes - one.waitMinutes, 0);
      expect(found.waitMinutes).toBeCloseTo((found.awayMinutes ?? 0) - 120 - moving);
      expect(Date.parse(outbound.arrivesAt)).toBeLessThanOrEqual(concert.timing.arriveByMs);
      expect(Date.parse(homeward.departsAt)).toBeGreaterThanOrEqual(concert.timing.leaveFromMs);
    });
    expect(shown).toBe(withTrip(concert).length);
  });

  it('would bring more home if it ended earlier, fewer later', () => {
    const { byEndShift } = shiftCurves((shifts) =>
      input('2026-11-24T18:00:00+02:00', '2026-11-24T20:00:00+02:00', shifts),
    );
    const people = (minutes: number) => byEndShift.find((point) => point.minutes === minutes)?.people ?? -1;
    // Half an hour earlier is 19:40 at the door, too late for 19:30; three quarters earlier catches it.
    const northOfCrossing = 2 ** home(2, 3) + 2 ** home(2, 4) + 2 ** home(1, 4) + 2 ** home(3, 4);
    expect(people(-30)).toBe(people(0));
    expect(people(-45) - people(0)).toBeGreaterThan(0);
    expect((people(-45) - people(0)) & ~northOfCrossing).toBe(0);
    // From 20:30 on nothing leaves but the night train, for column 4 alone.
    const byTrain = people(45);
    for (const minutes of [60, 90, 120]) expect(people(minutes)).toBe(byTrain);
    expect(people(0)).toBeGreaterThan(byTrain);
  });

  it('names the departures that would bring more people home, and by how much later', () => {
    // An hour later the last bus 1 of 20:30 is missed by 40 minutes; so are those of 19:30 and 18:30, by more,
    // which would bring home the same people and are not named.
    const later = laterDepartures(input('2026-11-24T19:00:00+02:00', '2026-11-24T21:00:00+02:00'));
    // Row 2 and the rows beside it; (3,2) is near enough to walk. Bus 2 has left.
    const row = [0, 1, 2].map((column) => 2 ** home(column, 2));
    const beside = [0, 1, 2, 3].flatMap((column) => [2 ** home(column, 1), 2 ** home(column, 3)]);
    const morePeople = [...row, ...beside].reduce((sum, people) => sum + people);
    expect(later).toMatchObject([{ line: '1', stopName: 'Stop 14', laterMinutes: 40, morePeople }]);
    expect(later[0]?.departsAt).toBe('2026-11-24T20:30:00+02:00');
  });
});

describe('other days', () => {
  it('Sunday: nothing runs, and only those who walk have a round trip', () => {
    const sunday = input('2026-11-29T18:00:00+02:00', '2026-11-29T20:00:00+02:00');
    expect(withTrip(sunday)).toEqual([home(4, 1), home(3, 2), home(4, 2), home(4, 3)]);
    expect(roundTrips(sunday)[home(0, 2)]).toMatchObject({
      status: 'none',
      outboundReason: 'no-service-on-date',
      homewardReason: 'no-service-on-date',
    });
  });

  it('Sunday an hour after midnight: still the night of Saturday', () => {
    const night = input('2026-11-28T22:00:00+02:00', '2026-11-28T23:55:00+02:00');
    expect(roundTrips(night)[home(4, 0)]).toMatchObject({
      homeAt: '2026-11-29T00:30:00+02:00',
      ridesHomeward: 1,
    });
  });

  it('a Monday that no timetable covers: none, for every home, also beside the hall', () => {
    const monday = input('2026-12-07T18:00:00+02:00', '2026-12-07T20:00:00+02:00');
    for (const { status, outboundReason } of roundTrips(monday)) {
      expect([status, outboundReason]).toEqual(['none', 'no-service-on-date']);
    }
  });

  it('an event without an end is reckoned with two hours', () => {
    const open = input('2026-11-24T18:00:00+02:00', null);
    expect(open.timing.isEndAssumed).toBe(true);
    expect(roundTrips(open)).toEqual(
      roundTrips(input('2026-11-24T18:00:00+02:00', '2026-11-24T20:00:00+02:00')),
    );
  });
});
