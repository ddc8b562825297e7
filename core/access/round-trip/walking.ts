import type { LitWalk } from './lit.ts';
import type { EventTiming } from './timing.ts';

/** Limits of a single walk on one service day, in seconds of that day. */
export interface WalkLimits {
  readonly maxSeconds: number;
  /** After dark, at most so long unless it is lit; with `nightFrom` and `nightTo`. Infinity is no cap. */
  readonly darkSeconds: number;
  readonly nightFrom: number;
  readonly nightTo: number;
}

/** The limits on a day whose second 0 is `originMs`. `darkMinutes` null is no cap. */
export function walkLimitsOf(
  { night }: Pick<EventTiming, 'night'>,
  originMs: number,
  maxMinutes: number,
  darkMinutes: number | null,
): WalkLimits {
  const isCapped = night !== null && darkMinutes !== null;
  return {
    maxSeconds: maxMinutes * 60,
    darkSeconds: isCapped ? darkMinutes * 60 : Infinity,
    nightFrom: isCapped ? (night.fromMs - originMs) / 1000 : Infinity,
    nightTo: isCapped ? (night.toMs - originMs) / 1000 : Infinity,
  };
}

/** The same by daylight. */
export const byDaylight = (limits: WalkLimits): WalkLimits => ({
  ...limits,
  darkSeconds: Infinity,
  nightFrom: Infinity,
  nightTo: Infinity,
});

/** A walk as the limits see it. */
export type LimitedWalk = Pick<LitWalk, 'seconds' | 'isLit'>;

/** Whether a walk may begin at a second. A walk of exactly the limit is allowed. */
export function mayWalk(limits: WalkLimits, from: number, { seconds, isLit }: LimitedWalk): boolean {
  if (seconds > limits.maxSeconds) return false;
  if (isLit || seconds <= limits.darkSeconds) return true;
  return from >= limits.nightTo || from + seconds <= limits.nightFrom;
}

/**
 * The latest second, `by` or before, at which a walk can end; -Infinity for one that is too long. A walk too
 * long for the dark ends at dusk, and its walker waits.
 */
export function latestWalkEnd(limits: WalkLimits, by: number, walk: LimitedWalk): number {
  const { seconds } = walk;
  if (mayWalk(limits, by - seconds, walk)) return by;
  return seconds <= limits.maxSeconds && by > limits.nightFrom ? Math.floor(limits.nightFrom) : -Infinity;
}
