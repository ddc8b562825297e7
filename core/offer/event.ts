import type { Provenance } from '../place/provenance.ts';
import type { LonLat } from '../place/units.ts';

export const eventCategories = [
  'concert',
  'theatre',
  'cinema',
  'exhibition',
  'festival',
  'dance',
  'literature',
  'workshop',
  'children',
  'tradition',
  'heritage',
  'other',
] as const;
export type EventCategory = (typeof eventCategories)[number];

export const eventStatuses = ['scheduled', 'cancelled', 'moved', 'postponed'] as const;
export type EventStatus = (typeof eventStatuses)[number];

export type Price =
  | { readonly state: 'free' }
  | { readonly state: 'priced'; readonly minEuro: number; readonly maxEuro: number }
  | { readonly state: 'not-stated' };

/** When an event happens: wall-clock time of the region, repeated by RFC 5545 rules. */
export interface EventRule {
  /** "2026-07-18T12:00" on the clocks of the region. */
  readonly startLocal: string;
  /** Null when no end is stated. */
  readonly durationMinutes: number | null;
  /** RFC 5545 RRULE without the "RRULE:" prefix, or null for a single date. */
  readonly rrule: string | null;
  /** Local starts left out of the rule. */
  readonly exceptLocal: readonly string[];
  /** Local starts besides those of the rule (RDATE of RFC 5545); none when absent. */
  readonly alsoLocal?: readonly string[];
}

export interface CultureEvent extends Provenance {
  readonly id: string;
  readonly list: string;
  readonly titleLv: string;
  readonly titleEn: string | null;
  readonly descriptionLv: string | null;
  readonly descriptionEn: string | null;
  readonly category: EventCategory;
  readonly audience: readonly string[];
  /** A festival that this event is part of. */
  readonly umbrellaId: string | null;
  readonly venueId: string | null;
  /** Where it happens in words; always given, because not every event has a venue of the list. */
  readonly place: string;
  /** Who holds it; not the venue. Null when not stated. */
  readonly organiser: string | null;
  readonly price: Price;
  readonly rule: EventRule;
  readonly status: EventStatus;
  /** Changes of single dates; a key is the original local start. */
  readonly changes: readonly OccurrenceChange[];
  /** Names of the fields a model filled in ("startTime", "weekday"), for the reader to see. */
  readonly modelFields: readonly string[];
  readonly url: string | null;
}

export interface OccurrenceChange {
  readonly startLocal: string;
  readonly status: EventStatus;
  readonly newStartLocal: string | null;
  readonly newVenueId: string | null;
  readonly note: string | null;
}

/** One date of an event, in instants. */
export interface Occurrence {
  /** `${eventId}_${YYYYMMDD}T${HHMM}` of the original local start: stable when the date is moved. */
  readonly id: string;
  readonly eventId: string;
  /** RFC 3339 with the offset of the region. */
  readonly startsAt: string;
  /** Null when no end is stated; never invented. */
  readonly endsAt: string | null;
  readonly status: EventStatus;
  readonly note: string | null;
  readonly venueId: string | null;
}

/** An occurrence with what a list needs to show it. */
export interface OccurrenceListing extends Occurrence {
  readonly event: CultureEvent;
  readonly venueName: string | null;
  readonly territoryId: string | null;
  readonly lonLat: LonLat | null;
}
