import { describe, expect, it } from 'vitest';
import type { OccurrenceListing } from '#core/offer/event.ts';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import { defaultTravelSettings } from '#server/engine/settings.ts';
import { bareListing } from '../../core/offer/fixture.ts';
import { toytownData } from '../../toytown/engine-data.ts';
import { at, cellId, cells, island } from '../../toytown/toytown.ts';
import { timetable } from '../../toytown/transit.ts';
import { closeAfterEach, engineOn } from './start-engine.ts';

closeAfterEach();

/** At (4,2), where bus 1 and the train call. */
const date = (
  id: string,
  startsAt: string,
  endsAt: string | null,
  more: Partial<OccurrenceListing> = {},
) => ({
  ...bareListing,
  id,
  startsAt,
  endsAt,
  venueId: 'cinema-next-door',
  venueName: 'Hall',
  lonLat: at(4, 2),
  ...more,
});
const concert = date('concert', '2026-11-24T18:00:00+02:00', '2026-11-24T20:00:00+02:00');
const late = date('late', '2026-11-24T19:00:00+02:00', '2026-11-24T21:00:00+02:00');
const cancelled = date('gone', '2026-11-25T18:00:00+02:00', null, { status: 'cancelled' });
const endless = date('endless', '2026-11-25T18:00:00+02:00', null);
const nowhere = date('nowhere', '2026-11-25T19:00:00+02:00', null, { lonLat: null, venueName: null });
/** A Sunday, on which the timetable has no trip at all. */
const idle = date('idle', '2026-11-29T18:00:00+02:00', '2026-11-29T20:00:00+02:00');
/** After the last day of the timetable. */
const beyond = date('beyond', '2027-10-01T08:00:00+03:00', null);
const occurrences = [concert, late, cancelled, endless, nowhere];

const settings = {
  ...defaultTravelSettings,
  roundTrip: { ...defaultTravelSettings.roundTrip, darkWalkMinutes: null },
};
const assumptions = { schoolTerms: [], withoutCarPercent: new Map([['west-parish', 50]]) };
const onBuses = (zones: readonly OnDemandZone[] = []) =>
  engineOn(toytownData({ timetable, occurrences, zones }), { settings, assumptions });
const query = (occurrenceId: string, endShiftMinutes = 0) =>
  ({ occurrenceId, mode: 'public-transport', startShiftMinutes: 0, endShiftMinutes }) as const;

