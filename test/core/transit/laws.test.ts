import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotOf } from '#core/transit/boarding.ts';
import { secondsOfWall, timeOfSeconds } from '#core/transit/day.ts';
import { type Departure, departuresOf, percentileMinutes } from '#core/transit/percentile.ts';
import { profileFrom, profileTo } from '#core/transit/range.ts';
import { Cancelled } from '#core/transit/rounds.ts';
import { noTime } from '#core/transit/timetable.ts';
import { journeyArrivingBy, journeyLeavingAt } from '#core/transit/trace.ts';
import type { Walk, Walks } from '#core/transit/walks.ts';
import {
  anyWorld,
  changeSeconds,
  maxRides,
  stopCount,
  type ToyWorld,
  toyRaptor,
} from '../../toytown/transit-random.ts';
import { everyJourney } from './every-journey.ts';

const stops = Array.from({ length: stopCount }, (_, stop) => stop);
/** Moments at which something may be about to leave or just have left. */
const anyMoment = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((i) => 42_600 + 100 * i),
  fc.integer({ min: 0, max: 60 }).map((i) => 84_600 + 100 * i),
  fc.integer({ min: -10, max: 60 }).map((i) => 100 * i),
);
const many = { numRuns: 1000 };

/** Earliest arrival at each stop and its fewest rides, by looking at everything. */
function truthForward(world: ToyWorld, depart: number, most = maxRides) {
  const journeys = everyJourney(world, most);
  return stops.map((stop) => {
    const there = journeys.filter(
      ({ from, leave, to }) =>
        to === stop && world.access.some((walk) => walk.stop === from && depart + walk.seconds <= leave),
    );
    const seconds = Math.min(noTime, ...there.map(({ arrive }) => arrive));
    const rides = Math.min(...there.filter(({ arrive }) => arrive === seconds).map((each) => each.rides));
    return { seconds, rides: there.length === 0 ? 0 : rides };
  });
}

const read = ({ seconds, rides }: { seconds: Int32Array; rides: Uint8Array }) =>
  stops.map((stop) => ({ seconds: seconds[stop], rides: rides[stop] }));

describe('against every journey there is', () => {
  it('finds the earliest arrivals and the fewest rides forward', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, depart) => {
        expect(read(toyRaptor(world).forward(world.access, depart))).toEqual(truthForward(world, depart));
      }),
      many,
    );
  });

  it('finds the latest departures and the fewest rides backward', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, arriveBy) => {
        const journeys = everyJourney(world);
        const truth = stops.map((stop) => {
          const there = journeys.filter(
            ({ from, to, arrive }) =>
              from === stop &&
              world.egress.some((walk) => walk.stop === to && arrive + walk.seconds <= arriveBy),
          );
          if (there.length === 0) return { seconds: noTime, rides: 0 };
          const seconds = Math.max(...there.map(({ leave }) => leave));
          return {
            seconds,
            rides: Math.min(...there.filter(({ leave }) => leave === seconds).map((each) => each.rides)),
          };
        });
        expect(read(toyRaptor(world).backward(world.egress, arriveBy))).toEqual(truth);
      }),
      many,
    );
  });

  it('finds every journey worth taking in a range, from a place and to a place', () => {
    const anyLength = fc.constantFrom(600, 3600, 10_800);
    fc.assert(
      fc.property(anyWorld, anyMoment, anyLength, (world, earliestSeconds, maxSeconds) => {
        const raptor = toyRaptor(world);
        const latestSeconds = earliestSeconds + 7200;
        const range = { earliestSeconds, latestSeconds, maxSeconds };
        const isInRange = ({ leave, arrive }: Departure) =>
          leave >= earliestSeconds && arrive <= latestSeconds && arrive - leave <= maxSeconds;
        const worthTaking = (journeys: readonly Departure[]) =>
          journeys
            .filter(isInRange)
            .filter(isBest)
            .toSorted((a, b) => a.leave - b.leave);
        const truth = worthTaking(
          everyJourney(world).flatMap(({ from, leave, to, arrive }) =>
            world.access.flatMap((access) =>
              world.egress.flatMap((egress) =>
                access.stop === from && egress.stop === to
                  ? [{ leave: leave - access.seconds, arrive: arrive + egress.seconds }]
                  : [],
              ),
            ),
          ),
        );
        const to = departuresOf(profileTo(raptor, world.egress, range), world.access);
        expect(to.filter(isInRange), 'to the place').toEqual(truth);
        const { offset, leave, arrive } = profileFrom(raptor, world.access, range);
        const from = world.egress.flatMap(({ stop, seconds }) =>
          [...leave.subarray(offset[stop], offset[stop + 1])].map((each, i) => ({
            leave: each,
            arrive: (arrive[(offset[stop] ?? 0) + i] ?? 0) + seconds,
          })),
        );
        expect(worthTaking(from), 'from the place').toEqual(truth);
      }),
      many,
    );
  });
});

