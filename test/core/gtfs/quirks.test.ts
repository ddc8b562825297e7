import { describe, expect, it } from 'vitest';
import { canGetOff, canGetOn } from '#core/transit/timetable.ts';
import { calls, change, problems, read, tiny } from './feed.ts';

const header = 'trip_id,arrival_time,departure_time,stop_id,stop_sequence';
const times = (...rows: string[]) => ({ 'stop_times.txt': [header, ...rows].join('\n') });

describe('a feed', () => {
  it('is read as it stands', () => {
    const found = read([tiny]);
    expect(calls(found)).toEqual({ '0:T': 'A 8:00, B 8:10, C 8:20' });
    expect(problems(found)).toEqual({});
    expect(found.timetable).toMatchObject({
      timeZone: 'Europe/Riga',
      firstDate: '2026-01-01',
      dayCount: 30,
      lines: [{ id: '0:R', shortName: '1', longName: 'A-D', kind: 'bus', agency: 'Agency X' }],
      tripHeadsigns: ['Ceriņš'],
      feeds: [
        { id: '0', fileName: 'a.zip', publisher: null, firstDate: '2026-01-01', lastDate: '2026-01-30' },
      ],
    });
    // D is called at by nobody.
    expect(found.timetable.stops.map(({ id, name, lonLat }) => [id, name, lonLat])).toEqual([
      ['0:A', 'Ābele', [23, 57]],
      ['0:B', 'Bērzs', [23, 57.01]],
      ['0:C', 'Ceriņš', [23, 57.02]],
    ]);
    expect([...found.timetable.patternStopUse]).toEqual([canGetOn, canGetOn | canGetOff, canGetOff]);
  });

  it('may be written as the Latvian one is: byte order marks, spaces, quotes, headings in capitals', () => {
    const found = read([
      {
        ...tiny,
        'stops.txt':
          '\uFEFFSTOP_ID, STOP_NAME, STOP_LAT, STOP_LON\r\nA, """Ābele""", 57.00, 23.00\r\nB,  Bērza   iela , 57.01, 23.00\r\nC,, 57.02, 23.00\r\n',
        'routes.txt':
          'route_id, agency_id, route_short_name, route_long_name, route_desc, route_type, route_url\nR, X, 6079, "Ventspils-Ziras", , 3, \n',
      },
    ]);
    expect(found.timetable.stops.map(({ name }) => name)).toEqual(['"Ābele"', 'Bērza iela', '']);
    expect(found.timetable.lines[0]).toMatchObject({ shortName: '6079', longName: 'Ventspils-Ziras' });
    expect(problems(found)).toEqual({});
  });

  it('may name its publisher and its state', () => {
    const found = read([change({ 'feed_info.txt': 'feed_publisher_name,feed_version\nATD,2026-11\n' })]);
    expect(found.timetable.feeds[0]).toMatchObject({ publisher: 'ATD', version: '2026-11' });
  });
});

describe('stops', () => {
  it('with an id that was there before are left out, and the first stays', () => {
    const found = read([change({}, { 'stops.txt': 'A,Zaļais,50,20\n' })]);
    expect(found.timetable.stops[0]).toMatchObject({ name: 'Ābele' });
    expect(problems(found)).toEqual({ 'duplicate-id': '1 stops.txt 6 A' });
  });

  it.each(['B,Bērzs,,', 'B,Bērzs,0,0', 'B,Bērzs,"57,01",23', 'B,Bērzs,157.01,23', 'B,Bērzs,x,23'])(
    'without a usable position go with their calls: %s',
    (row) => {
      const stops = tiny['stops.txt']?.replace('B,Bērzs,57.01,23.00', row);
      const found = read([change({ 'stops.txt': stops ?? '' })]);
      expect(calls(found)).toEqual({ '0:T': 'A 8:00, C 8:20' });
      expect(problems(found)['bad-position']).toMatch(/^1 stops\.txt 3 B: /);
    },
  );

  it('where nobody boards are no problem until a trip calls there', () => {
    const stops =
      'stop_id,stop_name,stop_lat,stop_lon,location_type\nA,A,57,23,0\nB,B,57.01,23,1\nC,C,57.02,23,\nS,S,,,1\n';
    const found = read([change({ 'stops.txt': stops })]);
    expect(calls(found)).toEqual({ '0:T': 'A 8:00, C 8:20' });
    expect(problems(found)).toEqual({ 'not-a-boarding-stop': '1 stop_times.txt 3 B' });
  });

  it('outside the network are not read, and a trip that keeps fewer than two neither', () => {
    const inside = read([tiny], { bounds: [22, 57, 24, 57.015] });
    expect(calls(inside)).toEqual({ '0:T': 'A 8:00, B 8:10' });
    // The vehicle goes on to where nobody of the region can follow it.
    expect(inside.timetable.tripHeadsigns).toEqual(['Ceriņš']);
    const trips = {
      'trips.txt': 'R,W,T2\n',
      'stop_times.txt': 'T2,09:00:00,09:00:00,C,1\nT2,09:10:00,09:10:00,D,2\n',
    };
    const partly = read([change({}, trips)], { bounds: [22, 57, 24, 57.015] });
    expect(Object.keys(calls(partly))).toEqual(['0:T']);
    expect(partly.report.feeds[0]).toMatchObject({ trips: 1, tripsOutside: 1, tripsLeftOut: 0 });
    expect(problems(partly)).toEqual({ 'outside-network': '2 stops.txt 4 C' });
  });
});

