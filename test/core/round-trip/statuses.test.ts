import { describe, expect, it } from 'vitest';
import { roundTrips } from '#core/access/round-trip/compute.ts';
import { type TinyEvent, type TinyWorld, tinyInput } from './tiny.ts';

/*
 * Stop 0 is in the village, stop 1 beside the hall in town, 30 minutes by bus. Tuesday, 24 November 2026;
 * the hall is 2 minutes from its stop.
 */
const there = { id: 'there', calls: '0 18:00, 1 18:30' };
const back = { id: 'back', calls: '1 21:30, 0 22:00' };
const world: TinyWorld = { stopCount: 3, trips: [there, back] };
const evening: TinyEvent = {
  startsAt: '2026-11-24T19:00:00+02:00',
  endsAt: '2026-11-24T21:00:00+02:00',
  homes: [{ walks: [[0, 5]] }],
  venueWalks: [[1, 2]],
};
const trip = (one: Partial<TinyWorld>, event: Partial<TinyEvent> = {}) => {
  const [first] = roundTrips(tinyInput({ ...world, ...one }, { ...evening, ...event }));
  if (!first) throw new Error('no home');
  return first;
};

describe('a round trip by bus', () => {
  it('leaves as late and is home as early as the timetable lets it', () => {
    expect(trip({})).toEqual({
      status: 'round-trip',
      outboundReason: null,
      homewardReason: null,
      // 18:00 less 5 minutes; 22:00 and 5 minutes.
      leaveBy: '2026-11-24T17:55:00+02:00',
      homeAt: '2026-11-24T22:05:00+02:00',
      awayMinutes: 250,
      // 250 less 120 of event, less 2 x (5 + 30 + 2) in motion: 28 before the start, 28 after the end.
      waitMinutes: 56,
      ridesOutbound: 1,
      ridesHomeward: 1,
      missedMinutes: null,
      onDemand: null,
    });
  });

  it('is one half only where the other has no bus', () => {
    expect(trip({ trips: [there] })).toMatchObject({
      status: 'outbound-only',
      homeAt: null,
      awayMinutes: null,
    });
    expect(trip({ trips: [back] })).toMatchObject({
      status: 'homeward-only',
      leaveBy: null,
      waitMinutes: null,
    });
  });

  it('counts a bus that comes exactly in time, both ways', () => {
    const just = [
      { id: 'there', calls: '0 18:00, 1 18:48' },
      { id: 'back', calls: '1 21:12, 0 22:00' },
    ];
    expect(trip({ trips: just }).status).toBe('round-trip');
    expect(trip({ trips: [{ id: 'there', calls: '0 18:00, 1 18:49' }] })).toMatchObject({
      outboundReason: 'no-arrival-in-time',
    });
    expect(trip({ trips: [{ id: 'back', calls: '1 21:11, 0 22:00' }] })).toMatchObject({
      homewardReason: 'last-departure-missed',
      missedMinutes: 1,
    });
  });
});
