import type { Schedule } from '../../transit/schedule.ts';
import { canGetOn } from '../../transit/timetable.ts';
import type { Walk } from '../../transit/walks.ts';

/** A trip at one of its stops: pattern, number of the trip within it, position of the stop. */
export interface Call {
  readonly pattern: number;
  readonly column: number;
  readonly index: number;
  /** Of leaving there. */
  readonly seconds: number;
  /** The walk between the stop and the place asked about. */
  readonly walk: Walk;
}

/** Departures from stops within walks of one place, where one may get on. */
export function* departuresNear(schedule: Schedule, walks: readonly Walk[]): Generator<Call> {
  const { callOffset, callPattern, callIndex, stopOffset, use, tripOffset, timeOffset, departures } =
    schedule;
  for (const walk of walks) {
    for (let at = callOffset[walk.stop] ?? 0; at < (callOffset[walk.stop + 1] ?? 0); at += 1) {
      const [pattern, index] = [callPattern[at] ?? 0, callIndex[at] ?? 0];
      if (((use[(stopOffset[pattern] ?? 0) + index] ?? 0) & canGetOn) === 0) continue;
      const trips = (tripOffset[pattern + 1] ?? 0) - (tripOffset[pattern] ?? 0);
      const row = (timeOffset[pattern] ?? 0) + index * trips;
      for (let column = 0; column < trips; column += 1) {
        yield { pattern, column, index, seconds: departures[row + column] ?? 0, walk };
      }
    }
  }
}

/** Distinct numbers, ascending. */
export const ascending = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b);