describe('times', () => {
  it('pass midnight, have one digit, leading spaces or no seconds', () => {
    const found = read([
      change(times('T, 8:05:00,8:06:00,A,1', 'T,23:59,24:00,B,2', 'T,25:10:30,25:10:30,C,3')),
    ]);
    expect(calls(found)).toEqual({ '0:T': 'A 8:05-8:06, B 23:59-24:00, C 25:10:30' });
  });

  it('that are empty between two stops are reckoned by the straight distance', () => {
    const rows = ['T,08:00:00,08:00:00,A,1', 'T,,,B,2', 'T,08:30:00,08:30:00,D,3'];
    const found = read([change(times(...rows))]);
    expect(calls(found)).toEqual({ '0:T': 'A 8:00, B 8:10, D 8:30' });
    expect(found.report.feeds[0]).toMatchObject({ calls: 3, callsInterpolated: 1, problems: [] });
  });

  it('that are empty are reckoned by the feed’s own distances where it states them all', () => {
    const rows = ['T,08:00:00,08:00:00,A,1,5', 'T,,,B,2,6', 'T,,,C,3,7.5', 'T,08:20:00,08:20:00,D,4,10'];
    const stated = [`${header},shape_dist_traveled`, ...rows].join('\n');
    expect(calls(read([change({ 'stop_times.txt': stated })]))).toEqual({
      '0:T': 'A 8:00, B 8:04, C 8:10, D 8:20',
    });
    // With one missing, by straight lines: a third of the way each.
    const missing = stated.replace('2,6', '2,');
    expect(calls(read([change({ 'stop_times.txt': missing })]))).toEqual({
      '0:T': 'A 8:00, B 8:06:40, C 8:13:20, D 8:20',
    });
  });

  it('that are empty are shared out evenly where all stops stand in one place', () => {
    const stops = 'stop_id,stop_name,stop_lat,stop_lon\nA,A,57,23\nB,B,57,23\nC,C,57,23\nD,D,57,23\n';
    const rows = times('T,08:00:00,08:00:00,A,1', 'T,,,B,2', 'T,,,C,3', 'T,08:30:00,08:30:00,D,4');
    expect(calls(read([change({ 'stops.txt': stops, ...rows })]))).toEqual({
      '0:T': 'A 8:00, B 8:10, C 8:20, D 8:30',
    });
  });

  it('stand for both where only one of arrival and departure is stated', () => {
    const found = read([change(times('T,,08:00:00,A,1', 'T,08:10:00,,B,2', 'T,08:20:00,,C,3'))]);
    expect(calls(found)).toEqual({ '0:T': 'A 8:00, B 8:10, C 8:20' });
    expect(found.report.feeds[0]?.callsInterpolated).toBe(0);
  });

  it('are put in the order of stop_sequence, which may have gaps', () => {
    const found = read([
      change(times('T,08:20:00,08:20:00,C,30', 'T,08:00:00,08:00:00,A,0', 'T,08:10:00,08:10:00,B,7')),
    ]);
    expect(calls(found)).toEqual({ '0:T': 'A 8:00, B 8:10, C 8:20' });
  });
});

