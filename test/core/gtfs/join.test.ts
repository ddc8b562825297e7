import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTimetable } from '#core/transit/file.ts';
import type { GtfsTable } from '#core/transit/gtfs/problems.ts';
import type { Timetable } from '#core/transit/timetable.ts';
import { calls, change, read, type Tables, tiny } from './feed.ts';

describe('feeds joined', () => {
  it('never mix their ids, even if all are equal', () => {
    const moved = change({ 'stops.txt': tiny['stops.txt']?.replaceAll(',23.00', ',24.00') ?? '' });
    const found = read([tiny, moved]);
    expect(calls(found)).toEqual({
      '0:T': 'A 8:00, B 8:10, C 8:20',
      '1:T': 'A 8:00, B 8:10, C 8:20',
    });
    const { stops, lines, patternLine, patternCount } = found.timetable;
    expect(stops.map(({ id, lonLat }) => `${id} ${lonLat[0]}`)).toEqual([
      '0:A 23',
      '0:B 23',
      '0:C 23',
      '1:A 24',
      '1:B 24',
      '1:C 24',
    ]);
    expect(lines.map(({ id }) => id)).toEqual(['0:R', '1:R']);
    expect([patternCount, ...patternLine]).toEqual([2, 0, 1]);
  });

  it('keep their own dates, and say which are common', () => {
    const longer = tiny['calendar.txt']?.replace('20260101,20260131', '20260115,20260228') ?? '';
    const { timetable, report } = read([tiny, change({ 'calendar.txt': longer })]);
    expect(timetable).toMatchObject({ firstDate: '2026-01-01', dayCount: 58, serviceCount: 2 });
    expect(timetable.feeds.map(({ firstDate, lastDate }) => [firstDate, lastDate])).toEqual([
      ['2026-01-01', '2026-01-30'],
      ['2026-01-15', '2026-02-27'],
    ]);
    expect(report).toMatchObject({ firstDate: '2026-01-15', lastDate: '2026-01-30' });
    // 15 to 30 January 2026 has three Thursdays and Fridays, and two of every other weekday.
    expect(report.weekdays).toEqual([
      { weekday: 1, dates: 2, leastTrips: 2, mostTrips: 2 },
      { weekday: 2, dates: 2, leastTrips: 2, mostTrips: 2 },
      { weekday: 3, dates: 2, leastTrips: 2, mostTrips: 2 },
      { weekday: 4, dates: 3, leastTrips: 2, mostTrips: 2 },
      { weekday: 5, dates: 3, leastTrips: 2, mostTrips: 2 },
      { weekday: 6, dates: 2, leastTrips: 0, mostTrips: 0 },
      { weekday: 7, dates: 2, leastTrips: 0, mostTrips: 0 },
    ]);
  });

  it('share a row of days between services that run alike', () => {
    const twin = { 'calendar.txt': 'V,1,1,1,1,1,0,0,20260101,20260131\n', 'trips.txt': 'R,V,U\n' };
    const times = { 'stop_times.txt': 'U,09:00:00,09:00:00,A,1\nU,09:10:00,09:10:00,B,2\n' };
    expect(read([change({}, { ...twin, ...times })]).timetable.serviceCount).toBe(1);
  });
});

/** Times of `count` trips over the stops A to D: any running times, so that some overtake others. */
const tripTimes = fc.array(fc.tuple(fc.nat(30), fc.nat(9), fc.nat(9), fc.nat(9)), {
  minLength: 1,
  maxLength: 12,
});
type TripTimes = readonly (readonly [number, number, number, number])[];

function feedOf(list: TripTimes): Tables {
  const minutes = (value: number) => `08:${String(value).padStart(2, '0')}:00`;
  const trips = list.map((_, i) => `R,W,T${i}\n`).join('');
  const rows = list.flatMap(([start, ...runs], i) => {
    let at = start;
    const times = [at, ...runs.map((run) => (at += run))];
    return times.map((time, j) => `T${i},${minutes(time)},${minutes(time)},${'ABCD'[j]},${j + 1}\n`);
  });
  const header = 'trip_id,arrival_time,departure_time,stop_id,stop_sequence\n';
  return change({
    'trips.txt': `route_id,service_id,trip_id\n${trips}`,
    'stop_times.txt': header + rows.join(''),
  });
}