describe('a round trip by public transport', () => {
  it('is bus 1 of 17 h there and of 20:30 back, for all who live along it', async () => {
    const { cells: columns, event, total } = await onBuses().roundTrip(query('concert'));
    const of = (id: string) => {
      const home = columns.id.indexOf(id);
      return [columns.status[home], columns.leaveBy[home], columns.homeAt[home]];
    };
    expect(of(cellId(0, 2))).toEqual([
      'round-trip',
      '2026-11-24T17:00:00+02:00',
      '2026-11-24T20:46:00+02:00',
    ]);
    expect(of(island)).toEqual(['none', null, null]);
    expect(columns.outboundReason[columns.id.indexOf(island)]).toBe('unsnapped');
    expect(event).toMatchObject({ occurrenceId: 'concert', place: 'Hall', isEndAssumed: false });
    expect(columns.people.reduce((sum, people) => sum + people, 0)).toBe(total.people);
    const statuses = Object.values(total.peopleByStatus).reduce((sum, people) => sum + people, 0);
    expect(statuses).toBe(2 ** cells.length - 1);
  });

  it('is lost with the last bus when the event ends later, by so many minutes', async () => {
    const { cells: columns } = await onBuses().roundTrip(query('late'));
    const home = columns.id.indexOf(cellId(0, 2));
    expect(columns.status[home]).toBe('outbound-only');
    expect(columns.homewardReason[home]).toBe('last-departure-missed');
    // The bus leaves at 20:30, and one may leave at 21:10.
    expect(columns.missedMinutes[home]).toBe(40);
    const moved = await onBuses().roundTrip(query('late', -40));
    expect(moved.cells.status[home]).toBe('round-trip');
    expect(moved.event.endsAt).toBe('2026-11-24T20:20:00+02:00');
  });

  it('is none on a day on which nothing runs, next door too', async () => {
    const engine = engineOn(toytownData({ timetable, occurrences: [idle] }), { settings });
    const { cells: columns, total } = await engine.roundTrip(query('idle'));
    expect(new Set(columns.status)).toEqual(new Set(['none']));
    expect(new Set(columns.homewardReason)).toEqual(new Set(['no-service-on-date']));
    expect(total.peopleByStatus.none).toBe(total.people);
  });

  it('takes a length for an event without an end, and says so', async () => {
    const { event } = await onBuses().roundTrip(query('endless'));
    expect(event).toMatchObject({ isEndAssumed: true, endsAt: '2026-11-25T20:00:00+02:00' });
  });

  it('counts residents without a car by the assumption of their parish, and nobody where there is none', async () => {
    const { territories } = await onBuses().roundTrip(query('concert'));
    const west = territories.find(({ id }) => id === 'west-parish');
    expect(west?.withoutCar.people).toBe((west?.people ?? 0) / 2);
    expect(west?.withoutCar.assumedPercent).toBe(50);
    expect(territories.find(({ id }) => id === 'middle')?.withoutCar).toMatchObject({
      people: 0,
      assumedPercent: null,
    });
  });

  it('tells who could book a ride on demand', async () => {
    const zone: OnDemandZone = {
      id: 'west',
      nameLv: 'Rietumi',
      nameEn: 'West',
      area: { territoryIds: ['west-parish'] },
      days: ['tuesday'],
      hours: { from: '06:00', to: '23:00' },
      booking: { hoursBefore: 3 },
      seats: null,
      validUntil: '2027-01-01',
      source: 'toytown',
      isModel: true,
    };
    const { cells: columns } = await onBuses([zone]).roundTrip(query('late'));
    const home = columns.id.indexOf(cellId(0, 2));
    expect(columns.onDemand[home]).toEqual({ zoneId: 'west', bookBy: '2026-11-24T18:10:00+02:00' });
    expect(columns.status[home]).toBe('outbound-only');
  });

  it('has no timetable to go by where none was imported', async () => {
    const engine = engineOn(toytownData({ occurrences }), { settings });
    const { total, peopleByReason } = await engine.roundTrip(query('concert'));
    expect(total.peopleByStatus['round-trip']).toBe(0);
    expect(peopleByReason['no-service-on-date']).toBeGreaterThan(0);
    expect(total.percent).toBeNull();
  });

  it.each([
    ['no-service-on-date', 'beyond', 'public-transport', { timetable }],
    ['no-timetable', 'concert', 'public-transport', {}],
    ['no-position', 'nowhere', 'public-transport', { timetable }],
    ['no-position', 'nowhere', 'car', { timetable }],
  ] as const)('is unknown, and not nobody, for %s of “%s” by %s', async (blank, occurrenceId, mode, data) => {
    const engine = engineOn(toytownData({ ...data, occurrences: [...occurrences, beyond] }), {
      settings,
      assumptions,
    });
    const answer = await engine.roundTrip({ ...query(occurrenceId), mode });
    expect(answer.blank).toBe(blank);
    for (const row of [answer.total, ...answer.territories]) {
      expect([row.percent, row.withoutCar.percent], row.id).toEqual([null, null]);
    }
    expect(answer.total.people).toBe(2 ** cells.length - 1);
    expect(new Set(answer.cells.status)).toEqual(new Set(['none']));
    expect(answer.cells.homewardReason).not.toContain(null);
    expect(await engine.shift(occurrenceId, mode)).toMatchObject({
      ...{ blank, byEndShift: [], byStartShift: [], laterDepartures: [] },
    });
  });

  it('is known by car whatever the timetable, and on a day with service also where nobody can', async () => {
    const engine = engineOn(toytownData({ timetable, occurrences: [...occurrences, beyond] }), { settings });
    expect((await engine.roundTrip({ ...query('beyond'), mode: 'car' })).blank).toBeNull();
    const { blank, total } = await engine.roundTrip(query('late'));
    expect([blank, typeof total.percent]).toEqual([null, 'number']);
    expect((await engine.shift('late', 'public-transport')).blank).toBeNull();
  });
});

