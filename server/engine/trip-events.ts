import { asAnnounced, type Shifts, timingOf } from '#core/access/round-trip/timing.ts';
import type { RoundTripEvent, RoundTripSettings } from '#core/access/round-trip-answer.ts';
import type { OccurrenceListing } from '#core/offer/event.ts';
import { zoneOf } from '#core/place/zoned-time.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import type { RoundTripTask } from './tasks/round-trips.ts';
import type { TripEvent } from './tasks/trip-input.ts';

/** What threads need to know of one date of an event. */
export const tripEventOf = (listing: OccurrenceListing, mode: TravelMode): TripEvent => ({
  announced: { startsAt: listing.startsAt, endsAt: listing.endsAt },
  lonLat: listing.lonLat,
  mode,
});

export const taskOf = (
  listing: OccurrenceListing,
  mode: TravelMode,
  { startShiftMinutes, endShiftMinutes }: Shifts = asAnnounced,
): RoundTripTask => ({
  event: tripEventOf(listing, mode),
  shifts: { startShiftMinutes, endShiftMinutes },
});

/** The event as it was reckoned with, moved as asked. */
export function describeEvent(
  listing: OccurrenceListing,
  settings: RoundTripSettings,
  timeZone: string,
  shifts: Shifts = asAnnounced,
): RoundTripEvent {
  const { event, lonLat } = listing;
  const { startMs, endMs, isEndAssumed } = timingOf(listing, shifts, settings, timeZone, lonLat);
  const { localTime } = zoneOf(timeZone);
  return {
    occurrenceId: listing.id,
    eventId: listing.eventId,
    titleLv: event.titleLv,
    titleEn: event.titleEn,
    venueId: listing.venueId,
    place: listing.venueName ?? event.place,
    lonLat,
    startsAt: localTime(startMs),
    endsAt: localTime(endMs),
    isEndAssumed,
  };
}
