import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roundTrips } from '#core/access/round-trip/compute.ts';
import { Problem } from '#core/problem.ts';
import { bookingDeadline, isInZone, type OnDemandZone, runsDuring } from '#core/transit/on-demand.ts';
import { readOnDemandZones } from '#core/transit/on-demand-file.ts';
import { type TinyEvent, type TinyTrip, timeZone, tinyInput } from './tiny.ts';

const zone: OnDemandZone = {
  id: 'vane',
  nameLv: 'Vānes pagasts',
  nameEn: 'Vāne Parish',
  area: { territoryIds: ['parish'] },
  days: ['tuesday'],
  hours: { from: '18:00', to: '22:00' },
  booking: { daysBefore: 1, by: '15:00' },
  seats: 8,
  validUntil: '2026-11-24',
  source: 'test',
  isModel: true,
};
/** Tuesday, 19 to 21 h; the ride takes 30 minutes: 18:20 to 18:50, and 21:10 to 21:40. */
const concert: TinyEvent = {
  startsAt: '2026-11-24T19:00:00+02:00',
  endsAt: '2026-11-24T21:00:00+02:00',
  homes: [{ walks: [[0, 5]] }],
  venueWalks: [[1, 2]],
  carMinutes: 30,
};
const there: TinyTrip = { id: 'there', calls: '0 18:00, 1 18:30' };
const back: TinyTrip = { id: 'back', calls: '1 21:30, 0 22:00' };
const trip = (trips: readonly TinyTrip[], zones: readonly OnDemandZone[], event: Partial<TinyEvent> = {}) =>
  roundTrips(tinyInput({ stopCount: 2, trips }, { ...concert, ...event, zones }))[0];

describe('on-demand transport', () => {
  it('carries the missing half, if booked by a moment, and is no round trip', () => {
    expect(trip([there], [zone])).toMatchObject({
      status: 'outbound-only',
      onDemand: { zoneId: 'vane', bookBy: '2026-11-23T15:00:00+02:00' },
    });
    const hours = { ...zone, booking: { hoursBefore: 3 } };
    expect(trip([there], [hours])?.onDemand?.bookBy).toBe('2026-11-24T18:10:00+02:00');
    // Both halves: the earlier one decides.
    expect(trip([], [hours])).toMatchObject({
      status: 'none',
      onDemand: { bookBy: '2026-11-24T15:20:00+02:00' },
    });
  });

  it('is not needed for a round trip, and not there for another parish', () => {
    expect(trip([there, back], [zone])?.onDemand).toBeNull();
    expect(trip([there], [{ ...zone, area: { territoryIds: ['elsewhere'] } }])?.onDemand).toBeNull();
  });

  it.each([
    ['another day', { days: ['wednesday'] }],
    ['no longer valid', { validUntil: '2026-11-23' }],
    ['begins too late', { hours: { from: '21:11', to: '23:00' } }],
    ['ends too early', { hours: { from: '18:00', to: '21:39' } }],
  ] as const)('does not run: %s', (_, change) => {
    expect(trip([there], [{ ...zone, ...change }])?.onDemand).toBeNull();
  });

  it('needs both halves where both are missing, a way by car, and the home by the hour', () => {
    const evening = { ...zone, hours: { from: '20:00', to: '22:00' } };
    expect(trip([there], [evening])?.onDemand).not.toBeNull();
    expect(trip([back], [evening])?.onDemand).toBeNull();
    expect(trip([], [evening])?.onDemand).toBeNull();
    expect(trip([there], [zone], { carMinutes: 51 })?.onDemand).toBeNull();
    const { carMinutes: _, ...noCar } = concert;
    expect(
      roundTrips(tinyInput({ stopCount: 2, trips: [there] }, { ...noCar, zones: [zone] }))[0]?.onDemand,
    ).toBeNull();
    expect(trip([there], [zone], { settings: { homeBy: '21:39' } })?.onDemand).toBeNull();
    expect(trip([there], [zone], { settings: { homeBy: '21:40' } })?.onDemand).not.toBeNull();
  });

  it('takes the first zone of the list that does', () => {
    const other = { ...zone, id: 'other' };
    expect(trip([there], [{ ...zone, days: ['sunday'] }, other, zone])?.onDemand?.zoneId).toBe('other');
  });
});

