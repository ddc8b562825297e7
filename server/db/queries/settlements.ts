import { sql } from 'kysely';
import type { Settlement } from '#core/place/territory.ts';
import { asGeoJson, toLonLat } from '../postgis.ts';
import type { Collection } from './collection.ts';
import { joinPlacement, placedTerritory } from './placement.ts';
import { type PopulationColumns, toPopulation } from './population.ts';

interface Row extends PopulationColumns {
  id: string;
  name_lv: string;
  kind: string;
  territory_id: string | null;
  position: string | null;
  position_quality: string | null;
  source: string;
  confidence: string;
  is_model: boolean;
}

const toSettlement = (row: Row): Settlement => ({
  id: row.id,
  nameLv: row.name_lv,
  kind: row.kind,
  territoryId: row.territory_id,
  position: toLonLat(row.position),
  positionQuality: row.position_quality,
  population: toPopulation(row),
  source: row.source,
  confidence: row.confidence,
  isModel: row.is_model,
});

export const settlementCollection: Collection<Row, Settlement> = {
  name: 'settlements',
  from: sql`settlement t join dataset_version v on v.id = t.version_id and v.state = 'current' ${joinPlacement}`,
  columns: sql`t.id, t.name_lv, t.kind, ${placedTerritory} as territory_id, ${asGeoJson('t.geom_4326')} as position,
    t.position_quality, t.population_people, t.population_year, t.population_series, t.population_source,
    t.source, t.confidence, t.is_model`,
  id: sql`t.id`,
  idType: 'text',
  properties: {
    id: { sql: sql`t.id`, type: 'text' },
    nameLv: { sql: sql`t.name_lv`, type: 'text', sortSql: sql`t.sort_key` },
    kind: { sql: sql`t.kind`, type: 'text' },
    territoryId: { sql: placedTerritory, type: 'text', isUnit: true },
    people: { sql: sql`t.population_people`, type: 'number' },
    isModel: { sql: sql`t.is_model`, type: 'text' },
  },
  defaultSort: 'nameLv',
  geometry: sql`t.geom_4326`,
  searchText: sql`t.search_text`,
  toItem: toSettlement,
};
