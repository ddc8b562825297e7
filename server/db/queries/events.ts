import { type RawBuilder, sql } from 'kysely';
import type { CultureEvent, EventCategory, EventStatus, OccurrenceChange, Price } from '#core/offer/event.ts';
import { stated } from '../stated.ts';
import type { Collection } from './collection.ts';

/** Columns of an event; in a listing of dates they stand beside those of the date. */
export interface EventRow {
  event_id: string;
  list: string;
  title_lv: string;
  title_en: string | null;
  description_lv: string | null;
  description_en: string | null;
  category: EventCategory;
  audience: readonly string[];
  umbrella_id: string | null;
  event_venue_id: string | null;
  place: string;
  organiser: string | null;
  price_state: Price['state'];
  price_min_euro: number | null;
  price_max_euro: number | null;
  start_local: string;
  duration_minutes: number | null;
  rrule: string | null;
  except_local: readonly string[];
  also_local: readonly string[];
  event_status: EventStatus;
  changes: readonly OccurrenceChange[];
  model_fields: readonly string[];
  url: string | null;
  source: string;
  confidence: string;
  is_model: boolean;
}

const columnsWith = (
  venueId: RawBuilder<unknown>,
) => sql`e.id as event_id, v.list, e.title_lv, e.title_en, e.description_lv,
  e.description_en, e.category, e.audience, e.umbrella_id, ${venueId} as event_venue_id, e.place, e.organiser,
  e.price_state, e.price_min_euro, e.price_max_euro, e.start_local, e.duration_minutes, e.rrule, e.except_local,
  e.also_local, e.status as event_status, e.changes, e.model_fields, e.url, e.source, e.confidence, e.is_model`;

/** An event as its list has it. */
const eventColumns = columnsWith(sql`e.venue_id`);

/** An event with the row that stands for its venue now. */
export const shownEventColumns = columnsWith(sql`coalesce(ea.kept_id, e.venue_id)`);

/** Beside an event `e`, for {@link shownEventColumns}. */
export const joinShownVenue = sql`left join venue_alias ea on ea.alias_id = e.venue_id`;

const toPrice = (row: EventRow): Price =>
  row.price_state === 'priced'
    ? {
        state: 'priced',
        minEuro: stated(row.price_min_euro, `price of ${row.event_id}`),
        maxEuro: stated(row.price_max_euro, `price of ${row.event_id}`),
      }
    : { state: row.price_state };

export const toEvent = (row: EventRow): CultureEvent => ({
  id: row.event_id,
  list: row.list,
  titleLv: row.title_lv,
  titleEn: row.title_en,
  descriptionLv: row.description_lv,
  descriptionEn: row.description_en,
  category: row.category,
  audience: row.audience,
  umbrellaId: row.umbrella_id,
  venueId: row.event_venue_id,
  place: row.place,
  organiser: row.organiser,
  price: toPrice(row),
  rule: {
    startLocal: row.start_local,
    durationMinutes: row.duration_minutes,
    rrule: row.rrule,
    exceptLocal: row.except_local,
    ...(row.also_local.length === 0 ? {} : { alsoLocal: row.also_local }),
  },
  status: row.event_status,
  changes: row.changes,
  modelFields: row.model_fields,
  url: row.url,
  source: row.source,
  confidence: row.confidence,
  isModel: row.is_model,
});

export const eventCollection: Collection<EventRow, CultureEvent> = {
  name: 'events',
  from: sql`event e join dataset_version v on v.id = e.version_id and v.state = 'current'`,
  columns: eventColumns,
  id: sql`e.id`,
  idType: 'text',
  properties: {},
  defaultSort: 'id',
  geometry: null,
  searchText: sql`e.search_text`,
  toItem: toEvent,
};

/** Events as they are shown: at the row that stands for their venue. */
export const shownEventCollection: Collection<EventRow, CultureEvent> = {
  ...eventCollection,
  from: sql`event e join dataset_version v on v.id = e.version_id and v.state = 'current' ${joinShownVenue}`,
  columns: shownEventColumns,
};
