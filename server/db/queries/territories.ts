import { type RawBuilder, sql } from 'kysely';
import { type NamedBorders, nameOfWhole, unitKinds } from '#core/place/region.ts';
import { regionTimeZone } from '#core/place/region-clock.ts';
import type { Territory, TerritoryKind } from '#core/place/territory.ts';
import { asGeoJson, toGeometry, toLonLat } from '../postgis.ts';
import type { Collection } from './collection.ts';
import { type PopulationColumns, toPopulation } from './population.ts';
import {
  type HistoryColumns,
  historyColumns,
  newestCount,
  shownColumns,
  toHistory,
} from './shown-population.ts';
import { classifiedCode } from './territory-codes.ts';

interface Row extends PopulationColumns, HistoryColumns {
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
  tolerance_metres: number | null;
  source: string;
  confidence: string;
  is_model: boolean;
}

const toTerritory = (row: Row): Territory => ({
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
  ...toHistory(row),
  geometry: toGeometry(row.geometry),
  ...(row.tolerance_metres === null ? {} : { toleranceMetres: row.tolerance_metres }),
  source: row.source,
  confidence: row.confidence,
  isModel: row.is_model,
});

/** Municipalities of a unit as they were known on a day: what ends later had no end then. */
const parentsOn = (day: string | null) => sql`(
  select coalesce(json_agg(json_build_object('id', p.parent_id, 'validFrom', p.valid_from,
      'validTo', case when p.valid_to >= ${day}::date then null else p.valid_to end)
    order by p.valid_from, p.parent_id), '[]'::json)
  from territory_parent p where p.version_id = t.version_id and p.territory_id = t.id
    and (${day}::date is null or p.valid_from <= ${day}::date))`;

const parentIds = sql`array(
  select p.parent_id from territory_parent p where p.version_id = t.version_id and p.territory_id = t.id)`;

/** Days are meant as days in the region. */
const day = (instant: string) => sql`(${instant}::timestamptz at time zone ${regionTimeZone()}::text)::date`;

/** The code that the classifier gives, where it was brought, takes the place of one that is only inferred. */
const code2021 = sql`coalesce(k.code, t.atvk_2021)`;

/** A list draws many units and takes the lighter outlines where there are any; one unit alone comes with its full one. */
type TerritoryShape = 'screen' | 'full';
const shapes: Readonly<Record<TerritoryShape, RawBuilder<unknown>>> = {
  screen: sql`ST_AsGeoJSON(coalesce(t.geom_screen_4326, t.geom_4326), 15) as geometry,
    t.screen_tolerance_metres as tolerance_metres`,
  full: sql`${asGeoJson('t.geom_4326')} as geometry, null::float8 as tolerance_metres`,
};

const territoryColumns = (
  kind: RawBuilder<unknown>,
  day: string | null,
  shape: TerritoryShape,
) => sql`t.id, ${kind} as kind, t.name_lv, t.name_en, ${parentsOn(day)} as parents, t.atvk_2009,
    ${code2021} as atvk_2021, t.atvk_2021_is_inferred and k.code is null as atvk_2021_is_inferred, t.valid_from, t.valid_to, t.area_km2_official, t.centre_name,
    ${asGeoJson('t.centre_geom_4326')} as centre, ${shapes[shape]},
    ${shownColumns}, ${historyColumns},
    t.source || coalesce('; code since 2021: ' || k.title, '') as source, t.confidence, t.is_model`;

export const territoryCollection: Collection<Row, Territory> = {
  name: 'territories',
  from: sql`territory t join dataset_version v on v.id = t.version_id and v.state = 'current'
    left join lateral ${newestCount} as c on true left join lateral ${classifiedCode} as k on true`,
  columns: territoryColumns(sql`t.kind`, null, 'screen'),
  id: sql`t.id`,
  idType: 'text',
  properties: {
    id: { sql: sql`t.id`, type: 'text' },
    kind: { sql: sql`t.kind`, type: 'text' },
    nameLv: { sql: sql`t.name_lv`, type: 'text', sortSql: sql`t.sort_key` },
    nameEn: { sql: sql`t.name_en`, type: 'text' },
    parent: { sql: parentIds, type: 'list' },
    atvk2009: { sql: sql`t.atvk_2009`, type: 'text' },
    atvk2021: { sql: code2021, type: 'text' },
    validFrom: { sql: sql`t.valid_from`, type: 'text' },
    validTo: { sql: sql`t.valid_to`, type: 'text' },
    areaKm2Official: { sql: sql`t.area_km2_official`, type: 'number' },
    people: { sql: sql`coalesce(c.people, t.population_people)`, type: 'number' },
    isModel: { sql: sql`t.is_model`, type: 'text' },
  },
  defaultSort: 'nameLv',
  geometry: sql`t.geom_4326`,
  during: (from, to) =>
    sql`(${to === null ? sql`true` : sql`t.valid_from <= ${day(to)}`}
      and ${from === null ? sql`true` : sql`(t.valid_to is null or t.valid_to >= ${day(from)})`})`,
  searchText: sql`t.search_text`,
  toItem: toTerritory,
};

/**
 * The territories as one region sees them: a town or parish that is not a unit of it on the day of its borders
 * is a neighbour, drawn for context and never counted; the whole is called as the region is.
 */
export const territoriesSeenFrom = (
  region: NamedBorders,
  shape: TerritoryShape = 'screen',
): Collection<Row, Territory> => {
  const { municipalityId, asOf, levels } = region;
  const isNow = asOf == null;
  const holds = (begin: string, end: string) =>
    isNow
      ? sql`${sql.ref(end)} is null`
      : sql`${sql.ref(begin)} <= ${asOf}::date and coalesce(${sql.ref(end)}, ${asOf}::date) >= ${asOf}::date`;
  const kind = sql`case when t.kind not in ('town', 'parish') then t.kind
    when t.kind = any(${[...(levels ?? unitKinds)]}::text[]) and ${holds('t.valid_from', 't.valid_to')}
      and exists (
        select 1 from territory_parent p where p.version_id = t.version_id and p.territory_id = t.id
          and p.parent_id = ${municipalityId} and ${holds('p.valid_from', 'p.valid_to')}
      ) then t.kind
    else 'neighbour' end`;
  return {
    ...territoryCollection,
    columns: territoryColumns(kind, asOf ?? null, shape),
    properties: { ...territoryCollection.properties, kind: { sql: kind, type: 'text' } },
    toItem: (row) => {
      const territory = toTerritory(row);
      return row.id === municipalityId ? { ...territory, ...nameOfWhole(region, territory) } : territory;
    },
  };
};

/** The same with full outlines, as they are stored. */
export const withFullOutlines = (borders: NamedBorders | null): Collection<Row, Territory> =>
  borders === null
    ? { ...territoryCollection, columns: territoryColumns(sql`t.kind`, null, 'full') }
    : territoriesSeenFrom(borders, 'full');
