import type { DayTimetable } from '../../transit/day.ts';
import { buildSchedule, mirror, type Run } from '../../transit/schedule.ts';
import type { Timetable } from '../../transit/timetable.ts';

/** A trip on the schedule of a day, by its place in it. */
export interface ScheduledTrip {
  readonly pattern: number;
  readonly column: number;
}

/** The same day with one of its trips leaving later, all its stops moved by the same time, and no other change. */
export function withDelay(
  timetable: Timetable,
  day: DayTimetable,
  { pattern, column }: ScheduledTrip,
  delaySeconds: number,
): DayTimetable {
  const { schedule } = day;
  const delayed = (schedule.tripOffset[pattern] ?? 0) + column;
  const runs = Array.from(schedule.trip, (trip, i): Run => {
    const shift = schedule.tripShift[i] ?? 0;
    return { trip, shift: i === delayed ? shift + delaySeconds : shift };
  });
  // One trip may run twice: on this service day and on one beside it.
  const byTrip = Map.groupBy(runs, ({ trip }) => trip);
  const { patternTripOffset } = timetable;
  const moved = buildSchedule(timetable, (of) => {
    const [from, to] = [patternTripOffset[of] ?? 0, patternTripOffset[of + 1] ?? 0];
    return Array.from({ length: to - from }, (_, i) => byTrip.get(from + i) ?? []).flat();
  });
  return { ...day, schedule: moved, mirrored: mirror(moved) };
}
