import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { EventStatus, OccurrenceListing } from './event.ts';

/** Language-dependent texts and addresses of one entry; written by the caller, so that this file knows no words. */
export interface CalendarTexts {
  readonly title: string;
  readonly description: string | null;
  readonly url: string;
}

export interface CalendarOptions {
  readonly name: string;
  /** "LV" or "EN", for PRODID. */
  readonly language: string;
  /** Makes the UIDs unique in the world (RFC 7986 5.3). The same for ever, or calendars show every date twice. */
  readonly domain: string;
  /** DTSTAMP of every entry: the instant of the data, so that the same data give the same bytes. */
  readonly stamp: Date;
  textsOf(listing: OccurrenceListing): CalendarTexts;
}

/** RFC 5545 knows no "postponed": the date stands, but is not certain. A moved date already has its new time. */
const statusOf = (status: EventStatus): ICalEventStatus => {
  switch (status) {
    case 'scheduled':
    case 'moved':
      return ICalEventStatus.CONFIRMED;
    case 'postponed':
      return ICalEventStatus.TENTATIVE;
    case 'cancelled':
      return ICalEventStatus.CANCELLED;
  }
};

/**
 * Occurrences as iCalendar (RFC 5545) in UTC instants, so that no reader depends on a time-zone table.
 * UIDs are the occurrences' own ids and stay when a date is moved. An event without a stated end has
 * no DTEND: 3.6.1 then lets it end when it starts, and nothing is invented.
 */
export function writeCalendar(listings: readonly OccurrenceListing[], options: CalendarOptions): string {
  const calendar = ical({
    name: options.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'tukums', product: 'culture-map', language: options.language },
  });
  for (const listing of listings) {
    const texts = options.textsOf(listing);
    const place = [listing.venueName, listing.event.place].filter((part) => part !== null);
    const [lon, lat] = listing.lonLat ?? [];
    const title = [...new Set(place)].join(', ');
    calendar.createEvent({
      id: `${listing.id}@${options.domain}`,
      stamp: options.stamp,
      start: new Date(listing.startsAt),
      end: listing.endsAt === null ? null : new Date(listing.endsAt),
      summary: texts.title,
      description: texts.description,
      url: texts.url,
      status: statusOf(listing.status),
      location: lon === undefined || lat === undefined ? title : { title, geo: { lat, lon } },
    });
  }
  return calendar.toString();
}
