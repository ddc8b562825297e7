import { sql } from 'kysely';
import type { PopulationCell } from '#core/place/territory.ts';
import { asGeoJson, toLonLat, toRing } from '../postgis.ts';
import { stated } from '../stated.ts';
import type { Collection } from './collection.ts';
import { joinPlacement, placedTerritory } from './placement.ts';

interface Row {
  id: string;
  territory_id: string | null;
  is_beyond: boolean;
  people: number;
  small_counts: number;
  nearest_settlement: string;
  centre: string;
  outline: string | null;
  source: string;
  confidence: string;
  is_model: boolean;
}

const toCell = (row: Row): PopulationCell => ({
  id: row.id,
  territoryId: row.territory_id,
  ...(row.is_beyond ? { isBeyond: true } : {}),
  people: row.people,
  ...(row.small_counts === 0 ? {} : { smallCounts: row.small_counts }),
  nearestSettlement: row.nearest_settlement,
  centre: stated(toLonLat(row.centre), `centre of ${row.id}`),
  ...(row.outline === null ? {} : { ring: toRing(row.outline) }),
  source: row.source,
  confidence: row.confidence,
  isModel: row.is_model,
});

/** Found by the outline, not by its centre: a cell that a box only touches belongs to the answer. */
export const cellCollection: Collection<Row, PopulationCell> = {
  name: 'population',
  from: sql`population_cell t join dataset_version v on v.id = t.version_id and v.state = 'current' ${joinPlacement}`,
  columns: sql`t.id, ${placedTerritory} as territory_id,
    pl.how is not distinct from 'outside' as is_beyond, t.people, t.small_counts, t.nearest_settlement,
    ${asGeoJson('t.centre_geom_4326')} as centre,
    case when t.id ~ '^(1km|100m)X' then null else ${asGeoJson('t.geom_4326')} end as outline,
    t.source, t.confidence, t.is_model`,
  id: sql`t.id`,
  idType: 'text',
  properties: {
    id: { sql: sql`t.id`, type: 'text' },
    territoryId: { sql: placedTerritory, type: 'text', isUnit: true },
    people: { sql: sql`t.people`, type: 'number' },
    nearestSettlement: { sql: sql`t.nearest_settlement`, type: 'text' },
    isModel: { sql: sql`t.is_model`, type: 'text' },
  },
  defaultSort: 'id',
  geometry: sql`t.geom_4326`,
  searchText: sql`t.search_text`,
  toItem: toCell,
};
