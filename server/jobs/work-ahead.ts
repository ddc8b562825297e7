import type { Logger } from 'pino';
import { Problem } from '#core/problem.ts';
import type { Ahead } from '../engine/ahead.ts';

/** Days for which round trips are known before anybody asks. */
const days = 31;
const dayMs = 86_400_000;

/**
 * Computes travel times, then round trips, beside requests: at the start, after every import, and once a day
 * because the days move on. A run that is asked for while one is under way comes after it.
 */
export const workAhead = (engine: Ahead, log: Pick<Logger, 'error'>): { start(): void; stop(): void } => {
  let isAtWork = false;
  let isWanted = false;
  let isStopped = false;
  const run = async (): Promise<void> => {
    isAtWork = true;
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await engine.computeTravelTimes();
        await engine.computeRoundTrips(days);
      } catch (error) {
        // Ending the server ends its threads in the middle of work; and whoever asks computes what is missing.
        const isEnd = isStopped || (error instanceof Problem && error.code === 'unavailable');
        if (!isEnd) log.error({ err: error }, 'travel times could not be computed ahead');
      }
    }
    isAtWork = false;
  };
  const start = () => {
    isWanted = true;
    if (!isAtWork) void run();
  };
  const timer = setInterval(start, dayMs);
  timer.unref();
  return {
    start,
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    },
  };
};
