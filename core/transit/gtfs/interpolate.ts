import type { LonLat } from '../../place/units.ts';
import type { Call } from './stop-times.ts';
import { emptyTime } from './values.ts';

/**
 * Fills times that the table leaves empty between two that it states, by distance: the feed's own
 * `shape_dist_traveled` where all calls between have one that grows, else straight lines from stop to stop,
 * else evenly. Whole seconds. The first and the last call must have a time.
 *
 * @returns how many calls were filled.
 */
export function fillTimes(calls: readonly Call[], positionOf: (stop: number) => LonLat | null): number {
  for (const call of calls) {
    if (call.arrival === emptyTime) call.arrival = call.departure;
    if (call.departure === emptyTime) call.departure = call.arrival;
  }
  let filled = 0;
  let from = 0;
  for (let to = 1; to < calls.length; to += 1) {
    if (calls[to]?.arrival === emptyTime) continue;
    if (to - from > 1) filled += fillBetween(calls.slice(from, to + 1), positionOf);
    from = to;
  }
  return filled;
}

/** All but the ends of `calls` are without a time. */
function fillBetween(calls: readonly Call[], positionOf: (stop: number) => LonLat | null): number {
  const [first, last] = [calls[0], calls.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const along = alongShape(calls) ?? alongStops(calls, positionOf) ?? calls.map((_, index) => index);
  const whole = along.at(-1) ?? 1;
  const span = last.arrival - first.departure;
  calls.slice(1, -1).forEach((call, index) => {
    const time = first.departure + Math.round((span * (along[index + 1] ?? 0)) / whole);
    call.arrival = time;
    call.departure = time;
  });
  return calls.length - 2;
}

function alongShape(calls: readonly Call[]): number[] | null {
  const start = calls[0]?.distance ?? Number.NaN;
  const along = calls.map(({ distance }) => distance - start);
  const grows = along.every((distance, index) => distance >= (along[index - 1] ?? 0));
  return grows && (along.at(-1) ?? 0) > 0 ? along : null;
}

/** A stop without a position counts as standing where the one before it stands. */
function alongStops(calls: readonly Call[], positionOf: (stop: number) => LonLat | null): number[] | null {
  let before: LonLat | null = null;
  let metres = 0;
  const along = calls.map(({ stop }) => {
    const position = positionOf(stop);
    if (position !== null && before !== null) metres += straightMetres(before, position);
    before = position ?? before;
    return metres;
  });
  return metres > 0 ? along : null;
}

const metresPerDegree = 111_195;

/** Between stops a few kilometres apart, on a sphere unrolled: off by less than one in a thousand. */
function straightMetres(a: LonLat, b: LonLat): number {
  const middle = ((a[1] + b[1]) / 2) * (Math.PI / 180);
  const east = (b[0] - a[0]) * Math.cos(middle);
  return Math.hypot(east, b[1] - a[1]) * metresPerDegree;
}
