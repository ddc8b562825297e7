import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothHalves, roundTrips } from '#core/access/round-trip/compute.ts';
import { tripJourneys } from '#core/access/round-trip/journeys.ts';
import { laterDepartures } from '#core/access/round-trip/later-departures.ts';
import { comes, getsHome, shiftCurves } from '#core/access/round-trip/shift.ts';
import { sumRoundTrips } from '#core/access/round-trip/sums.ts';
import { type HomeRoundTrip, roundTripStatuses } from '#core/access/round-trip-answer.ts';
import { type TinyEvent, type TinyTrip, type TinyWorld, tinyEnds, tinyInput } from './tiny.ts';

/* Worlds of six stops, up to ten trips between noon and 3 at night, four homes, and a hall. */
const stopCount = 6;
const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

interface RandomTrip {
  readonly start: number;
  readonly stops: readonly number[];
  readonly steps: readonly number[];
}
const tripText = ({ start, stops, steps }: RandomTrip, later = 0) =>
  stops
    .map(
      (stop, i) =>
        `${stop} ${clockOf(start + later + steps.slice(0, i).reduce((sum, step) => sum + step, 0))}`,
    )
    .join(', ');

const trip: fc.Arbitrary<RandomTrip> = fc.record({
  start: fc.integer({ min: 12 * 60, max: 27 * 60 }),
  stops: fc.uniqueArray(fc.integer({ min: 0, max: stopCount - 1 }), { minLength: 2, maxLength: 5 }),
  steps: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 4 }),
});
const tripsOf = (trips: readonly RandomTrip[]): TinyTrip[] =>
  trips.map((one, i) => ({ id: `t${i}`, calls: tripText(one) }));

const walks = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 0, max: stopCount - 1 }), fc.integer({ min: 0, max: 30 })),
  { maxLength: 3, selector: ([stop]) => stop },
);
const home = fc
  .record({
    walks,
    direct: fc.option(fc.integer({ min: 1, max: 70 })),
    people: fc.integer({ min: 0, max: 50 }),
  })
  .map(({ direct, ...rest }) => (direct === null ? rest : { ...rest, direct }));
const instant = (minutes: number) =>
  new Date(Date.parse('2026-11-24T00:00:00+02:00') + minutes * 60_000).toISOString();

interface Case {
  readonly trips: readonly RandomTrip[];
  readonly event: TinyEvent;
}
const cases: fc.Arbitrary<Case> = fc
  .record({
    trips: fc.array(trip, { maxLength: 10 }),
    start: fc.integer({ min: 14 * 60, max: 22 * 60 }),
    length: fc.integer({ min: 30, max: 180 }),
    homes: fc.array(home, { minLength: 1, maxLength: 4 }),
    venueWalks: walks,
    darkWalkMinutes: fc.constantFrom(null, 10, 15),
  })
  .map(({ trips, start, length, homes, venueWalks, darkWalkMinutes }) => ({
    trips,
    event: {
      startsAt: instant(start),
      endsAt: instant(start + length),
      homes,
      venueWalks,
      settings: { darkWalkMinutes },
    },
  }));

const world = (trips: readonly TinyTrip[]): TinyWorld => ({
  stopCount,
  trips,
  transfers: [
    [0, 1, 6],
    [2, 3, 12],
  ],
  settings: { changeSeconds: 60 },
});
const input = ({ trips, event }: Case) => tinyInput(world(tripsOf(trips)), event);
const check = <T extends unknown[]>(property: fc.IProperty<T>, numRuns = 150) =>
  fc.assert(property, { numRuns });
const minutesOf = (at: string | null) =>
  (Date.parse(at ?? '') - Date.parse('2026-11-24T00:00:00+02:00')) / 60_000;

const sumOf = (values: readonly number[] = []) => values.reduce((sum, value) => sum + value, 0);

/** No home does worse: leaves no earlier, is home no later, and loses no half. */
function expectNoneWorse(before: readonly HomeRoundTrip[], after: readonly HomeRoundTrip[]) {
  before.forEach((was, home) => {
    const is = after[home];
    if (was.leaveBy !== null) {
      expect(Date.parse(is?.leaveBy ?? '')).toBeGreaterThanOrEqual(Date.parse(was.leaveBy));
    }
    if (was.homeAt !== null) {
      expect(Date.parse(is?.homeAt ?? '')).toBeLessThanOrEqual(Date.parse(was.homeAt));
    }
  });
}

