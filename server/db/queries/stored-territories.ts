import { type Kysely, sql } from 'kysely';
import type { Territory, TerritoryKind } from '#core/place/territory.ts';
import { asGeoJson, toGeometry, toLonLat } from '../postgis.ts';
import { stated } from '../stated.ts';
import type { Tables } from '../tables/index.ts';
import { type PopulationColumns, toPopulation } from './population.ts';

interface Row extends PopulationColumns {
  id: string;
  kind: TerritoryKind;
  name_lv: string;
  name_en: string;
  parents: Territory['parents'];
  atvk_2009: string | null;
  atvk_2021: string | null;
  atvk_2021_is_inferred: boolean;
  valid_from: string;
  valid_to: string | null;
  area_km2_official: number | null;
  centre_name: string | null;
  centre: string | null;
  geometry: string | null;
  screen: string | null;
  screen_tolerance_metres: number | null;
  source: string;
  confidence: string;
  is_model: boolean;
}

const toStored = (row: Row): Territory => {
  const screen = toGeometry(row.screen);
  return {
    id: row.id,
    kind: row.kind,
    nameLv: row.name_lv,
    nameEn: row.name_en,
    parents: row.parents,
    atvk2009: row.atvk_2009,
    atvk2021: row.atvk_2021,
    atvk2021IsInferred: row.atvk_2021_is_inferred,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    areaKm2Official: row.area_km2_official,
    centreName: row.centre_name,
    centre: toLonLat(row.centre),
    population: toPopulation(row),
    geometry: toGeometry(row.geometry),
    screen:
      screen === null
        ? null
        : { geometry: screen, toleranceMetres: stated(row.screen_tolerance_metres, 'tolerance') },
    source: row.source,
    confidence: row.confidence,
    isModel: row.is_model,
  };
};

/**
 * The rows of the current territories as they were written, with both outlines and without what other datasets say
 * of them: to be carried on into the next version.
 */
export const readStoredTerritories = async (db: Kysely<Tables>): Promise<readonly Territory[]> => {
  const { rows } = await sql<Row>`
    select t.id, t.kind, t.name_lv, t.name_en, t.atvk_2009, t.atvk_2021, t.atvk_2021_is_inferred, t.valid_from,
      t.valid_to, t.area_km2_official, t.centre_name, ${asGeoJson('t.centre_geom_4326')} as centre,
      ${asGeoJson('t.geom_4326')} as geometry, ${asGeoJson('t.geom_screen_4326')} as screen,
      t.screen_tolerance_metres, t.population_people, t.population_year, t.population_series,
      t.population_source, t.source, t.confidence, t.is_model,
      (select coalesce(json_agg(json_build_object('id', p.parent_id, 'validFrom', p.valid_from, 'validTo', p.valid_to)
          order by p.valid_from, p.parent_id), '[]'::json)
        from territory_parent p where p.version_id = t.version_id and p.territory_id = t.id) as parents
    from territory t join dataset_version v on v.id = t.version_id and v.state = 'current'
    order by t.id collate "C"`.execute(db);
  return rows.map(toStored);
};