/** Nothing leaves as late and arrives as early, unless it is the same and stands behind. */
const isBest = (a: Departure, index: number, all: readonly Departure[]) =>
  !all.some(
    (b, other) =>
      b.leave >= a.leave &&
      b.arrive <= a.arrive &&
      (b.leave > a.leave || b.arrive < a.arrive || other < index),
  );

describe('a range', () => {
  it('says at every minute what a search at that minute says', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, earliestSeconds) => {
        const raptor = toyRaptor(world);
        const range = { earliestSeconds, latestSeconds: earliestSeconds + 9000, maxSeconds: 9000 };
        const { offset, leave, arrive } = profileFrom(raptor, world.access, range);
        for (let minute = 0; minute < 60; minute += 1) {
          const depart = earliestSeconds + 60 * minute;
          const { seconds } = raptor.forward(world.access, depart, { latestSeconds: range.latestSeconds });
          for (const stop of stops) {
            const next = [...leave.subarray(offset[stop], offset[stop + 1])].findIndex(
              (each) => each >= depart,
            );
            expect(next < 0 ? noTime : arrive[(offset[stop] ?? 0) + next]).toBe(seconds[stop]);
          }
        }
      }),
    );
  });

  it('gives the percentile that single searches give, and never more than walking all the way', () => {
    const anyDirect = fc.constantFrom(noTime, 600, 3000, 20_000);
    fc.assert(
      fc.property(
        anyWorld,
        anyMoment,
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 100 }),
        anyDirect,
        (world, fromSeconds, windowMinutes, percentile, direct) => {
          const raptor = toyRaptor(world);
          const maxTravelMinutes = 120;
          const range = {
            earliestSeconds: fromSeconds,
            latestSeconds: fromSeconds + (windowMinutes - 1 + maxTravelMinutes) * 60,
            maxSeconds: maxTravelMinutes * 60,
          };
          const profile = profileTo(raptor, world.egress, range);
          const window = { fromSeconds, windowMinutes, percentile };
          const walks = rows(world.access);
          const [found] = percentileMinutes(profile, walks, Int32Array.of(direct), window, maxTravelMinutes);
          const times = Array.from({ length: windowMinutes }, (_, minute) => {
            const depart = fromSeconds + 60 * minute;
            const journey = journeyLeavingAt(raptor, world, depart);
            const taken = Math.min(direct, (journey?.arrives ?? noTime) - depart) / 60;
            return taken <= maxTravelMinutes ? taken : Number.POSITIVE_INFINITY;
          }).sort((a, b) => a - b);
          expect(found).toBe(times[Math.ceil((percentile / 100) * windowMinutes) - 1]);
          if (direct <= maxTravelMinutes * 60) expect(found).toBeLessThanOrEqual(direct / 60);
        },
      ),
    );
  });
});

const rows = (walks: readonly Walk[]): Walks => ({
  offset: Int32Array.of(0, walks.length),
  stop: Int32Array.from(walks, ({ stop }) => stop),
  seconds: Int32Array.from(walks, ({ seconds }) => seconds),
});

