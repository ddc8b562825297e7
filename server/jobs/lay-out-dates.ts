import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { readEventsByVersion } from '../db/queries/current-events.ts';
import { replaceOccurrences } from '../db/writes/occurrences.ts';
import { layOut } from '../import/build.ts';
import type { Job } from './job.ts';

/** Moves the stretch for which dates are laid out on to today. Returns how many dates came and went. */
export const layOutDates = async (
  database: Pick<Database, 'db' | 'bulk'>,
  now: Date,
): Promise<{ readonly added: number; readonly removed: number }> => {
  const sum = { added: 0, removed: 0 };
  for (const [version, events] of await readEventsByVersion(database.db)) {
    const { added, removed } = await replaceOccurrences(database.bulk, version, await layOut(events, now));
    sum.added += added;
    sum.removed += removed;
  }
  return sum;
};

/**
 * Lays the dates out anew soon after midnight, and after a version of events was taken back that was laid out on
 * another day.
 * @param onLaidOut is told the day for which they are laid out from now on: answers change when it does.
 */
export const datesOfEvents = (database: Database, clock: Clock, onLaidOut: (day: string) => void): Job => ({
  name: 'lay-out-dates',
  datasets: ['events'],
  isDaily: true,
  scope: 'shared',
  // A server that was off for days shows no page before its dates are right.
  isDoneAtStart: true,
  run: async () => {
    await layOutDates(database, clock.now());
  },
  settled: onLaidOut,
});
