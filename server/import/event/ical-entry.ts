import type { Findings } from '#core/findings.ts';
import type { EventStatus } from '#core/offer/event.ts';
import type { LonLat } from '#core/place/units.ts';
import type { Faults } from '../format/faults.ts';
import { type Component, propertyOf, textOf } from './ical-components.ts';
import type { PlaceFinder } from './ical-places.ts';
import type { Stretch } from './ical-rule.ts';
import type { ZoneFinder } from './ical-zones.ts';

/** What entries of a calendar are read against. */
export interface CalendarSurroundings {
  readonly list: string;
  readonly source: string;
  readonly stretch: Stretch;
  readonly zones: ZoneFinder;
  readonly findPlace: PlaceFinder;
  /** Our own calendars write "postponed" as tentative. */
  readonly isOurs: boolean;
  /** `METHOD:CANCEL` calls off everything in the file. */
  readonly isCancelled: boolean;
  readonly faults: Faults;
  readonly findings: Findings;
}

/** Entries of one UID: the event, and its dates that were changed one by one. */
export interface Series {
  readonly uid: string;
  readonly master: Component;
  readonly overrides: readonly Component[];
}

/** What becomes of an entry, or of one date of it. */
export const statusOf = (
  entry: Component,
  { isOurs, isCancelled, findings }: CalendarSurroundings,
): EventStatus => {
  const status = textOf(entry, 'status').toUpperCase();
  if (isCancelled || status === 'CANCELLED') return 'cancelled';
  if (status !== 'TENTATIVE') return 'scheduled';
  if (isOurs) return 'postponed';
  findings.add({ code: 'not-certain', row: entry.line, field: 'STATUS', values: {} });
  return 'scheduled';
};

const geoOf = (entry: Component): LonLat | null => {
  const [lat, lon] = (propertyOf(entry, 'geo')?.raw ?? '').split(';').map(Number);
  return lat !== undefined && lon !== undefined && Number.isFinite(lat) && Number.isFinite(lon)
    ? [lon, lat]
    : null;
};

/** The venue that an entry means; what is not certain is said and left to a person. */
export const venueOf = (entry: Component, { findPlace, findings }: CalendarSurroundings): string | null => {
  const location = textOf(entry, 'location');
  const found = findPlace(location, geoOf(entry));
  if (found.state === 'found') return found.id;
  const row = propertyOf(entry, 'location')?.line ?? entry.line;
  if (found.state === 'suggested') {
    const { id, name } = found;
    findings.add({ code: 'place-suggested', row, field: 'LOCATION', values: { location, id, name } });
  } else if (location === '') findings.add({ code: 'place-not-stated', row, field: 'LOCATION', values: {} });
  else findings.add({ code: 'place-unknown', row, field: 'LOCATION', values: { location } });
  return null;
};
