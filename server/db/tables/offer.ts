import type { EventCategory, EventStatus, OccurrenceChange, Price } from '#core/offer/event.ts';
import type { Stated, VenueKind, VenuePosition, VenueStatus } from '#core/offer/venue.ts';
import { geometry, instant, integer, jsonb, nullable, real, text, texts } from './column.ts';
import { imported, named } from './provenance.ts';

export const venue = {
  ...imported,
  ...named,
  name_lv: text(),
  name_en: nullable(text()),
  kind: text<VenueKind>(),
  subtype: nullable(text()),
  sectors: texts(),
  territory_id: nullable(text()),
  settlement: nullable(text()),
  address: nullable(text()),
  position_state: text<VenuePosition['state']>(),
  /** How the point was found or, for a missing one, why there is none. */
  position_method: text(),
  accuracy_metres: nullable(real()),
  geom_4326: nullable(geometry()),
  status: text<VenueStatus>(),
  closed_on: nullable(text()),
  capacity: nullable(integer()),
  opening_hours: nullable(text()),
  step_free_entrance: text<Stated>(),
  accessible_toilet: text<Stated>(),
  disabled_parking: text<Stated>(),
  hearing_loop: text<Stated>(),
  url: nullable(text()),
  note: nullable(text()),
  isil: nullable(text()),
};

/** Rows that are one place by decision of a person: the first by rank that is current stands for all of a place. */
export const venueMatch = {
  version_id: integer(),
  place: integer(),
  rank: integer(),
  venue_id: text(),
  list: text(),
  name_lv: text(),
};

/** Ids that lead to another row now; the database keeps it true whenever a version comes or goes. */
export const venueAlias = { alias_id: text(), kept_id: text() };

/** Pairs that are two places by decision of a person, the smaller id first. */
export const venueApart = {
  version_id: integer(),
  venue_id: text(),
  other_id: text(),
  list: text(),
  other_list: text(),
  name_lv: text(),
  other_name_lv: text(),
};

export const event = {
  ...imported,
  ...named,
  title_lv: text(),
  title_en: nullable(text()),
  description_lv: nullable(text()),
  description_en: nullable(text()),
  category: text<EventCategory>(),
  audience: texts(),
  umbrella_id: nullable(text()),
  venue_id: nullable(text()),
  place: text(),
  organiser: nullable(text()),
  price_state: text<Price['state']>(),
  price_min_euro: nullable(real()),
  price_max_euro: nullable(real()),
  start_local: text(),
  duration_minutes: nullable(integer()),
  rrule: nullable(text()),
  except_local: texts(),
  also_local: texts(),
  status: text<EventStatus>(),
  changes: jsonb<readonly OccurrenceChange[]>(),
  model_fields: texts(),
  url: nullable(text()),
};

/** Dates of events, laid out for a rolling stretch of time; `version_id` is the event's. */
export const occurrence = {
  version_id: integer(),
  id: text(),
  event_id: text(),
  starts_at: instant(),
  ends_at: nullable(instant()),
  status: text<EventStatus>(),
  note: nullable(text()),
  venue_id: nullable(text()),
};