describe('a zone', () => {
  it('may be a ring', () => {
    const ring = {
      ...zone,
      area: {
        ring: [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
        ],
      },
    } as const;
    const within = (lon: number, lat: number) => isInZone(ring, { territoryId: '', lonLat: [lon, lat] });
    expect([within(1, 1), within(3, 1), within(1, -1), within(-1, 1)]).toEqual([true, false, false, false]);
    expect(isInZone(ring, { territoryId: 'parish', lonLat: null })).toBe(false);
  });

  it('keeps clock time over a change of the clocks', () => {
    const sunday: OnDemandZone = { ...zone, days: ['sunday'], validUntil: '2027-12-31' };
    const at = Date.parse('2027-03-28T19:00:00+03:00');
    expect(runsDuring(sunday, at, at + 3_600_000, timeZone)).toBe(true);
    expect(bookingDeadline(sunday, at, timeZone)).toBe('2027-03-27T15:00:00+02:00');
  });
});

describe('the file of zones', () => {
  const file = (change: object) => JSON.stringify({ zones: [{ ...shipped, ...change }] });
  const text = readFileSync('geodata/on-demand.json', 'utf8');
  const [shipped] = (JSON.parse(text) as { zones: readonly object[] }).zones;
  const faultsOf = (content: string, ids: ReadonlySet<string> | null = null) => {
    try {
      readOnDemandZones(content, ids);
    } catch (problem) {
      return problem instanceof Problem ? problem.faults : [];
    }
    return [];
  };

  it('ships with one zone, marked as a model', () => {
    expect(readOnDemandZones(text, new Set(['vanes-pagasts']))).toMatchObject([
      { id: 'vane', area: { territoryIds: ['vanes-pagasts'] }, isModel: true },
    ]);
  });

  it('is read with a byte order mark, a ring, hours before and no seats', () => {
    const ring = [
      [22, 56],
      [23, 56],
      [23, 57],
    ];
    const zones = readOnDemandZones(
      `\uFEFF${file({ territoryIds: undefined, ring, booking: { hoursBefore: 2 }, seats: null })}`,
      null,
    );
    expect(zones).toMatchObject([{ area: { ring }, booking: { hoursBefore: 2 }, seats: null }]);
  });

  it.each([
    ['{', { field: '/', fault: 'malformed', expected: 'JSON' }],
    ['{}', { field: '/zones', fault: 'missing', expected: '[ ... ]' }],
    ['{"zones": [3]}', { field: '/zones/0', fault: 'malformed', value: '3', expected: '{ ... }' }],
    [file({ id: undefined }), { field: '/zones/0/id', fault: 'missing', expected: '"..."' }],
    [file({ dayz: [] }), { field: '/zones/0/dayz', fault: 'unknown-parameter' }],
    [file({ days: ['Monday'] }), { field: '/zones/0/days/0', fault: 'not-one-of', value: '"Monday"' }],
    [file({ hours: { from: '7:00', to: '22:00' } }), { field: '/zones/0/hours/from', fault: 'malformed' }],
    [
      file({ hours: { from: '22:00', to: '07:00' } }),
      { field: '/zones/0/hours/to', fault: 'end-before-start' },
    ],
    [
      file({ booking: { daysBefore: 99, by: '15:00' } }),
      { field: '/zones/0/booking/daysBefore', fault: 'out-of-range' },
    ],
    [file({ booking: { daysBefore: 1 } }), { field: '/zones/0/booking/by', fault: 'missing' }],
    [file({ seats: '8' }), { field: '/zones/0/seats', fault: 'not-a-number' }],
    [file({ validUntil: '2027-02-30' }), { field: '/zones/0/validUntil', fault: 'malformed' }],
    [file({ isModel: 'yes' }), { field: '/zones/0/isModel', fault: 'not-one-of' }],
    [file({ ring: [[0, 0]] }), { field: '/zones/0/ring', fault: 'repeated' }],
    [file({ territoryIds: undefined }), { field: '/zones/0/territoryIds', fault: 'missing' }],
    [
      file({ territoryIds: undefined, ring: [[0], [1, 1], [2, 2]] }),
      { field: '/zones/0/ring/0', fault: 'malformed' },
    ],
    [file({ source: 'x'.repeat(501) }), { field: '/zones/0/source', fault: 'too-long' }],
  ])('refuses %s', (content, fault) => {
    expect(faultsOf(content)).toContainEqual(expect.objectContaining(fault));
  });

  it('refuses the same id twice and a territory that does not exist', () => {
    const twice = JSON.stringify({ zones: [shipped, shipped] });
    expect(faultsOf(twice)).toEqual([{ field: '/zones/1/id', fault: 'duplicate', value: 'vane' }]);
    expect(faultsOf(text, new Set(['tukums']))).toEqual([
      { field: '/zones/0/territoryIds/0', fault: 'unknown-reference', value: 'vanes-pagasts' },
    ]);
  });
});