/** A second, good trip beside the one under test. */
const good = {
  'trips.txt': 'R,W,G\n',
  'stop_times.txt': 'G,09:00:00,09:00:00,A,1\nG,09:10:00,09:10:00,B,2\n',
};

describe('a trip is left out, and said where, when', () => {
  it.each([
    [
      'its times run backwards',
      ['T,08:00:00,08:00:00,A,1', 'T,07:50:00,07:50:00,B,2'],
      { 'decreasing-times': '1 stop_times.txt 3 T' },
    ],
    [
      'it leaves before it arrives',
      ['T,08:00:00,08:00:00,A,1', 'T,08:10:00,08:09:00,B,2'],
      { 'decreasing-times': '1 stop_times.txt 3 T' },
    ],
    [
      'a time cannot be read',
      ['T,08:00:00,08:00:00,A,1', 'T,8.10,8.10,B,2'],
      { 'bad-time': '1 stop_times.txt 3 T: 8.10 2' },
    ],
    [
      'its order cannot be read',
      ['T,08:00:00,08:00:00,A,1', 'T,08:10:00,08:10:00,B,x'],
      { 'bad-time': '1 stop_times.txt 3 T: 08:10:00 x' },
    ],
    [
      'two calls have one place in the order',
      ['T,08:00:00,08:00:00,A,1', 'T,08:10:00,08:10:00,B,1'],
      { 'repeated-sequence': '1 stop_times.txt 3 T: 1' },
    ],
    [
      'its first stop has no time',
      ['T,,,A,1', 'T,08:10:00,08:10:00,B,2'],
      { 'no-end-time': '1 stop_times.txt 2 T' },
    ],
    [
      'its last stop has no time',
      ['T,08:10:00,08:10:00,A,1', 'T,,,B,2'],
      { 'no-end-time': '1 stop_times.txt 3 T' },
    ],
    ['it calls once', ['T,08:00:00,08:00:00,A,1'], { 'too-few-calls': '1 trips.txt 2 T' }],
  ])('%s', (_, rows, expected) => {
    const found = read([change(times(...rows), good)]);
    expect(problems(found)).toEqual(expected);
    expect(calls(found)).toEqual({ '0:G': 'A 9:00, B 9:10' });
    expect(found.report.feeds[0]).toMatchObject({ trips: 1, tripsLeftOut: 1 });
  });

  it('no day is left of its service', () => {
    const found = read([
      change(
        {},
        {
          'trips.txt': 'R,N,G\n',
          'stop_times.txt': good['stop_times.txt'],
          'calendar.txt': 'N,0,0,0,0,0,0,0,20260101,20260131\n',
        },
      ),
    ]);
    expect(problems(found)).toEqual({ 'never-runs': '1 trips.txt 3 G' });
    expect(Object.keys(calls(found))).toEqual(['0:T']);
  });

  it('but a row that stands twice word for word is one', () => {
    const rows = ['T,08:00:00,08:00:00,A,1', 'T,08:10:00,08:10:00,B,2', 'T,08:00:00,08:00:00,A,1'];
    const found = read([change(times(...rows))]);
    expect(calls(found)).toEqual({ '0:T': 'A 8:00, B 8:10' });
    expect(problems(found)).toEqual({});
  });
});

describe('a row is left out, and said where, when', () => {
  it.each([
    ['its line is unknown', { 'trips.txt': 'Q,W,T9\n' }, { 'unknown-reference': '1 trips.txt 3 route_id Q' }],
    [
      'its service is unknown',
      { 'trips.txt': 'R,Q,T9\n' },
      { 'unknown-reference': '1 trips.txt 3 service_id Q' },
    ],
    [
      'its trip is unknown',
      { 'stop_times.txt': 'Q,08:00:00,08:00:00,A,1\n' },
      { 'unknown-reference': '1 stop_times.txt 5 trip_id Q' },
    ],
    [
      'its stop is unknown',
      { 'stop_times.txt': 'T,08:30:00,08:30:00,Q,4\n' },
      { 'unknown-reference': '1 stop_times.txt 5 stop_id Q' },
    ],
    [
      'its id was there before',
      { 'trips.txt': 'R,W,T\n', 'routes.txt': 'R,X,2,B,3\n' },
      { 'duplicate-id': '2 routes.txt 3 R' },
    ],
    ['it has no id', { 'stops.txt': ',Nekas,57,23\n' }, { 'missing-value': '1 stops.txt 6 stop_id' }],
    [
      'its day is no day',
      { 'calendar.txt': 'V,1,1,1,1,1,0,0,20260230,20260331\n' },
      { 'bad-value': '1 calendar.txt 3 V' },
    ],
  ])('%s', (_, added, expected) => {
    const found = read([change({}, added)]);
    expect(problems(found)).toEqual(expected);
    expect(calls(found)).toEqual({ '0:T': 'A 8:00, B 8:10, C 8:20' });
  });

  it('and used, but reported, when it has another number of cells or an unknown kind of vehicle', () => {
    const found = read([change({ 'routes.txt': 'route_id,route_type,route_long_name\nR,1800\n' })]);
    expect(problems(found)).toEqual({
      'ragged-row': '1 routes.txt 2 2',
      'unknown-route-type': '1 routes.txt 2 1800',
    });
    expect(found.timetable.lines[0]).toMatchObject({ kind: 'other', agency: 'Agency X', shortName: '' });
  });
});

