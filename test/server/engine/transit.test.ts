import { describe, expect, it } from 'vitest';
import { type AccessQuery, measureIds } from '#core/access/answer.ts';
import type { DepartureWindow } from '#core/transit/travel-mode.ts';
import { toytownData } from '../../toytown/engine-data.ts';
import { at, cellId, island, venue, venues } from '../../toytown/toytown.ts';
import { saturday, schoolDay, sunday, timetable } from '../../toytown/transit.ts';
import { closeAfterEach, engineOn } from './start-engine.ts';

closeAfterEach();

/** The hall at (4,2), where bus 1 and the train call. */
const hall = venue('hall', 'culture-centre', at(4, 2));
const onBuses = () => {
  const data = toytownData({ timetable });
  data.importVenues([...venues, hall]);
  return engineOn(data);
};

const at8 = (date: string, more: Partial<DepartureWindow> = {}): DepartureWindow => ({
  date,
  from: '08:00',
  windowMinutes: 60,
  percentile: 50,
  ...more,
});
const toHall: AccessQuery = {
  measure: 'nearest',
  offer: { venueId: 'hall' },
  mode: 'public-transport',
  departure: at8(schoolDay),
  cutoffMinutes: 45,
  venueStatuses: ['open'],
};

describe('reach by public transport', () => {
  it('is the median over the departures of an hour, waiting at home included, without kilometres', async () => {
    const { cells, total, venues: rows } = await onBuses().access(toHall);
    const of = (column: number, row: number) => {
      const home = cells.id.indexOf(cellId(column, row));
      return { minutes: cells.minutes[home], km: cells.km[home], reason: cells.reason[home] };
    };
    // Bus 1 leaves (0,2) on the hour and takes 16 minutes: leaving at 8:00 it is caught, at 8:01 59 minutes
    // are waited for the next. The times are 16, 17 ... 75, and the 30th of them is 45.
    expect(of(0, 2)).toEqual({ minutes: 45, km: null, reason: null });
    // It comes by (2,2) at 8 past: 8 ... 16 first, then those who wait for the next.
    expect(of(2, 2)).toEqual({ minutes: 8 + 29, km: null, reason: null });
    // At the stop itself nobody waits; and a block is walked in 25 minutes.
    expect(of(4, 2)).toEqual({ minutes: 0, km: null, reason: null });
    expect(of(4, 3)).toEqual({ minutes: 25, km: null, reason: null });
    expect(total.km).toBeNull();
    expect(rows[0]?.medianMinutes).not.toBeNull();
  });

  it('takes another departure for another percentile', async () => {
    const engine = onBuses();
    const home = (await engine.access(toHall)).cells.id.indexOf(cellId(0, 2));
    const minutesAt = async (percentile: number) => {
      const query = { ...toHall, departure: at8(schoolDay, { percentile }) };
      return (await engine.access(query)).cells.minutes[home];
    };
    expect(await minutesAt(1)).toBe(16);
    expect(await minutesAt(100)).toBe(75);
  });

  it('says why there is none, and counts those homes as reaching nothing', async () => {
    const engine = onBuses();
    const { cells } = await engine.access(toHall);
    const reasonOf = (id: string) => cells.reason[cells.id.indexOf(id)];
    expect(reasonOf(island)).toBe('unsnapped');
    // From (0,4) bus 1 is two blocks away, further than anybody walks; but bus 2 is, too.
    expect(reasonOf(cellId(0, 4))).toBe('no-journey-in-window');
    const within = await engine.access({ ...toHall, measure: 'people-within' });
    expect(within.cells.value[within.cells.id.indexOf(cellId(0, 4))]).toBe(0);
    expect(within.cells.value[within.cells.id.indexOf(cellId(0, 2))]).toBe(100);
    expect(within.cells.value[within.cells.id.indexOf(island)]).toBeNull();
    expect(within.total.people).toBe(2 ** 27 - 1);
  });

  it('answers to the focal town, and from every cell of a territory', async () => {
    const engine = onBuses();
    const { cells } = await engine.access({ ...toHall, measure: 'way-to-town' });
    expect(cells.minutes[cells.id.indexOf(cellId(2, 2))]).toBe(0);
    const times = await engine.travelTimes('middle', 'public-transport', at8(schoolDay));
    const row = times.minutes[times.cellIds.indexOf(cellId(2, 2))];
    expect(row?.[times.venueIds.indexOf('hall')]).toBe(37);
    expect(times.departure).toEqual(at8(schoolDay));
  });
});

