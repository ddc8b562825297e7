import type { CultureEvent, Occurrence, OccurrenceChange } from './event.ts';
import { instantOf, localTime, readWall, wallClock, writeWall } from './local-time.ts';
import { type Recurrence, readRecurrence } from './recurrence.ts';

const minuteMs = 60_000;

/** Days before and after now for which dates are laid out. */
const horizonDays = { back: 60, ahead: 400 } as const;

/** A rule that gives more dates than this within the horizon is taken for a mistake. */
export const maxOccurrences = 2000;

/** The stretch of time for which dates are laid out. */
export const horizonAt = (now: Date): { readonly from: Date; readonly to: Date } => ({
  from: new Date(now.getTime() - horizonDays.back * 86_400_000),
  to: new Date(now.getTime() + horizonDays.ahead * 86_400_000),
});

const occurrenceId = (eventId: string, start: number): string =>
  `${eventId}_${writeWall(start).replace(/[-:]/g, '')}`;

/** Dates whose original start lies outside the stretch but which a change may have moved into it. */
const movedFromOutside = (event: CultureEvent, recurrence: Recurrence, inside: ReadonlySet<number>) =>
  event.changes
    .filter((change) => change.newStartLocal !== null)
    .map((change) => readWall(change.startLocal))
    .filter((start) => !inside.has(start) && recurrence.between(start, start).length > 0);

const toOccurrence = (
  event: CultureEvent,
  start: number,
  change: OccurrenceChange | undefined,
): Occurrence => {
  const moved = change?.newStartLocal == null ? Number.NaN : readWall(change.newStartLocal);
  const begins = Number.isNaN(moved) ? start : moved;
  const { durationMinutes } = event.rule;
  return {
    id: occurrenceId(event.id, start),
    eventId: event.id,
    startsAt: localTime(instantOf(begins)),
    // On the wall clock: a ball from 22:00 to 05:00 ends at 05:00 also in the night when clocks change.
    endsAt: durationMinutes === null ? null : localTime(instantOf(begins + durationMinutes * minuteMs)),
    status: event.status === 'scheduled' ? (change?.status ?? 'scheduled') : event.status,
    note: change?.note ?? null,
    venueId: change?.newVenueId ?? event.venueId,
  };
};

/**
 * The dates of an event that touch the time from `from` to `to` (both included), by start. Ids stay the
 * same when a date is moved, cancelled or postponed. Rules are those of RFC 5545, time is that of the region.
 * @throws RangeError for a malformed rule.
 */
export const expandEvent = (event: CultureEvent, from: Date, to: Date): readonly Occurrence[] => {
  const recurrence = readRecurrence(event.rule);
  const longest = (event.rule.durationMinutes ?? 0) * minuteMs;
  const regular = recurrence.between(wallClock(from) - longest, wallClock(to));
  const starts = new Set([...regular, ...(event.rule.alsoLocal ?? []).map(readWall)]);
  for (const start of movedFromOutside(event, recurrence, starts)) starts.add(start);
  for (const left of event.rule.exceptLocal) starts.delete(readWall(left));
  const changes = new Map(event.changes.map((change) => [readWall(change.startLocal), change]));
  return [...starts]
    .map((start) => toOccurrence(event, start, changes.get(start)))
    .filter(({ startsAt, endsAt }) => new Date(startsAt) <= to && new Date(endsAt ?? startsAt) >= from)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.id < b.id ? -1 : 1));
};