describe('a round trip on streets', () => {
  it.each([
    ['car', '2026-11-24T17:44:00+02:00', '2026-11-24T20:16:00+02:00'],
    ['bicycle', '2026-11-24T17:20:00+02:00', '2026-11-24T20:40:00+02:00'],
    ['foot', '2026-11-24T16:10:00+02:00', '2026-11-24T21:50:00+02:00'],
  ] as const)('by %s takes the way there and back', async (mode, leaveBy, homeAt) => {
    const { cells: columns } = await onBuses().roundTrip({ ...query('concert'), mode });
    const home = columns.id.indexOf(cellId(0, 2));
    expect([columns.status[home], columns.leaveBy[home], columns.homeAt[home]]).toEqual([
      'round-trip',
      leaveBy,
      homeAt,
    ]);
  });
});

describe('the journeys of one home', () => {
  it('leave and arrive at the moments of its round trip', async () => {
    const found = await onBuses().roundTripJourneys(query('concert'), cellId(0, 2));
    expect(found.trip.status).toBe('round-trip');
    expect(found.outbound?.departsAt).toBe(found.trip.leaveBy);
    expect(found.homeward?.arrivesAt).toBe(found.trip.homeAt);
    expect(found.outbound?.legs.map(({ kind }) => kind)).toContain('ride');
    const lost = await onBuses().roundTripJourneys(query('late'), cellId(0, 2));
    expect(lost.homeward).toBeNull();
    expect(lost.outbound).not.toBeNull();
  });

  it('are not found for a cell or a date that is none', async () => {
    const engine = onBuses();
    const missing = { code: 'not-found' };
    await expect(engine.roundTripJourneys(query('concert'), '1kmX1Y1')).rejects.toMatchObject(missing);
    await expect(engine.roundTripJourneys(query('never'), cellId(0, 2))).rejects.toMatchObject(missing);
    await expect(engine.roundTrip(query('never'))).rejects.toMatchObject(missing);
    await expect(engine.shift('never', 'car')).rejects.toMatchObject(missing);
  });
});

describe('all dates of a territory', () => {
  const [from, to] = ['2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z'];

  it('leave cancelled ones out and say the same as each date alone', async () => {
    const engine = onBuses();
    const { cellIds, occurrences: dates } = await engine.territoryRoundTrips(
      'west-parish',
      'public-transport',
      from,
      to,
    );
    expect(dates.map(({ event }) => event.occurrenceId)).toEqual(['concert', 'late', 'endless', 'nowhere']);
    const { cells: columns } = await engine.roundTrip(query('late'));
    for (const [i, id] of cellIds.entries()) {
      const home = columns.id.indexOf(id);
      const { status, homeAt, missedMinutes } = dates[1]?.trips[i] ?? {};
      expect([status, homeAt, missedMinutes], id).toEqual([
        columns.status[home],
        columns.homeAt[home],
        columns.missedMinutes[home],
      ]);
    }
    expect(new Set(dates[3]?.trips.map(({ outboundReason }) => outboundReason))).toEqual(
      new Set(['no-position']),
    );
    await expect(engine.territoryRoundTrips('nowhere', 'car', from, to)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are computed ahead, with progress', async () => {
    const engine = onBuses();
    const told: unknown[] = [];
    await engine.computeRoundTrips(31, { tell: (...line) => told.push(line) });
    expect(told).toEqual([0, 1, 2, 3, 4].map((done) => ['public-transport', done, 4]));
  });
});

describe('the shift finder', () => {
  it('finds how much earlier the end had to be, and the bus that had to wait', async () => {
    const { byEndShift, laterDepartures } = await onBuses().shift('late', 'public-transport');
    const peopleAt = (minutes: number) => byEndShift.find((point) => point.minutes === minutes)?.people ?? -1;
    expect(peopleAt(-45)).toBeGreaterThan(peopleAt(-30));
    expect(peopleAt(-30)).toBe(peopleAt(0));
    expect(laterDepartures[0]).toMatchObject({
      line: '1',
      departsAt: '2026-11-24T20:30:00+02:00',
      laterMinutes: 40,
    });
    // Those of (1,0) and (2,0) would change to the last bus 2 at 20:40, which does not wait.
    const changing = 2 ** 1 + 2 ** 2;
    expect(laterDepartures[0]?.morePeople).toBe(peopleAt(-45) - peopleAt(0) - changing);
  });
});