describe('a journey', () => {
  it('can be taken: it is there when the vehicle leaves, changes in time and ends where it should', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, depart) => {
        const raptor = toyRaptor(world);
        const journey = journeyLeavingAt(raptor, world, depart);
        const truth = truthForward(world, depart);
        const best = Math.min(...world.egress.map((walk) => add(truth[walk.stop]?.seconds, walk.seconds)));
        expect(journey?.arrives ?? noTime).toBe(best);
        if (!journey) return;
        const fewest = world.egress
          .filter((walk) => add(truth[walk.stop]?.seconds, walk.seconds) === best)
          .map((walk) => truth[walk.stop]?.rides ?? 0);
        expect(journey.rides).toBeLessThanOrEqual(Math.min(...fewest));
        expect(journey.departs).toBeGreaterThanOrEqual(depart);
        expect(journey.parts.filter(({ kind }) => kind === 'ride')).toHaveLength(journey.rides);
        expect(journey.parts[0]?.departs).toBe(journey.departs);
        expect(journey.parts.at(-1)?.arrives).toBe(journey.arrives);
        walkThrough(world, raptor, journey.parts);
      }),
      many,
    );
  });

  it('forward and backward agree', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, depart) => {
        const raptor = toyRaptor(world);
        const there = journeyLeavingAt(raptor, world, depart);
        if (!there) return;
        const latest = journeyArrivingBy(raptor, world, there.arrives);
        // Later at the price of a ride more, perhaps: one prefers fewest rides, the other the latest departure.
        expect(latest?.departs).toBeGreaterThanOrEqual(there.departs);
        if (latest?.rides === there.rides) expect(latest.departs).toBe(there.departs);
        expect(latest?.arrives).toBe(there.arrives);
        const again = journeyLeavingAt(raptor, world, latest?.departs ?? 0);
        expect(again?.arrives).toBe(there.arrives);
        const later = journeyLeavingAt(raptor, world, (latest?.departs ?? 0) + 1);
        expect(later?.arrives ?? noTime, 'a second later is too late').toBeGreaterThan(there.arrives);
        const sooner = journeyArrivingBy(raptor, world, there.arrives - 1);
        expect(sooner?.departs ?? -noTime, 'nothing leaves later and arrives sooner').toBeLessThan(depart);
      }),
      many,
    );
  });
});

const add = (seconds = noTime, walk = 0) => (seconds === noTime ? noTime : seconds + walk);

type Parts = NonNullable<ReturnType<typeof journeyLeavingAt>>['parts'];

/** Takes the journey part by part and fails where a traveller would. */
function walkThrough(world: ToyWorld, { day }: ReturnType<typeof toyRaptor>, parts: Parts): void {
  const { schedule } = day;
  let stop: number | null = null;
  let now = parts[0]?.departs ?? 0;
  parts.forEach((part, i) => {
    if (part.kind === 'walk') {
      expect(part.fromStop).toBe(stop);
      expect(part.departs).toBe(now);
      const { fromStop: a, toStop: b } = part;
      const walk =
        a === null
          ? world.access.find((each) => each.stop === b)
          : b === null
            ? world.egress.find((each) => each.stop === a)
            : world.transfers.find(
                (each) => (each.a === a && each.b === b) || (each.a === b && each.b === a),
              );
      expect(part.arrives - part.departs).toBe(walk?.seconds);
      if (i > 0) expect(parts[i - 1]?.kind, 'two walks in a row are none').toBe('ride');
      stop = b;
    } else {
      const first = schedule.stopOffset[part.pattern] ?? 0;
      expect(schedule.stops[first + part.boardIndex]).toBe(stop);
      expect(part.boardIndex).toBeLessThan(part.alightIndex);
      expect((schedule.use[first + part.boardIndex] ?? 0) & 1).toBe(1);
      expect((schedule.use[first + part.alightIndex] ?? 0) & 2).toBe(2);
      expect(schedule.departures[slotOf(schedule, part, part.boardIndex)]).toBe(part.departs);
      expect(schedule.arrivals[slotOf(schedule, part, part.alightIndex)]).toBe(part.arrives);
      const isFirst = !parts.slice(0, i).some(({ kind }) => kind === 'ride');
      expect(part.departs).toBeGreaterThanOrEqual(now + (isFirst ? 0 : changeSeconds));
      if (isFirst) expect(part.departs, 'nobody waits for the first vehicle').toBe(now);
      stop = schedule.stops[first + part.alightIndex] ?? -1;
    }
    now = part.arrives;
  });
  expect(stop).toBeNull();
}

