import { localDay } from '#core/offer/local-time.ts';
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

const minuteMs = 60_000;

/** Dates that move on with the days. */
export interface MovingDates {
  /** The day in Latvia for which they are laid out now, "2026-07-18": they change when it does. */
  laidOutOn(): string;
  stop(): void;
}

/**
 * Lays the dates out anew soon after midnight in Latvia. It looks every minute: a day that a sleeping
 * machine missed, or on which it failed, comes a minute later.
 * @param laidOut when they were laid out last.
 */
export const keepDatesLaidOut = (
  database: Database,
  clock: Clock,
  laidOut: Date,
  onError: (error: unknown) => void,
): MovingDates => {
  let day = localDay(laidOut);
  let isAtWork = false;
  const look = async (): Promise<void> => {
    const now = clock.now();
    if (isAtWork || localDay(now) === day) return;
    isAtWork = true;
    try {
      await layOutDates(database, now);
      day = localDay(now);
    } catch (error) {
      onError(error);
    } finally {
      isAtWork = false;
    }
  };
  const timer = setInterval(look, minuteMs);
  timer.unref();
  return { laidOutOn: () => day, stop: () => clearInterval(timer) };
};
