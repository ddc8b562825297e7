import { sql } from 'kysely';
import type { EventStatus, OccurrenceListing } from '#core/offer/event.ts';
import { localTime } from '#core/offer/local-time.ts';
import { asGeoJson, toLonLat } from '../postgis.ts';
import type { Collection } from './collection.ts';
import { type EventRow, joinShownVenue, shownEventColumns, toEvent } from './events.ts';
import { joinPlacement, placedTerritory } from './placement.ts';

interface Row extends EventRow {
  id: string;
  starts_at: string;
  ends_at: string | null;
  status: EventStatus;
  occurrence_note: string | null;
  venue_id: string | null;
  venue_name: string | null;
  territory_id: string | null;
  position: string | null;
}

const toListing = (row: Row): OccurrenceListing => ({
  id: row.id,
  eventId: row.event_id,
  startsAt: localTime(row.starts_at),
  endsAt: row.ends_at === null ? null : localTime(row.ends_at),
  status: row.status,
  note: row.occurrence_note,
  venueId: row.venue_id,
  event: toEvent(row),
  venueName: row.venue_name,
  territoryId: row.territory_id,
  lonLat: toLonLat(row.position),
});

/** Dates of events, each with its event and the venue of that date: the row that stands for it now. */
export const occurrenceCollection: Collection<Row, OccurrenceListing> = {
  name: 'events',
  from: sql`occurrence t
    join dataset_version v on v.id = t.version_id and v.state = 'current'
    join event e on e.version_id = t.version_id and e.id = t.event_id
    ${joinShownVenue}
    left join venue_alias a on a.alias_id = t.venue_id
    left join (
      select t.id, t.name_lv, t.geom_4326, t.search_text, ${placedTerritory} as territory_id
      from venue t join dataset_version w on w.id = t.version_id and w.state = 'current' ${joinPlacement}
    ) p on p.id = coalesce(a.kept_id, t.venue_id)`,
  columns: sql`t.id, t.starts_at, t.ends_at, t.status, t.note as occurrence_note,
    coalesce(a.kept_id, t.venue_id) as venue_id,
    p.name_lv as venue_name, p.territory_id, ${asGeoJson('p.geom_4326')} as position, ${shownEventColumns}`,
  id: sql`t.id`,
  idType: 'text',
  properties: {
    id: { sql: sql`t.id`, type: 'text' },
    event: { sql: sql`t.event_id`, type: 'text' },
    eventId: { sql: sql`t.event_id`, type: 'text' },
    list: { sql: sql`v.list`, type: 'text' },
    startsAt: { sql: sql`t.starts_at`, type: 'instant' },
    endsAt: { sql: sql`t.ends_at`, type: 'instant' },
    titleLv: { sql: sql`e.title_lv`, type: 'text', sortSql: sql`e.sort_key` },
    category: { sql: sql`e.category`, type: 'text' },
    audience: { sql: sql`e.audience`, type: 'list' },
    umbrellaId: { sql: sql`e.umbrella_id`, type: 'text' },
    organiser: { sql: sql`e.organiser`, type: 'text' },
    price: { sql: sql`e.price_state`, type: 'text' },
    status: { sql: sql`t.status`, type: 'text' },
    venueId: { sql: sql`coalesce(a.kept_id, t.venue_id)`, type: 'text' },
    territoryId: { sql: sql`p.territory_id`, type: 'text', isUnit: true },
    isModel: { sql: sql`e.is_model`, type: 'text' },
  },
  defaultSort: 'startsAt',
  geometry: sql`p.geom_4326`,
  during: (from, to) =>
    sql`(${to === null ? sql`true` : sql`t.starts_at <= ${to}::timestamptz`}
      and ${from === null ? sql`true` : sql`coalesce(t.ends_at, t.starts_at) >= ${from}::timestamptz`})`,
  searchText: sql`(e.search_text || ' ' || coalesce(p.search_text, ''))`,
  toItem: toListing,
};