describe('laws', () => {
  const arrivals = (world: ToyWorld, depart: number, most = maxRides) => [
    ...toyRaptor(world).forward(world.access, depart, { maxRides: most }).seconds,
  ];
  const neverLater = (better: readonly number[], worse: readonly number[]) =>
    better.forEach((seconds, stop) => {
      expect(seconds).toBeLessThanOrEqual(worse[stop] ?? noTime);
    });

  it('one more trip never makes an arrival later', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, depart) => {
        const fewer = { ...world, feed: { ...world.feed, trips: world.feed.trips.slice(1) } };
        neverLater(arrivals(world, depart), arrivals(fewer, depart));
      }),
    );
  });

  it('one ride more allowed never makes an arrival later', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, depart) => {
        for (let most = 1; most < 4; most += 1) {
          neverLater(arrivals(world, depart, most + 1), arrivals(world, depart, most));
        }
      }),
    );
  });

  it('a slower walker is never faster', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, (world, depart) => {
        const slow = <T extends { readonly seconds: number }>(walk: T) => ({
          ...walk,
          seconds: walk.seconds * 2,
        });
        const slower = { ...world, access: world.access.map(slow), transfers: world.transfers.map(slow) };
        neverLater(arrivals(world, depart), arrivals(slower, depart));
      }),
    );
  });

  it('leaving later never arrives earlier', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, fc.nat(3600), (world, depart, later) => {
        neverLater(arrivals(world, depart), arrivals(world, depart + later));
      }),
    );
  });

  it('the order of trips and of stops does not matter', () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyMoment,
        fc.shuffledSubarray(stops, { minLength: stopCount, maxLength: stopCount }),
        (world, depart, order) => {
          const to = (stop: number) => order[stop] ?? 0;
          const moved = <T extends { readonly stop: number }>(each: T) => ({ ...each, stop: to(each.stop) });
          const trips = world.feed.trips.map((trip) => ({ ...trip, calls: trip.calls.map(moved) }));
          const other = {
            ...world,
            feed: { ...world.feed, trips: trips.toReversed() },
            transfers: world.transfers
              .map(({ a, b, seconds }) => ({ a: to(a), b: to(b), seconds }))
              .reverse(),
            access: world.access.map(moved).reverse(),
          };
          const there = arrivals(other, depart);
          expect(stops.map((stop) => there[to(stop)])).toEqual(arrivals(world, depart));
        },
      ),
    );
  });

  it('nothing is left over from the search before', () => {
    fc.assert(
      fc.property(anyWorld, anyMoment, anyMoment, (world, first, second) => {
        const raptor = toyRaptor(world);
        raptor.forward(world.egress, first, { maxRides: 1, latestSeconds: first + 900 });
        try {
          raptor.forward(world.access, first, { isCancelled: () => true });
        } catch (error) {
          expect(error).toBeInstanceOf(Cancelled);
        }
        expect(read(raptor.forward(world.access, second))).toEqual(
          read(toyRaptor(world).forward(world.access, second)),
        );
      }),
    );
  });
});

it('gives up when asked to', () => {
  const calls = [0, 1].map((stop) => ({ stop, arrive: 43_200 + stop, depart: 43_200 + stop }));
  const [world] = fc.sample(anyWorld, 1);
  if (!world) throw new Error('no world');
  const trips = [{ id: 't', line: 0, service: 0, calls }];
  const feed = { ...world.feed, services: [[world.date]], trips };
  const raptor = toyRaptor({ ...world, feed });
  const seeds = [{ stop: 0, seconds: 0 }];
  expect(() => raptor.forward(seeds, 43_200, { isCancelled: () => true })).toThrow(Cancelled);
  expect(raptor.forward(seeds, 43_200, { isCancelled: () => false }).seconds[1]).toBe(43_201);
});

