import { describe, expect, it } from 'vitest';
import { bothHalves, roundTrips } from '#core/access/round-trip/compute.ts';
import type { LitColumns, RoundTripInput } from '#core/access/round-trip/input.ts';
import { tripJourneys } from '#core/access/round-trip/journeys.ts';
import { nightAfter } from '#core/access/round-trip/night.ts';
import { type TinyEvent, type TinyTrip, timeZone, tinyEnds, tinyInput, tukums } from './tiny.ts';

/*
 * Civil dusk in Tukums on 24 November 2026 is at 16:47, dawn of the next day at 7:43. A concert from 19 to
 * 21 h; walks after dusk of at most 15 minutes.
 */
const concert: TinyEvent = {
  startsAt: '2026-11-24T19:00:00+02:00',
  endsAt: '2026-11-24T21:00:00+02:00',
  homes: [{ walks: [[0, 5]] }],
  venueWalks: [[1, 2]],
  settings: { darkWalkMinutes: 15 },
};
const there: TinyTrip = { id: 'there', calls: '0 18:00, 1 18:30' };
const back: TinyTrip = { id: 'back', calls: '1 21:30, 0 22:00' };
const trip = (
  trips: readonly TinyTrip[],
  event: Partial<TinyEvent>,
  at: Partial<RoundTripInput['timing']> = {},
) => {
  const input = tinyInput({ stopCount: 2, trips }, { ...concert, ...event });
  const [first] = roundTrips({ ...input, timing: { ...input.timing, ...at } });
  if (!first) throw new Error('no home');
  return first;
};

describe('the night', () => {
  it('is civil, of the place, and of the dark season only', () => {
    const night = nightAfter('2026-11-24', tukums, timeZone);
    // By hand: cos H = (sin -6 - sin 56.97 sin d) / (cos 56.97 cos d). On the 24th d = -20.55 and H = 68.2
    // degrees, 4 h 33; on the 25th d = -20.7 and H = 67.9, 4 h 32. The sun is in the south at 10:14 UTC: 12 h
    // less 93 minutes of longitude and 13 of the equation of time.
    expect(Math.abs((night?.fromMs ?? 0) - Date.parse('2026-11-24T14:47Z'))).toBeLessThan(120_000);
    expect(Math.abs((night?.toMs ?? 0) - Date.parse('2026-11-25T05:43Z'))).toBeLessThan(120_000);
    expect(nightAfter('2026-09-01', tukums, timeZone)).not.toBeNull();
    expect(nightAfter('2027-04-30', tukums, timeZone)).not.toBeNull();
    expect(nightAfter('2026-08-31', tukums, timeZone)).toBeNull();
    expect(nightAfter('2026-05-01', tukums, timeZone)).toBeNull();
    expect(nightAfter('2026-06-24', [-51.2, -30], 'America/Sao_Paulo')).not.toBeNull();
    expect(nightAfter('2026-12-24', [-51.2, -30], 'America/Sao_Paulo')).toBeNull();
  });

  it('has none where the sun stays up or down', () => {
    expect(nightAfter('2026-04-28', [23, 78], timeZone)).toBeNull();
  });
});