describe('getting on and off', () => {
  const stated = (rows: string) =>
    change({ 'stop_times.txt': `${header},pickup_type,drop_off_type\n${rows}` });

  it('is not possible at 1, is at 3 by a sign to the driver, and not at 2, which must be booked', () => {
    const rows =
      'T,08:00:00,08:00:00,A,1,0,0\nT,08:10:00,08:10:00,B,2,1,3\nT,08:15:00,08:15:00,C,3,3,1\nT,08:20:00,08:20:00,D,4,2,2\nT,08:30:00,08:30:00,A,5,,\n';
    const found = read([stated(rows)]);
    expect([...found.timetable.patternStopUse]).toEqual([canGetOn, canGetOff, canGetOn, 0, canGetOff]);
    expect(problems(found)).toEqual({ 'booking-needed': '1 stop_times.txt 5 T' });
  });

  it('keeps trips apart that differ in it', () => {
    const rows = 'T,08:00:00,08:00:00,A,1,0,0\nT,08:10:00,08:10:00,B,2,0,0\nT,08:20:00,08:20:00,C,3,0,0\n';
    const other = rows.replaceAll('T,', 'U,').replace('B,2,0', 'B,2,1');
    const found = read([
      change(
        { 'stop_times.txt': `${header},pickup_type,drop_off_type\n${rows}${other}` },
        { 'trips.txt': 'R,W,U\n' },
      ),
    ]);
    expect(found.timetable.patternCount).toBe(2);
  });
});

describe('frequencies', () => {
  const frequencies = (rows: string) =>
    change({ 'frequencies.txt': `trip_id,start_time,end_time,headway_secs,exact_times\n${rows}` });

  it('make a trip of every departure before their end, the pattern trip itself excepted', () => {
    const found = read([frequencies('T,10:00:00,11:00:00,1800,1\n')]);
    expect(calls(found)).toEqual({
      '0:T@10:00:00': 'A 10:00, B 10:10, C 10:20',
      '0:T@10:30:00': 'A 10:30, B 10:40, C 10:50',
    });
    expect(problems(found)).toEqual({});
  });

  it('that state an interval only are said to be taken at their word', () => {
    const found = read([frequencies('T,10:00:00,10:30:00,900,0\nT,10:15:00,10:45:00,900,\n')]);
    expect(Object.keys(calls(found))).toEqual(['0:T@10:00:00', '0:T@10:15:00', '0:T@10:30:00']);
    expect(problems(found)).toEqual({ 'frequency-not-exact': '2 frequencies.txt 2 T' });
  });

  it('count from the first stop of the trip, also where that is outside the network', () => {
    const found = read([frequencies('T,10:00:00,10:30:00,1800,1\n')], { bounds: [22, 57.005, 24, 58] });
    expect(calls(found)).toEqual({ '0:T@10:00:00': 'B 10:10, C 10:20' });
  });

  it.each([
    'T,10:00:00,09:00:00,600,1',
    'T,10:00:00,11:00:00,0,1',
    'T,10:00:00,11:00:00,1,1',
    'T,x,11:00:00,600,1',
  ])('that make no sense are left out: %s', (row) => {
    const found = read([frequencies(`${row}\n`)]);
    expect(problems(found)['bad-value']).toMatch(/^1 frequencies\.txt 2 T/);
    expect(Object.keys(calls(found))).toEqual(['0:T']);
  });
});
