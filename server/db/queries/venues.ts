import { sql } from 'kysely';
import type { MergedVenue, Stated, Venue, VenueKind, VenuePosition, VenueStatus } from '#core/offer/venue.ts';
import { asGeoJson, toLonLat } from '../postgis.ts';
import { stated } from '../stated.ts';
import type { Collection } from './collection.ts';
import { joinPlacement, placedTerritory } from './placement.ts';

interface Row {
  id: string;
  list: string;
  name_lv: string;
  name_en: string | null;
  kind: VenueKind;
  subtype: string | null;
  sectors: readonly string[];
  territory_id: string | null;
  settlement: string | null;
  address: string | null;
  position_state: VenuePosition['state'];
  position_method: string;
  accuracy_metres: number | null;
  position: string | null;
  status: VenueStatus;
  closed_on: string | null;
  capacity: number | null;
  opening_hours: string | null;
  step_free_entrance: Stated;
  accessible_toilet: Stated;
  disabled_parking: Stated;
  hearing_loop: Stated;
  url: string | null;
  note: string | null;
  isil: string | null;
  merged: readonly MergedVenue[] | null;
  source: string;
  confidence: string;
  is_model: boolean;
}

const toPosition = (row: Row): VenuePosition => {
  if (row.position_state === 'missing') return { state: 'missing', reason: row.position_method };
  return {
    state: row.position_state,
    lonLat: stated(toLonLat(row.position), `position of ${row.id}`),
    accuracyMetres: stated(row.accuracy_metres, `accuracy of ${row.id}`),
    method: row.position_method,
  };
};

const toVenue = (row: Row): Venue => ({
  id: row.id,
  list: row.list,
  nameLv: row.name_lv,
  nameEn: row.name_en,
  kind: row.kind,
  subtype: row.subtype,
  sectors: row.sectors,
  territoryId: row.territory_id,
  settlement: row.settlement,
  address: row.address,
  position: toPosition(row),
  status: row.status,
  closedOn: row.closed_on,
  capacity: row.capacity,
  openingHours: row.opening_hours,
  physicalAccess: {
    stepFreeEntrance: row.step_free_entrance,
    accessibleToilet: row.accessible_toilet,
    disabledParking: row.disabled_parking,
    hearingLoop: row.hearing_loop,
  },
  url: row.url,
  note: row.note,
  ...(row.isil === null ? {} : { isil: row.isil }),
  ...(row.merged === null ? {} : { merged: row.merged }),
  source: row.source,
  confidence: row.confidence,
  isModel: row.is_model,
});

/**
 * Beside a venue `t`: the current rows for which it stands, as JSON; null where there are none. Reckoned once for all
 * venues, and not again for each.
 */
const joinMerged = sql`left join (
  with merged as materialized (
    select a.kept_id,
      json_agg(json_build_object('id', o.id, 'list', w.list, 'nameLv', o.name_lv, 'source', o.source)
        order by w.list collate "C", o.id collate "C") as merged
    from venue_alias a
    join venue o on o.id = a.alias_id
    join dataset_version w on w.id = o.version_id and w.state = 'current'
    group by a.kept_id)
  select kept_id, merged from merged
) m on m.kept_id = t.id`;

/** Every row of the current lists, those that others stand for included. */
export const everyVenueCollection: Collection<Row, Venue> = {
  name: 'venues',
  from: sql`venue t join dataset_version v on v.id = t.version_id and v.state = 'current' ${joinPlacement}
    ${joinMerged}`,
  columns: sql`t.id, v.list, t.name_lv, t.name_en, t.kind, t.subtype, t.sectors, ${placedTerritory} as territory_id, t.settlement,
    t.address, t.position_state, t.position_method, t.accuracy_metres, ${asGeoJson('t.geom_4326')} as position,
    t.status, t.closed_on, t.capacity, t.opening_hours, t.step_free_entrance, t.accessible_toilet,
    t.disabled_parking, t.hearing_loop, t.url, t.note, t.isil, t.source, t.confidence, t.is_model, m.merged`,
  id: sql`t.id`,
  idType: 'text',
  properties: {
    id: { sql: sql`t.id`, type: 'text' },
    list: { sql: sql`v.list`, type: 'text' },
    nameLv: { sql: sql`t.name_lv`, type: 'text', sortSql: sql`t.sort_key` },
    nameEn: { sql: sql`t.name_en`, type: 'text' },
    kind: { sql: sql`t.kind`, type: 'text' },
    subtype: { sql: sql`t.subtype`, type: 'text' },
    sectors: { sql: sql`t.sectors`, type: 'list' },
    territoryId: { sql: placedTerritory, type: 'text', isUnit: true },
    settlement: { sql: sql`t.settlement`, type: 'text' },
    positionState: { sql: sql`t.position_state`, type: 'text' },
    status: { sql: sql`t.status`, type: 'text' },
    closedOn: { sql: sql`t.closed_on`, type: 'text' },
    capacity: { sql: sql`t.capacity`, type: 'number' },
    stepFreeEntrance: { sql: sql`t.step_free_entrance`, type: 'text' },
    accessibleToilet: { sql: sql`t.accessible_toilet`, type: 'text' },
    disabledParking: { sql: sql`t.disabled_parking`, type: 'text' },
    hearingLoop: { sql: sql`t.hearing_loop`, type: 'text' },
    isModel: { sql: sql`t.is_model`, type: 'text' },
  },
  defaultSort: 'nameLv',
  geometry: sql`t.geom_4326`,
  searchText: sql`t.search_text`,
  toItem: toVenue,
};

/** Places: rows that somebody judged to be the same place as another are hidden behind that one. */
export const venueCollection: Collection<Row, Venue> = {
  ...everyVenueCollection,
  from: sql`(
      select t.* from venue t left join venue_alias a on a.alias_id = t.id where a.alias_id is null
    ) t join dataset_version v on v.id = t.version_id and v.state = 'current' ${joinPlacement}
    ${joinMerged}`,
};
