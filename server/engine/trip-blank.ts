import type { EventTiming } from '#core/access/round-trip/timing.ts';
import type { RoundTripBlank } from '#core/access/round-trip-answer.ts';
import { isServed } from '#core/transit/calendar.ts';
import type { Timetable } from '#core/transit/timetable.ts';
import type { TripEvent } from './tasks/trip-input.ts';

/** Why nothing can be said of an event as a whole; null where something can. */
export function blankOf(
  { lonLat, mode }: Pick<TripEvent, 'lonLat' | 'mode'>,
  { outboundDate, homewardDate }: Pick<EventTiming, 'outboundDate' | 'homewardDate'>,
  timetable: Timetable | null,
): RoundTripBlank | null {
  if (lonLat === null) return 'no-position';
  if (mode !== 'public-transport') return null;
  if (timetable === null) return 'no-timetable';
  const isKnown = isServed(timetable, outboundDate) && isServed(timetable, homewardDate);
  return isKnown ? null : 'no-service-on-date';
}
