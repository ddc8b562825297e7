import { describe, expect, it } from 'vitest';
import { withDelay } from '#core/access/round-trip/delayed.ts';
import { laterDepartures } from '#core/access/round-trip/later-departures.ts';
import { shiftCurves } from '#core/access/round-trip/shift.ts';
import { dayTimetable } from '#core/transit/day.ts';
import { clock, type TinyEvent, type TinyTrip, tinyInput, tinyTimetable } from './tiny.ts';

/*
 * Three villages: stop 0 with 1 resident, stop 2 with 2, stop 3 with 4; the hall is beside stop 1.
 * Concert on 24 November 2026, 19 to 21 h; the hall is left at 21:10.
 */
const concert: TinyEvent = {
  startsAt: '2026-11-24T19:00:00+02:00',
  endsAt: '2026-11-24T21:00:00+02:00',
  homes: [
    { walks: [[0, 0]], people: 1 },
    { walks: [[2, 0]], people: 2 },
    { walks: [[3, 0]], people: 4 },
  ],
  venueWalks: [[1, 2]],
};
const into: TinyTrip[] = [
  { id: 'in0', calls: '0 18:00, 1 18:30' },
  { id: 'in2', calls: '2 18:20, 1 18:48' },
  { id: 'in3', calls: '3 17:00, 1 17:30' },
];
const world = (trips: readonly TinyTrip[]) => ({ stopCount: 5, trips: [...into, ...trips] });

describe('the shift finder', () => {
  // The last buses leave at 20:50, 21:12 and 22:40.
  const buses: TinyTrip[] = [
    { id: 'out0', calls: '1 20:50, 0 21:20' },
    { id: 'out2', calls: '1 21:12, 2 21:40' },
    { id: 'out3', calls: '1 22:40, 3 23:10' },
  ];
  const curves = shiftCurves((shifts) => tinyInput(world(buses), { ...concert, shifts }));
  const at = (curve: typeof curves.byEndShift, minutes: number) =>
    curve.find((point) => point.minutes === minutes)?.people;

  it('knows who could get home from an earlier or a later end, each point exact', () => {
    // Left at end + 10, two minutes to the stop: until -22 the bus of 20:50 is caught, until 0 that of 21:12.
    expect(curves.byEndShift.map(({ minutes }) => minutes)).toEqual([
      -105, -90, -75, -60, -45, -30, -15, 0, 15, 30, 45, 60, 75, 90, 105, 120,
    ]);
    for (const minutes of [-105, -60, -30]) expect(at(curves.byEndShift, minutes)).toBe(7);
    for (const minutes of [-15, 0]) expect(at(curves.byEndShift, minutes)).toBe(6);
    for (const minutes of [15, 75]) expect(at(curves.byEndShift, minutes)).toBe(4);
    for (const minutes of [90, 120]) expect(at(curves.byEndShift, minutes)).toBe(0);
    expect(curves.byEndShift.find(({ minutes }) => minutes === 0)?.percent).toBeCloseTo((100 * 6) / 7);
  });

  it('knows who could come to an earlier or a later start', () => {
    // There by start - 10, two minutes from the stop: 18:48 is in time from 0 on, 18:30 from -18, 17:30 from
    // -78; but nobody leaves more than three hours before: 17:00 is too early from 20:10 on, never within reach
    // of the curve: 18:50 + 70. Only residents 2 and 4 get home from 21 h.
    expect(at(curves.byStartShift, -90)).toBe(0);
    expect(at(curves.byStartShift, -75)).toBe(4);
    expect(at(curves.byStartShift, -15)).toBe(4);
    expect(at(curves.byStartShift, 0)).toBe(6);
    expect(at(curves.byStartShift, 60)).toBe(6);
    // 20:15 - 10 less three hours is 17:05: the bus of 17:00 is too early.
    expect(at(curves.byStartShift, 75)).toBe(2);
    expect(curves.byStartShift.some(({ minutes }) => minutes === 120)).toBe(false);
  });
});

describe('the shift finder where nothing is known', () => {
  it('has no point of an event without a place, or on a day of which the timetable knows nothing', () => {
    const known = tinyInput(world([]), concert);
    const { travel } = known;
    const none = { byEndShift: [], byStartShift: [] };
    expect(shiftCurves(() => ({ ...known, venue: null }))).toEqual(none);
    expect(shiftCurves(() => ({ ...known, travel: { ...travel, outbound: null } }))).toEqual(none);
    expect(shiftCurves(() => ({ ...known, travel: { ...travel, homeward: null } }))).toEqual(none);
    expect(shiftCurves(() => known).byEndShift.length).toBeGreaterThan(0);
  });
});

