import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { readEventsByVersion } from '../db/queries/current-events.ts';
import { replaceOccurrences } from '../db/writes/occurrences.ts';
import { layOut } from '../import/build.ts';

/** Moves the stretch for which dates are laid out on to today. Returns how many dates came and went. */
export const layOutDates = async (
  database: Database,
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

const dayMs = 86_400_000;

/** Does so every day. Returns what stops it. */
export const layOutDatesDaily = (
  database: Database,
  clock: Clock,
  onError: (error: unknown) => void,
): (() => void) => {
  const timer = setInterval(() => {
    layOutDates(database, clock.now()).catch(onError);
  }, dayMs);
  timer.unref();
  return () => clearInterval(timer);
};
