import { fillTimes } from './interpolate.ts';
import type { Call } from './stop-times.ts';
import type { StopTable } from './stops.ts';
import type { Reading } from './table.ts';
import type { TripRow } from './trips.ts';
import { emptyTime } from './values.ts';

const table = 'stop_times.txt';

/** Calls that passengers can use, in order, with all their times; `name` of the last one before any was left out. */
export interface UsableCalls {
  readonly calls: readonly Call[];
  readonly lastName: string;
  readonly interpolated: number;
}

/**
 * Makes the calls of one trip usable, or says why the trip is left out: a place in the order taken twice, no
 * time at an end, times that run backwards, fewer than two calls where one can board. Calls at stops
 * that are left out go only after the times between were filled.
 */
export function usableCalls(
  { problems }: Reading,
  trip: TripRow,
  calls: readonly Call[],
  stops: StopTable,
): UsableCalls | null {
  const once = calls.filter((call, index) => !isSameCall(call, calls[index - 1]));
  const repeated = once.find(({ sequence }, index) => sequence === once[index - 1]?.sequence);
  if (repeated !== undefined) {
    problems.add('repeated-sequence', table, repeated.row, `${trip.id}: ${repeated.sequence}`);
    return null;
  }
  const noTime = [once[0], once.at(-1)].find(
    (call) => call && call.arrival === emptyTime && call.departure === emptyTime,
  );
  if (noTime !== undefined) {
    problems.add('no-end-time', table, noTime.row, trip.id);
    return null;
  }
  const interpolated = fillTimes(once, (stop) => stops.rows[stop]?.lonLat ?? null);
  const backwards = once.find(
    ({ arrival, departure }, index) =>
      departure < arrival || arrival < (once[index - 1]?.departure ?? arrival),
  );
  if (backwards !== undefined) {
    problems.add('decreasing-times', table, backwards.row, trip.id);
    return null;
  }
  const last = once.at(-1);
  const lastName = last === undefined ? '' : (stops.rows[last.stop]?.name ?? '');
  return { calls: once, lastName, interpolated };
}

/** A row that stands twice, word for word, is one. */
const isSameCall = (a: Call, b: Call | undefined): boolean =>
  b !== undefined &&
  a.sequence === b.sequence &&
  a.stop === b.stop &&
  a.arrival === b.arrival &&
  a.departure === b.departure &&
  a.use === b.use;

/** Of the calls of a trip, those at stops that are kept; a call at a station or an entrance is a fault of its own. */
export function boardingCalls({ problems }: Reading, calls: readonly Call[], stops: StopTable): Call[] {
  return calls.filter(({ stop, row }) => {
    const found = stops.rows[stop];
    if (found !== undefined && !found.isBoarding) problems.add('not-a-boarding-stop', table, row, found.id);
    return found?.isBoarding === true && found.isInside;
  });
}