describe('laws of round trips', () => {
  it('a journey leaves and arrives when the columns say, and has no long walk to or from a stop after dusk', () => {
    let held = 0;
    check(
      fc.property(cases, (one) => {
        const asked = input(one);
        const cap = asked.settings.darkWalkMinutes ?? Infinity;
        const halves = bothHalves(asked);
        roundTrips(asked).forEach(({ leaveBy, homeAt }, home) => {
          const { outbound, homeward } = tripJourneys(asked, asked.travel, halves, home, tinyEnds);
          expect([outbound?.departsAt ?? null, homeward?.arrivesAt ?? null]).toEqual([leaveBy, homeAt]);
          if (homeward) {
            expect(Date.parse(homeward.departsAt)).toBeGreaterThanOrEqual(asked.timing.leaveFromMs);
          }
          for (const journey of [outbound, homeward]) {
            const waits = (journey?.minutes ?? 0) - sumOf(journey?.legs.map(({ minutes }) => minutes));
            expect(journey?.waitMinutes ?? 0).toBeCloseTo(waits);
            for (const leg of journey?.legs ?? []) {
              if (leg.kind === 'ride' || leg.minutes <= cap) continue;
              // Between two stops the limit on transfers holds, by day and by night.
              if (leg.from.stopId !== null && leg.to.stopId !== null) continue;
              held += cap === Infinity ? 0 : 1;
              expect(Date.parse(leg.arrivesAt)).toBeLessThanOrEqual(asked.timing.night?.fromMs ?? Infinity);
            }
          }
        });
      }),
      600,
    );
    expect(held).toBeGreaterThan(20);
  });

  it('one more trip never makes anything worse', () => {
    check(
      fc.property(cases, trip, (one, more) => {
        expectNoneWorse(roundTrips(input(one)), roundTrips(input({ ...one, trips: [...one.trips, more] })));
      }),
    );
  });

  it('one more walk never makes anything worse', () => {
    check(
      fc.property(cases, fc.integer({ min: 0, max: 30 }), (one, minutes) => {
        const homes = one.event.homes.map((each) =>
          each.walks.some(([stop]) => stop === 5)
            ? each
            : { ...each, walks: [...each.walks, [5, minutes] as const] },
        );
        expectNoneWorse(
          roundTrips(input(one)),
          roundTrips(input({ ...one, event: { ...one.event, homes } })),
        );
      }),
    );
  });

  it('a last trip that leaves later, and still is home by the hour, loses nobody', () => {
    check(
      fc.property(cases, trip, fc.integer({ min: 1, max: 60 }), (one, last, later) => {
        const end = minutesOf(one.event.endsAt);
        // Everything else is over by the end; the last trip is home by 02:00 however late it leaves.
        const over = tripsOf(
          one.trips.filter(({ start, steps }) => start + steps.reduce((a, b) => a + b) < end),
        );
        const start = end + 15;
        fc.pre(start + 60 + last.steps.reduce((a, b) => a + b) + 30 <= 26 * 60);
        const event = { ...one.event, settings: { darkWalkMinutes: null } };
        const withLast = (by: number) => {
          const calls = tripText({ ...last, start }, by);
          return getsHome(tinyInput(world([...over, { id: 'last', calls }]), event));
        };
        const [was, is] = [withLast(0), withLast(later)];
        was.forEach((wasHome, home) => {
          if (wasHome) expect(is[home]).toBe(true);
        });
      }),
    );
  });

  it('an earlier end never loses the way home of anybody, and home is never later', () => {
    check(
      fc.property(cases, fc.integer({ min: 0, max: 29 }), (one, earlier) => {
        const endsAt = new Date(Date.parse(one.event.endsAt ?? '') - earlier * 60_000).toISOString();
        const before = roundTrips(input(one));
        const after = roundTrips(input({ ...one, event: { ...one.event, endsAt } }));
        before.forEach(({ homeAt }, home) => {
          if (homeAt === null) return;
          expect(Date.parse(after[home]?.homeAt ?? '')).toBeLessThanOrEqual(Date.parse(homeAt));
        });
      }),
    );
  });

  it('the minutes missed are exact: ending so much earlier brings one home, a minute less does not', () => {
    let seen = 0;
    check(
      fc.property(cases, (one) => {
        const trips = roundTrips(input(one));
        trips.forEach(({ missedMinutes }, home) => {
          if (missedMinutes === null) return;
          seen += 1;
          const endingEarlier = (minutes: number) => {
            const endsAt = new Date(Date.parse(one.event.endsAt ?? '') - minutes * 60_000).toISOString();
            return getsHome(input({ ...one, event: { ...one.event, endsAt } }))[home];
          };
          expect([endingEarlier(missedMinutes), endingEarlier(missedMinutes - 1)]).toEqual([true, false]);
        });
      }),
      600,
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('a half has a reason exactly where it does not exist, and the status follows from both', () => {
    check(
      fc.property(cases, (one) => {
        for (const found of roundTrips(input(one))) {
          expect(found.outboundReason === null).toBe(found.leaveBy !== null);
          expect(found.homewardReason === null).toBe(found.homeAt !== null);
          const halves = `${found.leaveBy !== null} ${found.homeAt !== null}`;
          const status = { 'true true': 0, 'true false': 1, 'false true': 2, 'false false': 3 }[halves];
          expect(found.status).toBe(roundTripStatuses[status ?? -1]);
          expect(found.awayMinutes === null).toBe(found.status !== 'round-trip');
          if (found.status !== 'round-trip') continue;
          // Waited at least the ten minutes before and after.
          expect(found.waitMinutes).toBeGreaterThanOrEqual(20);
          expect(found.waitMinutes).toBeLessThan(found.awayMinutes ?? 0);
        }
      }),
    );
  });

  it('statuses partition the residents, and the share times the residents is those with a round trip', () => {
    check(
      fc.property(cases, (one) => {
        const reckoned = input(one);
        const { total } = sumRoundTrips(
          reckoned.homes,
          [],
          { id: 'all', nameLv: '', nameEn: '' },
          roundTrips(reckoned),
          new Map(),
        );
        const everybody = reckoned.homes.people.reduce((sum, people) => sum + people, 0);
        expect(total.people).toBe(everybody);
        expect(Object.values(total.peopleByStatus).reduce((sum, people) => sum + people, 0)).toBe(everybody);
        if (everybody === 0) expect(total.percent).toBeNull();
        else
          expect(((total.percent ?? -1) * everybody) / 100).toBeCloseTo(total.peopleByStatus['round-trip']);
      }),
    );
  });

  it('the order of the homes and of the trips does not matter', () => {
    check(
      fc.property(cases, (one) => {
        const homes = one.event.homes.toReversed();
        const turned = { trips: one.trips.toReversed(), event: { ...one.event, homes } };
        const timesOf = (trips: readonly HomeRoundTrip[]) =>
          trips.map(({ status, leaveBy, homeAt, outboundReason, homewardReason, missedMinutes }) => [
            status,
            leaveBy,
            homeAt,
            outboundReason,
            homewardReason,
            missedMinutes,
          ]);
        expect(timesOf(roundTrips(input(turned))).toReversed()).toEqual(timesOf(roundTrips(input(one))));
      }),
    );
  });

  it('the shift finder says what moving the event says', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { byEndShift, byStartShift } = shiftCurves((shifts) =>
          tinyInput(world(tripsOf(one.trips)), { ...one.event, shifts }),
        );
        const peopleAt = (startShiftMinutes: number, endShiftMinutes: number) => {
          const shifts = { startShiftMinutes, endShiftMinutes };
          const moved = tinyInput(world(tripsOf(one.trips)), { ...one.event, shifts });
          return roundTrips(moved).reduce(
            (sum, { status }, home) => sum + (status === 'round-trip' ? (moved.homes.people[home] ?? 0) : 0),
            0,
          );
        };
        for (const { minutes, people } of byEndShift) expect(people).toBe(peopleAt(0, minutes));
        for (const { minutes, people } of byStartShift) expect(people).toBe(peopleAt(minutes, 0));
        expect(byEndShift.find(({ minutes }) => minutes === 0)?.people).toBe(
          byStartShift.find(({ minutes }) => minutes === 0)?.people,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('a later departure brings home as many as the timetable with that trip moved does', () => {
    let seen = 0;
    check(
      fc.property(cases, (random) => {
        // Everybody can come: a trip from every stop to the hall an hour before the start.
        const start = minutesOf(random.event.startsAt);
        const into = [0, 1, 2, 3, 4].map((stop) => ({
          start: start - 60,
          stops: [stop, 5],
          steps: [10, 1, 1, 1],
        }));
        const event = {
          ...random.event,
          venueWalks: [
            [5, 3],
            [2, 8],
          ] as const,
        };
        const one = { trips: [...random.trips, ...into], event };
        const found = laterDepartures(input(one));
        const gained = (index: number, minutes: number) => {
          const moved = tripsOf(one.trips).map((each, i) => {
            const random = one.trips[i];
            return i === index && random ? { ...each, calls: tripText(random, minutes) } : each;
          });
          const now = input(one);
          const [canCome, before] = [comes(now), getsHome(now)];
          const after = getsHome(tinyInput(world(moved), one.event));
          return now.homes.people.reduce((sum, people, home) => {
            const isGained = canCome[home] === true && before[home] === false && after[home] === true;
            return sum + (isGained ? people : 0);
          }, 0);
        };
        for (const { tripId, laterMinutes, morePeople } of found) {
          seen += 1;
          expect(gained(Number(tripId.slice(3)), laterMinutes)).toBe(morePeople);
          expect(morePeople).toBeGreaterThan(0);
        }
      }),
      400,
    );
    expect(seen).toBeGreaterThan(30);
  });
});