describe('a date without service', () => {
  it.each([
    ['no-service-on-date', sunday],
    ['no-service-on-date', '2027-06-01'],
    ['no-service-on-date', '2026-11-22'],
  ])('is said to be one (%s, %s) in every value of every measure', async (reason, date) => {
    const engine = onBuses();
    for (const measure of measureIds) {
      const { cells, total } = await engine.access({ ...toHall, measure, departure: at8(date) });
      expect(new Set(cells.value)).toEqual(new Set([null]));
      expect(new Set(cells.reason)).toEqual(new Set([reason]));
      expect(total).toMatchObject({ value: null, reason, peopleBlank: total.people });
    }
    const ways = {
      cellId: cellId(0, 2),
      destination: { venueId: 'hall' },
      venueStatuses: [],
      limit: 1,
    } as const;
    const [way] = await engine.ways({ ...ways, mode: 'public-transport', departure: at8(date) });
    expect(way).toMatchObject({ minutes: null, km: null, reason, journeys: [], line: [] });
    const times = await engine.travelTimes('middle', 'public-transport', at8(date));
    expect(times.minutes.flat().every((minutes) => minutes === null)).toBe(true);
  });

  it('is the day after the last, for departures that go on past midnight', async () => {
    const feeds = timetable.feeds.map((feed) => ({ ...feed, lastDate: schoolDay }));
    const data = toytownData({ timetable: { ...timetable, feeds } });
    data.importVenues([...venues, hall]);
    const engine = engineOn(data);
    const reasons = async (more: Partial<DepartureWindow>) =>
      new Set((await engine.access({ ...toHall, departure: at8(schoolDay, more) })).cells.reason);
    expect(await reasons({ from: '23:50', windowMinutes: 11 })).toEqual(new Set(['no-service-on-date']));
    expect(await reasons({ from: '23:50', windowMinutes: 10 })).not.toEqual(new Set(['no-service-on-date']));
  });

  it('is none on a Saturday, when little runs', async () => {
    const { cells } = await onBuses().access({ ...toHall, departure: at8(saturday, { from: '09:30' }) });
    expect(cells.minutes[cells.id.indexOf(cellId(0, 2))]).toBe(16 + 29);
  });

  it('is every date where there is no timetable', async () => {
    const engine = engineOn(toytownData());
    const offer = { kinds: ['library'] } as const;
    const { cells, query } = await engine.access({ ...toHall, offer, departure: null });
    expect(new Set(cells.reason)).toEqual(new Set(['no-timetable']));
    expect(query.departure).toBeNull();
    expect(await engine.timetable()).toBeNull();
  });
});

describe('ways by public transport', () => {
  it('are the journeys of the window, stop by stop', async () => {
    const query = {
      cellId: cellId(0, 2),
      destination: { venueId: 'hall' },
      venueStatuses: [],
      limit: 1,
    } as const;
    const [way] = await onBuses().ways({ ...query, mode: 'public-transport', departure: at8(schoolDay) });
    expect(way).toMatchObject({ minutes: 45, km: null, reason: null, legs: [] });
    expect(way?.journeys.map(({ departsAt, arrivesAt, rides }) => [departsAt, arrivesAt, rides])).toEqual([
      ['2026-11-24T08:00:00+02:00', '2026-11-24T08:16:00+02:00', 1],
      // Who sets out a minute later waits for this one.
      ['2026-11-24T09:00:00+02:00', '2026-11-24T09:16:00+02:00', 1],
    ]);
    const ride = way?.journeys[0]?.legs.find(({ kind }) => kind === 'ride');
    expect(ride).toMatchObject({
      line: '1',
      minutes: 16,
      from: { name: 'Stop 10' },
      to: { name: 'Stop 14' },
    });
    expect(way?.line.at(-1)).toEqual(at(4, 2));
  });
});

describe('the timetable', () => {
  it('tells every day with its kind and trips', async () => {
    const schoolTerms = [{ firstDate: '2026-11-01', lastDate: '2026-11-25' }];
    const assumptions = { schoolTerms, withoutCarPercent: new Map() };
    const answer = await engineOn(toytownData({ timetable }), { assumptions }).timetable();
    expect(answer?.days.map(({ date, kind, trips }) => [date.slice(-2), kind, trips])).toEqual([
      ['23', 'school-day', 61],
      ['24', 'school-day', 61],
      ['25', 'school-day', 61],
      ['26', 'free-weekday', 61],
      ['27', 'free-weekday', 61],
      ['28', 'saturday', 5],
      ['29', 'sunday', 0],
    ]);
    expect(answer).toMatchObject({ stopCount: 25, lineCount: 3, timeZone: 'Europe/Riga' });
  });
});