describe('the nights when the clocks change', () => {
  /** One trip of one service day, from stop 0 to stop 1, seen on a date. */
  const nightOf = (serviceDate: string, leave: number, arrive: number, date: string): ToyWorld => {
    const calls = [leave, arrive].map((seconds, stop) => ({ stop, arrive: seconds, depart: seconds }));
    const stopsThere = stops.map((stop) => ({ name: `${stop}`, lonLat: [23, 57] as const }));
    const lines = [{ shortName: '1', longName: '', kind: 'rail' as const }];
    const trips = [{ id: 't', line: 0, service: 0, calls }];
    const feed = { timeZone: 'Europe/Riga', stops: stopsThere, lines, services: [[serviceDate]], trips };
    const here = [{ stop: 0, seconds: 0 }];
    return {
      feed: { ...feed, firstDate: serviceDate, dayCount: 1 },
      transfers: [],
      access: here,
      egress: here,
      date,
    };
  };

  it.each([
    ['2026-03-29', 2 * 3600, 8 * 3600],
    ['2026-10-25', 0, 8 * 3600],
    ['2026-11-24', 3600, 8 * 3600],
  ])('on %s reads one and eight on the clock', (date, one, eight) => {
    const { day } = toyRaptor(nightOf(date, 43_200, 43_800, date));
    expect(secondsOfWall(day, '01:00')).toBe(one);
    expect(secondsOfWall(day, '08:00')).toBe(eight);
  });

  // The train of the evening before, an hour long: 26:30 to 27:30 by its own count.
  it.each([
    ['2026-03-28', '2026-03-29', '02:30', '2026-03-29T04:30:00+03:00'],
    ['2026-10-24', '2026-10-25', '02:30', '2026-10-25T03:30:00+03:00'],
    ['2026-11-24', '2026-11-25', '02:30', '2026-11-25T03:30:00+02:00'],
  ])('a train of %s rides through the night of %s', (serviceDate, date, leave, arrives) => {
    const world = nightOf(serviceDate, 26.5 * 3600, 27.5 * 3600, date);
    const raptor = toyRaptor(world);
    const { seconds } = raptor.forward(world.access, secondsOfWall(raptor.day, leave));
    expect(timeOfSeconds(raptor.day, seconds[1] ?? 0)).toBe(arrives);
    const missed = raptor.forward(world.access, secondsOfWall(raptor.day, leave) + 1);
    expect(missed.seconds[1]).toBe(noTime);
  });

  it('knows what runs in the first hour of the longest day', () => {
    const world = nightOf('2026-10-24', 24 * 3600 + 600, 24 * 3600 + 2400, '2026-10-25');
    const raptor = toyRaptor(world);
    const { seconds } = raptor.forward(world.access, secondsOfWall(raptor.day, '00:05'));
    expect(timeOfSeconds(raptor.day, seconds[1] ?? 0)).toBe('2026-10-25T00:40:00+03:00');
  });

  // Setting out at 03:59, the last minute of a window, one may travel until 06:59, and where clocks go forward until 07:59.
  it.each([
    ['2026-03-28', '2026-03-29', 7.5, '2026-03-29T07:58:00+03:00'],
    ['2026-10-24', '2026-10-25', 5.5, '2026-10-25T05:58:00+02:00'],
    ['2026-11-24', '2026-11-25', 6.5, '2026-11-25T06:58:00+02:00'],
  ])('knows what ends the longest journey of the latest window of %s', (date, next, hour, arrives) => {
    const world = nightOf(next, hour * 3600, (hour + 0.5) * 3600 - 120, date);
    const raptor = toyRaptor(world);
    const windowEnd = secondsOfWall(raptor.day, '23:59') + 240 * 60;
    const { seconds } = raptor.forward(world.access, windowEnd, { latestSeconds: windowEnd + 180 * 60 });
    expect(timeOfSeconds(raptor.day, seconds[1] ?? 0)).toBe(arrives);
  });
});
