import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type HomeRoundTrip, roundTripReasons, roundTripStatuses } from '#core/access/round-trip-answer.ts';
import { zoneOf } from '#core/place/zoned-time.ts';
import { packTrips, unpackTrips } from '#server/engine/packed-trips.ts';

const timeZone = 'Europe/Riga';
const { localTime } = zoneOf(timeZone);

/** Any second of a year, the nights in which clocks change included. */
const instant = fc
  .oneof(
    fc.integer({ min: Date.parse('2026-01-01Z') / 1000, max: Date.parse('2027-01-01Z') / 1000 }),
    fc.integer({
      min: Date.parse('2026-10-24T23:00Z') / 1000,
      max: Date.parse('2026-10-25T03:00Z') / 1000,
    }),
  )
  .map((seconds) => localTime(seconds * 1000));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const reason = orNull(fc.constantFrom(...roundTripReasons));
const rides = orNull(fc.integer({ min: 0, max: 4 }));
const minutes = orNull(fc.double({ min: 0, max: 1000, noNaN: true }));

const trip: fc.Arbitrary<HomeRoundTrip> = fc
  .record({
    status: fc.constantFrom(...roundTripStatuses),
    outboundReason: reason,
    homewardReason: reason,
    leaveBy: orNull(instant),
    homeAt: orNull(instant),
    waitMinutes: minutes,
    ridesOutbound: rides,
    ridesHomeward: rides,
    missedMinutes: minutes,
    onDemand: orNull(fc.record({ zoneId: fc.constantFrom('a', 'b'), bookBy: instant })),
  })
  .map((known) => {
    const isBoth = known.leaveBy !== null && known.homeAt !== null;
    const away = Date.parse(known.homeAt ?? '') - Date.parse(known.leaveBy ?? '');
    return { ...known, awayMinutes: isBoth ? away / 60_000 : null };
  });

it('gives round trips back as they were, those of any homes', () => {
  fc.assert(
    fc.property(fc.array(trip, { maxLength: 20 }), (trips) => {
      const packed = packTrips(trips);
      expect(unpackTrips(packed, [...trips.keys()], timeZone)).toEqual(trips);
      const some = [...trips.keys()].filter((home) => home % 3 === 1);
      expect(unpackTrips(packed, some, timeZone)).toEqual(some.map((home) => trips[home]));
    }),
  );
});