describe('a walk after dark', () => {
  it('of exactly the cap is allowed, a longer one is the reason', () => {
    expect(trip([there, back], { homes: [{ walks: [[0, 15]] }] }).status).toBe('round-trip');
    // A stop that could only be walked to after dusk: an event whose journey begins more than three hours later.
    const night = { startsAt: '2026-11-24T20:30:00+02:00', endsAt: '2026-11-24T21:00:00+02:00' };
    const late: TinyTrip = { id: 'late', calls: '0 19:30, 1 20:00' };
    const walk = (minutes: number) => ({ homes: [{ walks: [[0, minutes]] }], ...night }) as const;
    expect(trip([late, back], walk(15)).status).toBe('round-trip');
    expect(trip([late, back], walk(16))).toMatchObject({
      status: 'none',
      outboundReason: 'walk-too-long',
      homewardReason: 'walk-too-long',
    });
    expect(trip([there, back], { venueWalks: [[1, 16]] }).homewardReason).toBe('walk-too-long');
    expect(trip([there, back], { homes: [{ walks: [[0, 5]], direct: 16 }], venueWalks: [] })).toMatchObject({
      homewardReason: 'no-stop-within-walk',
    });
  });

  it('is not capped in summer, by day, or when nobody wants it', () => {
    const homes = [{ walks: [[0, 16]] }] as const;
    const summer = { startsAt: '2026-11-24T12:00:00+02:00', endsAt: '2026-11-24T14:00:00+02:00' };
    const noon = [
      { id: 'there', calls: '0 11:00, 1 11:30' },
      { id: 'back', calls: '1 14:30, 0 15:00' },
    ];
    expect(trip(noon, { homes, ...summer }).status).toBe('round-trip');
    expect(trip([there, back], { homes, settings: { darkWalkMinutes: null } }).status).toBe('round-trip');
    expect(trip([there, back], { homes }, { night: null }).status).toBe('round-trip');
  });

  it('ends at dusk, and one waits at the stop', () => {
    const dusk = Math.floor((nightAfter('2026-11-24', tukums, timeZone)?.fromMs ?? 0) / 1000) * 1000;
    const homes = [{ walks: [[0, 20]] }] as const;
    const found = trip([there, back], { homes });
    expect([found.outboundReason, found.homewardReason]).toEqual([null, 'walk-too-long']);
    expect(Date.parse(found.leaveBy ?? '')).toBe(dusk - 20 * 60_000);
    // An earlier bus needs nobody to wait for dusk; a short walk has time until the bus.
    const early: TinyTrip = { id: 'early', calls: '0 16:30, 1 17:00' };
    expect(trip([early, back], { homes }).leaveBy).toBe('2026-11-24T16:10:00+02:00');
    expect(trip([there, back], {}).leaveBy).toBe('2026-11-24T17:55:00+02:00');
    // Nobody leaves more than three hours before being there: dusk is too long before 20:50.
    const late = { startsAt: '2026-11-24T21:00:00+02:00', endsAt: '2026-11-24T22:00:00+02:00' };
    expect(trip([{ id: 'late', calls: '0 20:00, 1 20:30' }], { homes, ...late }).outboundReason).toBe(
      'walk-too-long',
    );
  });

  it('at the venue ends at dusk too, and one waits there', () => {
    const early: TinyTrip = { id: 'early', calls: '0 16:00, 1 16:20' };
    const found = trip([early, there, { id: 'back', calls: '1 21:30, 0 22:00' }], { venueWalks: [[1, 20]] });
    expect(found).toMatchObject({ outboundReason: null, leaveBy: '2026-11-24T15:55:00+02:00' });
  });

  it('on foot all the way ends at dusk', () => {
    const found = trip([there, back], { homes: [{ walks: [], direct: 25 }] });
    const dusk = nightAfter('2026-11-24', tukums, timeZone)?.fromMs ?? 0;
    expect(Date.parse(found.leaveBy ?? '')).toBe(Math.floor(dusk / 1000) * 1000 - 25 * 60_000);
    expect(found.homewardReason).toBe('no-stop-within-walk');
  });
});

describe('the journey home after an afternoon', () => {
  const dusk = Math.floor((nightAfter('2026-11-24', tukums, timeZone)?.fromMs ?? 0) / 1000) * 1000;
  const bus: TinyTrip = { id: 'bus', calls: '1 17:15, 0 17:45' };
  const homeward = (event: Partial<TinyEvent>, trips = [bus], lit: LitColumns | null = null) => {
    const day = { startsAt: '2026-11-24T12:00:00+02:00', endsAt: '2026-11-24T15:00:00+02:00' };
    const asked = tinyInput({ stopCount: 3, trips }, { ...concert, ...day, ...event });
    const input = { ...asked, travel: { ...asked.travel, lit } };
    const journey = tripJourneys(input, input.travel, bothHalves(input), 0, tinyEnds).homeward;
    if (!journey) throw new Error('no journey home');
    expect(journey.arrivesAt).toBe(roundTrips(input)[0]?.homeAt);
    return { ...journey, departs: Date.parse(journey.departsAt) };
  };
  const clockTime = (time: string) => Date.parse(`2026-11-24T${time}:00+02:00`);

  it('ends a long dark walk at dusk and waits at the stop', () => {
    const { departs, legs, waitMinutes, arrivesAt } = homeward({ venueWalks: [[1, 20]] });
    expect([departs, arrivesAt]).toEqual([dusk - 20 * 60_000, '2026-11-24T17:50:00+02:00']);
    expect(legs[0]).toMatchObject({ kind: 'walk', minutes: 20 });
    expect(Date.parse(legs[0]?.arrivesAt ?? '')).toBe(dusk);
    expect(waitMinutes).toBeCloseTo((clockTime('17:15') - dusk) / 60_000);
    expect(legs[1]).toMatchObject({ kind: 'ride', waitMinutes });
  });

  it('leaves as late as still does where the walk is short, lit, or by day', () => {
    expect(homeward({ venueWalks: [[1, 15]] }).departs).toBe(clockTime('17:00'));
    expect(homeward({ venueWalks: [[1, 20]], settings: { darkWalkMinutes: null } }).departs).toBe(
      clockTime('16:55'),
    );
    const one = Uint8Array.of(1);
    const lit = { home: Uint8Array.of(0), venue: one, direct: Uint8Array.of(0) };
    expect(homeward({ venueWalks: [[1, 20]] }, [bus], lit).departs).toBe(clockTime('16:55'));
    const early: TinyTrip = { id: 'early', calls: '1 16:40, 0 17:10' };
    expect(homeward({ venueWalks: [[1, 20]] }, [early, bus])).toMatchObject({
      departs: clockTime('16:20'),
      waitMinutes: 0,
    });
  });

  it('takes a short walk after dusk before a long one by day', () => {
    const byTwo: TinyTrip = { id: 'two', calls: '2 17:05, 1 17:15, 0 17:45' };
    const venueWalks = [
      [1, 20],
      [2, 14],
    ] as const;
    expect(homeward({ venueWalks }, [byTwo])).toMatchObject({ departs: clockTime('16:51'), waitMinutes: 0 });
  });
});