describe('departures that might leave later', () => {
  const find = (trips: readonly TinyTrip[], event: Partial<TinyEvent> = {}, more = {}) =>
    laterDepartures(tinyInput({ ...world(trips), ...more }, { ...concert, ...event }));

  it('are the missed ones, by how many more people they bring home, with the least delay', () => {
    const found = find([
      { id: 'out0', calls: '1 20:50, 0 21:20' },
      { id: 'out3', calls: '1 21:00, 3 21:30' },
    ]);
    expect(found).toEqual([
      {
        line: 'out3',
        lineName: 'Line out3',
        tripId: '0:out3',
        stopName: 'Stop 1',
        departsAt: '2026-11-24T21:00:00+02:00',
        // To be caught at 21:12.
        laterMinutes: 12,
        morePeople: 4,
      },
      expect.objectContaining({ tripId: '0:out0', laterMinutes: 22, morePeople: 1 }),
    ]);
  });

  it('follow a change to another line, also on foot, and only its later stops', () => {
    const trips: TinyTrip[] = [
      // From stop 4 it is 5 minutes on foot to stop 3, where a bus leaves for stop 2 at 21:40.
      { id: 'feeder', calls: '0 20:30, 1 21:00, 4 21:20' },
      { id: 'onward', calls: '3 21:40, 2 21:55' },
    ];
    const transfers = { transfers: [[4, 3, 5]] };
    // 12 minutes later it is at stop 4 at 21:32 and on foot at stop 3 at 21:37.
    expect(find(trips, {}, transfers)).toMatchObject([
      { tripId: '0:feeder', laterMinutes: 12, morePeople: 2 },
    ]);
    // A minute of changing more than three minutes of time: missed.
    expect(find(trips, {}, { ...transfers, settings: { changeSeconds: 240 } })).toEqual([]);
    expect(find(trips, {}, { ...transfers, settings: { maxRides: 1 } })).toEqual([]);
  });

  it('are none for people who cannot come, who get home anyway, or who would be home too late', () => {
    const out = { id: 'out0', calls: '1 20:50, 0 21:20' };
    const cannotCome = { homes: [{ walks: [[4, 0]] }, { walks: [[0, 0]], direct: 5 }] } as const;
    expect(find([out, { id: 'out4', calls: '1 20:50, 4 21:00' }], cannotCome)).toEqual([]);
    expect(find([{ id: 'slow', calls: '1 21:02, 0 25:51' }])).toEqual([]);
    expect(find([{ id: 'slow', calls: '1 21:02, 0 25:50' }])).toHaveLength(1);
  });

  it('are not those of long before the end, and no more than five', () => {
    expect(find([{ id: 'early', calls: '1 17:59, 0 18:10' }])).toEqual([]);
    expect(find([{ id: 'early', calls: '1 18:00, 0 18:10' }])).toMatchObject([{ laterMinutes: 192 }]);
    const many = Array.from({ length: 8 }, (_, i) => ({ id: `m${i}`, calls: `1 20:0${i}, 0 20:30` }));
    const found = find(many);
    expect(found.map(({ tripId }) => tripId)).toEqual(['0:m7', '0:m6', '0:m5', '0:m4', '0:m3']);
  });

  it('are boarded where the least delay does', () => {
    const found = find([{ id: 'out0', calls: '1 20:50, 2 21:00, 0 21:20' }], {
      venueWalks: [
        [1, 2],
        [2, 5],
      ],
    });
    // At stop 1 it is 22 minutes too early, at stop 2 only 15.
    expect(found).toMatchObject([{ stopName: 'Stop 2', laterMinutes: 15, morePeople: 1 }]);
  });
});

describe('a day with one trip delayed', () => {
  it('moves this trip on this day, and keeps the order where it overtakes', () => {
    const timetable = tinyTimetable({
      stopCount: 2,
      trips: [
        { id: 'a', calls: '0 10:00, 1 10:30' },
        { id: 'b', calls: '0 11:00, 1 11:30' },
      ],
    });
    const day = dayTimetable(timetable, '2026-11-24');
    const moved = withDelay(timetable, day, { pattern: 0, column: 0 }, 90 * 60);
    const departuresOf = (pattern: number) => {
      const { timeOffset, tripOffset } = moved.schedule;
      const trips = (tripOffset[pattern + 1] ?? 0) - (tripOffset[pattern] ?? 0);
      return [...moved.schedule.departures.slice(timeOffset[pattern], (timeOffset[pattern] ?? 0) + trips)];
    };
    expect([departuresOf(0), departuresOf(1)]).toEqual([[clock('11:30')], [clock('11:00')]]);
    expect(moved.mirrored.arrivals).toHaveLength(day.mirrored.arrivals.length);
  });
});