const timesOf = ({ tripTimes: all, tripTimeOffset: offset }: Timetable, trip: number): Int32Array =>
  all.subarray(offset[trip], offset[trip + 1] ?? all.length);

describe('patterns', () => {
  it('hold no trip that overtakes another, and every trip once', () => {
    fc.assert(
      fc.property(tripTimes, (list) => {
        const { timetable } = read([feedOf(list)]);
        const { patternTripOffset: offset } = timetable;
        expect([...timetable.tripIds].sort()).toEqual(list.map((_, i) => `0:T${i}`).sort());
        for (let p = 0; p < timetable.patternCount; p += 1) {
          for (let trip = (offset[p] ?? 0) + 1; trip < (offset[p + 1] ?? 0); trip += 1) {
            const before = timesOf(timetable, trip - 1);
            expect(timesOf(timetable, trip).every((time, i) => time >= (before[i] ?? 0))).toBe(true);
          }
        }
      }),
    );
  });

  it('are as few as one where nothing overtakes', () => {
    const { timetable } = read([
      feedOf([
        [0, 5, 5, 5],
        [10, 5, 5, 5],
        [5, 5, 5, 5],
        [5, 5, 5, 5],
      ]),
    ]);
    expect(timetable.patternCount).toBe(1);
    expect(timetable.tripIds).toEqual(['0:T0', '0:T2', '0:T3', '0:T1']);
  });

  it('are two where one trip overtakes', () => {
    const { timetable } = read([
      feedOf([
        [0, 9, 9, 9],
        [5, 1, 1, 1],
      ]),
    ]);
    expect(timetable.patternCount).toBe(2);
  });
});

describe('reading', () => {
  const shuffle = (text: string, order: readonly number[]): string => {
    const [header = '', ...rows] = text.trim().split('\n');
    const keys = rows.map((row, i) => [order[i % order.length] ?? 0, i, row] as const);
    return [header, ...keys.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , row]) => row)].join('\n');
  };

  it('does not depend on the order of rows, nor on where the pieces are cut', () => {
    const order = fc.array(fc.nat(99), { minLength: 5, maxLength: 40 });
    const services = {
      'calendar.txt': 'S,0,0,0,0,0,1,0,20260101,20260131\n',
      'calendar_dates.txt': 'service_id,date,exception_type\nW,20260106,2\nS,20260106,1\nS,20260107,1\n',
      'routes.txt': 'P,X,2,D-A,2\n',
      'trips.txt': 'P,S,Z\n',
      'stop_times.txt': 'Z,09:00:00,09:00:00,D,1\nZ,,,B,2\nZ,09:30:00,09:30:00,A,3\n',
    };
    fc.assert(
      fc.property(tripTimes, order, fc.integer({ min: 5, max: 500 }), (list, keys, pieceLength) => {
        const base = feedOf(list);
        const tables = change(
          { ...base, 'calendar_dates.txt': services['calendar_dates.txt'] },
          {
            'calendar.txt': services['calendar.txt'],
            'routes.txt': services['routes.txt'],
            'trips.txt': services['trips.txt'],
            'stop_times.txt': services['stop_times.txt'],
          },
        );
        const shuffled = Object.fromEntries(
          Object.entries(tables).map(([name, text]) => [name as GtfsTable, shuffle(text, keys)]),
        );
        const [plain, other] = [read([tables]), read([shuffled], {}, pieceLength)];
        expect(Buffer.compare(encodeTimetable(other.timetable), encodeTimetable(plain.timetable))).toBe(0);
        expect(other.report).toEqual(plain.report);
      }),
    );
  });
});
