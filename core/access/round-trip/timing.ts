import type { LonLat } from '../../place/units.ts';
import { zoneOf } from '../../place/zoned-time.ts';
import type { RoundTripSettings } from '../round-trip-answer.ts';
import { type Night, nightAfter } from './night.ts';

/** An event with the moments that decide who can come and get home. Milliseconds since 1970 UTC. */
export interface EventTiming {
  readonly timeZone: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly isEndAssumed: boolean;
  /** At the venue by then. */
  readonly arriveByMs: number;
  /** Leaving the venue then or later. */
  readonly leaveFromMs: number;
  readonly homeByMs: number;
  /** Service days on which the journeys are looked for; a start before 06:00 is reached in the night before. */
  readonly outboundDate: string;
  readonly homewardDate: string;
  /** Walks in it are capped; null when there is no cap or it is no dark season. */
  readonly night: Night | null;
}

/** What is announced. RFC 3339 instants; a null end is not stated. */
export interface Announced {
  readonly startsAt: string;
  readonly endsAt: string | null;
}

export interface Shifts {
  readonly startShiftMinutes: number;
  readonly endShiftMinutes: number;
}

export const asAnnounced: Shifts = { startShiftMinutes: 0, endShiftMinutes: 0 };

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Before this hour an event belongs to the evening before. */
const morningHour = 6;

/**
 * The moments of one event. An end that is not stated is `assumedEventMinutes` after the announced start;
 * shifts move start and end each for itself. `homeBy` is the first time after the start that clocks show it,
 * so an event that ends later than that has no way home in time.
 *
 * @param lonLat of the venue, for the sun there; null has no night.
 */
export function timingOf(
  announced: Announced,
  shifts: Shifts,
  settings: RoundTripSettings,
  timeZone: string,
  lonLat: LonLat | null,
): EventTiming {
  const zone = zoneOf(timeZone);
  const startMs = Date.parse(announced.startsAt) + shifts.startShiftMinutes * minuteMs;
  const end = announced.endsAt ?? Date.parse(announced.startsAt) + settings.assumedEventMinutes * minuteMs;
  const endMs = new Date(end).getTime() + shifts.endShiftMinutes * minuteMs;
  const wall = zone.wallClock(startMs);
  const date = dateOf(wall);
  const evening = new Date(wall).getUTCHours() < morningHour ? dateOf(wall - dayMs) : date;
  return {
    timeZone,
    startMs,
    endMs,
    isEndAssumed: announced.endsAt === null,
    arriveByMs: startMs - settings.earlyMinutes * minuteMs,
    leaveFromMs: endMs + settings.lateMinutes * minuteMs,
    homeByMs: homeByAfter(startMs, date, settings.homeBy, timeZone),
    outboundDate: evening,
    homewardDate: date,
    night: settings.darkWalkMinutes === null || !lonLat ? null : nightAfter(evening, lonLat, timeZone),
  };
}

function homeByAfter(startMs: number, date: string, homeBy: string, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const today = Date.parse(`${date}T${homeBy}Z`);
  const instant = zone.instantOf(today).getTime();
  return instant > startMs ? instant : zone.instantOf(today + dayMs).getTime();
}

const dateOf = (wall: number) => new Date(wall).toISOString().slice(0, 10);
