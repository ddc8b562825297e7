import { canGetOff, canGetOn } from '#core/transit/timetable.ts';
import { changeSeconds, maxRides, stopCount, type ToyWorld } from '../../toytown/transit-random.ts';

/** A journey from getting on the first vehicle to getting off the last. */
export interface Ridden {
  readonly from: number;
  readonly leave: number;
  readonly to: number;
  readonly arrive: number;
  readonly rides: number;
}

/** Hours by which noon of the day before, of the day and of the day after lie apart, minus 24; known, not computed. */
const clockChange: Record<string, readonly [number, number]> = {
  '2026-03-28': [0, -1],
  '2026-03-29': [-1, 0],
  '2026-10-25': [1, 0],
};

/** Every ride that can be taken around the date, straight from the rows: any trip, on any running day, between any two calls. */
function allRides({ feed, date }: ToyWorld): Ridden[] {
  const [before, after] = clockChange[date] ?? [0, 0];
  const day = Date.parse(`${date}T00:00Z`);
  const shifts = [-(24 + before) * 3600, 0, (24 + after) * 3600];
  return shifts.flatMap((shift, which) => {
    const service = new Date(day + (which - 1) * 86_400_000).toISOString().slice(0, 10);
    return (
      feed.trips
        .filter((trip) => feed.services[trip.service]?.includes(service) === true)
        // Last night's trips that are over an hour before second 0, and the next day's from 8 o'clock on, are not of this day.
        .filter(({ calls }) => which > 0 || (calls.at(-1)?.depart ?? 0) + shift >= -3600)
        .filter(({ calls }) => which < 2 || (calls[0]?.arrive ?? 0) < 8 * 3600)
        .flatMap(({ calls }) =>
          calls.flatMap((on, i) =>
            calls.slice(i + 1).flatMap((off) =>
              ((on.use ?? 3) & canGetOn) !== 0 && ((off.use ?? 3) & canGetOff) !== 0
                ? [
                    {
                      from: on.stop,
                      leave: on.depart + shift,
                      to: off.stop,
                      arrive: off.arrive + shift,
                      rides: 1,
                    },
                  ]
                : [],
            ),
          ),
        )
    );
  });
}

/** Every journey of at most `most` rides with one walk or none between two of them. No cleverness at all. */
export function everyJourney(world: ToyWorld, most = maxRides): Ridden[] {
  const rides = allRides(world);
  const walk = Array.from({ length: stopCount }, (_, a) =>
    Array.from({ length: stopCount }, (_, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (const { a, b, seconds } of world.transfers) {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const row = walk[x];
      if (row) row[y] = seconds;
    }
  }
  const all: Ridden[] = [];
  let longest = rides;
  for (let count = 1; count <= most && longest.length > 0; count += 1) {
    all.push(...longest);
    longest = longest.flatMap((journey) =>
      rides
        .filter((ride) => journey.arrive + (walk[journey.to]?.[ride.from] ?? 0) + changeSeconds <= ride.leave)
        .map((ride) => ({ ...journey, to: ride.to, arrive: ride.arrive, rides: journey.rides + 1 })),
    );
  }
  return all;
}
