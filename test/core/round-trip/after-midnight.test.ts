import { describe, expect, it } from 'vitest';
import { roundTrips } from '#core/access/round-trip/compute.ts';
import { timingOf } from '#core/access/round-trip/timing.ts';
import { defaultRoundTripSettings } from '#core/access/round-trip-answer.ts';
import { type TinyEvent, type TinyWorld, timeZone, tinyInput, tukums } from './tiny.ts';

const home = { homes: [{ walks: [[0, 5]] }], venueWalks: [[1, 2]] } as const;
const trip = (world: Omit<TinyWorld, 'stopCount'>, event: Omit<TinyEvent, 'homes' | 'venueWalks'>) =>
  roundTrips(tinyInput({ stopCount: 2, ...world }, { ...home, ...event }))[0];
const timing = (
  startsAt: string,
  endsAt: string | null,
  shifts = { startShiftMinutes: 0, endShiftMinutes: 0 },
) => timingOf({ startsAt, endsAt }, shifts, defaultRoundTripSettings, timeZone, tukums);
const iso = (ms: number) => new Date(ms).toISOString();

describe('an event after midnight', () => {
  it('is reached by the evening before and left in the same night', () => {
    const trips = [
      { id: 'there', calls: '0 23:00, 1 23:30', dates: ['2026-11-27'] },
      // A trip of Friday that runs after midnight, and one of Saturday before dawn.
      { id: 'back', calls: '1 25:15, 0 25:45', dates: ['2026-11-27'] },
      { id: 'early', calls: '1 01:20, 0 01:50', dates: ['2026-11-28'] },
    ];
    const event = { startsAt: '2026-11-28T00:15:00+02:00', endsAt: '2026-11-28T01:00:00+02:00' };
    expect(trip({ trips }, event)).toMatchObject({
      status: 'round-trip',
      leaveBy: '2026-11-27T22:55:00+02:00',
      homeAt: '2026-11-28T01:50:00+02:00',
    });
    // Home by 02:00 of this very night.
    const late = { ...event, endsAt: '2026-11-28T01:05:00+02:00' };
    expect(trip({ trips }, late)).toMatchObject({ homeAt: '2026-11-28T01:55:00+02:00' });
  });

  it('ends on the next day: its last bus belongs to the service day of its start', () => {
    const trips = [
      { id: 'there', calls: '0 21:00, 1 21:30' },
      { id: 'back', calls: '1 24:40, 0 25:10', dates: ['2026-11-27'] },
    ];
    const event = { startsAt: '2026-11-27T22:00:00+02:00', endsAt: '2026-11-28T00:20:00+02:00' };
    expect(trip({ trips }, event)).toMatchObject({
      status: 'round-trip',
      homeAt: '2026-11-28T01:15:00+02:00',
    });
    const longer = { ...event, endsAt: '2026-11-28T00:30:00+02:00' };
    expect(trip({ trips }, longer)).toMatchObject({
      homewardReason: 'last-departure-missed',
      missedMinutes: 2,
    });
  });
});

describe('the moments of an event', () => {
  it('takes two hours for an event without an end, and says so', () => {
    const assumed = timing('2026-11-24T19:00:00+02:00', null);
    expect([iso(assumed.endMs), assumed.isEndAssumed]).toEqual(['2026-11-24T19:00:00.000Z', true]);
    const stated = timing('2026-11-24T19:00:00+02:00', '2026-11-24T21:00:00+02:00');
    expect([stated.endMs, stated.isEndAssumed]).toEqual([assumed.endMs, false]);
  });

  it('moves start and end each for itself, also an end that is assumed', () => {
    const shifts = { startShiftMinutes: 30, endShiftMinutes: -15 };
    const moved = timing('2026-11-24T19:00:00+02:00', null, shifts);
    expect([iso(moved.startMs), iso(moved.endMs)]).toEqual([
      '2026-11-24T17:30:00.000Z',
      '2026-11-24T18:45:00.000Z',
    ]);
    expect([iso(moved.arriveByMs), iso(moved.leaveFromMs)]).toEqual([
      '2026-11-24T17:20:00.000Z',
      '2026-11-24T18:55:00.000Z',
    ]);
  });

  it('has to be home by the first 02:00 after the start', () => {
    expect(iso(timing('2026-11-24T10:00:00+02:00', null).homeByMs)).toBe('2026-11-25T00:00:00.000Z');
    expect(iso(timing('2026-11-25T00:30:00+02:00', null).homeByMs)).toBe('2026-11-25T00:00:00.000Z');
    expect(iso(timing('2026-11-25T02:00:00+02:00', null).homeByMs)).toBe('2026-11-26T00:00:00.000Z');
  });
});

describe('nights when the clocks change', () => {
  it('autumn: 24:30 of the service day is half past midnight, and home by 02:00 is before the change', () => {
    const trips = [
      { id: 'there', calls: '0 20:00, 1 20:30' },
      { id: 'back', calls: '1 24:30, 0 25:00' },
    ];
    const world = { trips, firstDate: '2026-10-19', dayCount: 14 };
    const event = { startsAt: '2026-10-24T22:00:00+03:00', endsAt: '2026-10-25T00:00:00+03:00' };
    expect(trip(world, event)).toMatchObject({ status: 'round-trip', homeAt: '2026-10-25T01:05:00+03:00' });
    // 02:00 is before the clocks go back at 04:00.
    expect(iso(timing(event.startsAt, event.endsAt).homeByMs)).toBe('2026-10-24T23:00:00.000Z');
  });

  it('spring: home by 03:30, a time that no clock shows, is an hour later on the clock', () => {
    const settings = { ...defaultRoundTripSettings, homeBy: '03:30' };
    const shifts = { startShiftMinutes: 0, endShiftMinutes: 0 };
    const announced = { startsAt: '2027-03-27T20:00:00+02:00', endsAt: null };
    const { homeByMs } = timingOf(announced, shifts, settings, timeZone, tukums);
    expect(iso(homeByMs)).toBe('2027-03-28T01:30:00.000Z');
  });

  it('spring: on the day itself trips after the change keep the time on the clock', () => {
    const trips = [
      { id: 'there', calls: '0 18:00, 1 18:30' },
      { id: 'back', calls: '1 21:30, 0 22:00' },
    ];
    const world = { trips, firstDate: '2027-03-22', dayCount: 14 };
    const event = { startsAt: '2027-03-28T19:00:00+03:00', endsAt: '2027-03-28T21:00:00+03:00' };
    expect(trip(world, event)).toMatchObject({
      leaveBy: '2027-03-28T17:55:00+03:00',
      homeAt: '2027-03-28T22:05:00+03:00',
    });
  });
});
