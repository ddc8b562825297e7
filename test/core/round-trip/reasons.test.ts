import { describe, expect, it } from 'vitest';
import { roundTrips } from '#core/access/round-trip/compute.ts';
import type { HomeRoundTrip } from '#core/access/round-trip-answer.ts';
import { type TinyEvent, type TinyTrip, type TinyWorld, tinyInput } from './tiny.ts';

/*
 * The village has stop 0, the town stop 1 beside the hall (2 minutes), stop 2 lies between. A concert on
 * Tuesday, 24 November 2026, 19 to 21 h: at the hall by 18:50, away from it at 21:10 or later.
 */
const there: TinyTrip = { id: 'there', calls: '0 18:00, 1 18:30' };
const back: TinyTrip = { id: 'back', calls: '1 21:30, 0 22:00' };
const concert: TinyEvent = {
  startsAt: '2026-11-24T19:00:00+02:00',
  endsAt: '2026-11-24T21:00:00+02:00',
  homes: [{ walks: [[0, 5]] }],
  venueWalks: [[1, 2]],
};

function trip(
  trips: readonly TinyTrip[],
  event: Partial<TinyEvent> = {},
  world: Partial<TinyWorld> = {},
): HomeRoundTrip {
  const [first] = roundTrips(tinyInput({ stopCount: 4, trips, ...world }, { ...concert, ...event }));
  if (!first) throw new Error('no home');
  return first;
}

const reasons = ({ status, outboundReason, homewardReason }: HomeRoundTrip) => [
  status,
  outboundReason,
  homewardReason,
];

describe('reasons that hold before any journey is looked for', () => {
  it('no-position: the event has no place on the map, whatever else is wrong', () => {
    const found = trip([there, back], { venue: null, homes: [{ walks: [], isSnapped: false }] });
    expect(reasons(found)).toEqual(['none', 'no-position', 'no-position']);
  });

  it('no-service-on-date: a date outside the timetable, for every home, also one next door', () => {
    const event = {
      startsAt: '2027-01-24T19:00:00+02:00',
      endsAt: '2027-01-24T21:00:00+02:00',
      homes: [
        { walks: [[0, 5]], direct: 1 },
        { walks: [], isSnapped: false },
      ],
    } as const;
    const input = tinyInput({ stopCount: 4, trips: [there, back] }, { ...concert, ...event });
    for (const found of roundTrips(input)) {
      expect(reasons(found)).toEqual(['none', 'no-service-on-date', 'no-service-on-date']);
    }
  });

  it('unsnapped: home or venue too far from any street', () => {
    const far = trip([there, back], { homes: [{ walks: [], isSnapped: false }] });
    expect(reasons(far)).toEqual(['none', 'unsnapped', 'unsnapped']);
    const venue = { lonLat: [23, 57], isSnapped: false } as const;
    const hall = trip([there, back], { venue, venueWalks: [] });
    expect(reasons(hall)).toEqual(['none', 'unsnapped', 'unsnapped']);
  });

  it('no-stop-within-walk: of the home, or of the venue', () => {
    const home = trip([there, back], { homes: [{ walks: [], direct: 45 }] });
    expect(reasons(home)).toEqual(['none', 'no-stop-within-walk', 'no-stop-within-walk']);
    expect(reasons(trip([there, back], { venueWalks: [] }))).toEqual([
      'none',
      'no-stop-within-walk',
      'no-stop-within-walk',
    ]);
  });

  it('no-service-on-date: nothing calls that day at any stop in reach, of the home or of the venue', () => {
    const monday = ['2026-11-23'];
    const resting = [there, back].map((one) => ({ ...one, dates: monday }));
    const elsewhere: TinyTrip = { id: 'elsewhere', calls: '1 10:00, 2 11:00' };
    expect(reasons(trip([...resting, elsewhere]))).toEqual([
      'none',
      'no-service-on-date',
      'no-service-on-date',
    ]);
    const atHome: TinyTrip = { id: 'at home', calls: '0 10:00, 2 11:00' };
    expect(trip([...resting, atHome]).outboundReason).toBe('no-service-on-date');
  });

  it('does not take the last trip of the night before for service on the date', () => {
    const night: TinyTrip = { id: 'night', calls: '0 23:50, 1 24:20', dates: ['2026-11-23'] };
    expect(trip([night]).outboundReason).toBe('no-service-on-date');
  });

  it('still walks where nothing runs on a date that the timetable covers', () => {
    const event = { homes: [{ walks: [[0, 5]], direct: 20 }] } as const;
    expect(trip([{ ...there, dates: ['2026-11-23'] }], event)).toMatchObject({
      status: 'round-trip',
      leaveBy: '2026-11-24T18:30:00+02:00',
      homeAt: '2026-11-24T21:30:00+02:00',
      ridesOutbound: 0,
      ridesHomeward: 0,
      waitMinutes: 20,
    });
  });
});

describe('reasons of the way there', () => {
  it('no-arrival-in-time: the bus comes a minute too late, or so early that one would leave three hours before', () => {
    const late: TinyTrip = { id: 'late', calls: '0 18:00, 1 18:49' };
    expect(reasons(trip([late, back]))).toEqual(['homeward-only', 'no-arrival-in-time', null]);
    // To be at the hall by 18:50, nobody leaves before 15:50: 5 minutes to the bus of 15:55.
    expect(trip([{ id: 'early', calls: '0 15:55, 1 16:25' }, back]).status).toBe('round-trip');
    expect(trip([{ id: 'early', calls: '0 15:54, 1 16:24' }, back]).outboundReason).toBe(
      'no-arrival-in-time',
    );
  });

  it('walk-too-long: all the way on foot, longer than allowed, where no bus comes in time', () => {
    const late: TinyTrip = { id: 'late', calls: '0 18:00, 1 18:49' };
    expect(trip([late, back], { homes: [{ walks: [[0, 5]], direct: 40 }] }).outboundReason).toBe(
      'walk-too-long',
    );
    expect(trip([late, back], { homes: [{ walks: [[0, 5]], direct: 61 }] }).outboundReason).toBe(
      'no-arrival-in-time',
    );
    // Exactly the limit is allowed.
    expect(trip([late, back], { homes: [{ walks: [[0, 5]], direct: 30 }] }).outboundReason).toBeNull();
  });

  it('too-many-transfers: it would do with more rides', () => {
    const chain: TinyTrip[] = [
      { id: 'a', calls: '0 17:00, 2 17:10' },
      { id: 'b', calls: '2 17:20, 3 17:30' },
      { id: 'c', calls: '3 17:40, 1 17:50' },
    ];
    expect(trip([...chain, back], {}, { settings: { maxRides: 2 } }).outboundReason).toBe(
      'too-many-transfers',
    );
    expect(trip([...chain, back], {}, { settings: { maxRides: 3 } })).toMatchObject({
      status: 'round-trip',
      ridesOutbound: 3,
    });
  });
});

describe('reasons of the way home', () => {
  it('last-departure-missed: by the minutes between the last leaving and the one needed', () => {
    const early: TinyTrip[] = [
      { id: 'x', calls: '1 20:00, 0 20:30' },
      { id: 'y', calls: '1 20:52, 0 21:22' },
    ];
    // 2 minutes to the stop: the hall is left at 20:50, 21:10 would be needed.
    expect(trip([there, ...early])).toMatchObject({
      status: 'outbound-only',
      homewardReason: 'last-departure-missed',
      missedMinutes: 20,
    });
  });

  it('counts the last departure that still gets home, not the last that leaves', () => {
    const trips: TinyTrip[] = [
      { id: 'x', calls: '1 20:00, 0 20:30' },
      // Leads to stop 2 only, from where nothing goes on.
      { id: 'y', calls: '1 21:00, 2 21:10' },
    ];
    expect(trip([there, ...trips]).missedMinutes).toBe(72);
  });

  it('looks back over the whole day', () => {
    const morning: TinyTrip = { id: 'x', calls: '1 09:02, 0 09:30' };
    expect(trip([there, morning]).missedMinutes).toBe(12 * 60 + 10);
  });

  it('too-many-transfers comes before a missed departure', () => {
    const chain: TinyTrip[] = [
      { id: 'x', calls: '1 20:00, 0 20:30' },
      { id: 'a', calls: '1 21:30, 2 21:40' },
      { id: 'b', calls: '2 21:50, 0 22:00' },
    ];
    const found = trip([there, ...chain], {}, { settings: { maxRides: 1 } });
    expect([found.homewardReason, found.missedMinutes]).toEqual(['too-many-transfers', null]);
  });

  it('home-too-late: after the hour, by bus or on foot, a minute decides', () => {
    const night = (home: string): TinyTrip => ({ id: 'night', calls: `1 21:30, 0 ${home}` });
    expect(trip([there, night('25:55')]).homeAt).toBe('2026-11-25T02:00:00+02:00');
    expect(trip([there, night('25:56')]).homewardReason).toBe('home-too-late');
    const party = { endsAt: '2026-11-25T01:35:00+02:00', homes: [{ walks: [], direct: 16 }] } as const;
    expect(trip([there, back], party)).toMatchObject({
      outboundReason: null,
      homewardReason: 'home-too-late',
    });
  });

  it('an earlier departure decides before one that comes home too late', () => {
    const trips: TinyTrip[] = [
      { id: 'x', calls: '1 21:02, 0 21:30' },
      { id: 'night', calls: '1 21:30, 0 27:00' },
    ];
    expect(trip([there, ...trips])).toMatchObject({
      homewardReason: 'last-departure-missed',
      missedMinutes: 10,
    });
  });

  it('walk-too-long, or no-service-on-date, where nothing runs home at all', () => {
    expect(trip([there], { homes: [{ walks: [[0, 5]], direct: 50 }] }).homewardReason).toBe('walk-too-long');
    expect(trip([there]).homewardReason).toBe('no-service-on-date');
  });
});
