import type { TerritoryKind } from '#core/place/territory.ts';
import { date, flag, geometry, integer, nullable, real, text } from './column.ts';
import { imported, named } from './provenance.ts';

const population = {
  population_people: nullable(integer()),
  population_year: nullable(text()),
  population_series: nullable(text()),
  population_source: nullable(text()),
};

export const territory = {
  ...imported,
  ...named,
  ...population,
  kind: text<TerritoryKind>(),
  name_lv: text(),
  name_en: text(),
  atvk_2009: nullable(text()),
  atvk_2021: nullable(text()),
  atvk_2021_is_inferred: flag(),
  valid_from: date(),
  valid_to: nullable(date()),
  area_km2_official: nullable(real()),
  centre_name: nullable(text()),
  centre_geom_4326: nullable(geometry()),
  geom_4326: nullable(geometry()),
  /** Simplified for the screen, and by how much at most. */
  geom_screen_4326: nullable(geometry()),
  screen_tolerance_metres: nullable(real()),
};

/** Which municipality a unit belonged to, and when. */
export const territoryParent = {
  version_id: integer(),
  territory_id: text(),
  parent_id: text(),
  valid_from: date(),
  valid_to: nullable(date()),
};

export const settlement = {
  ...imported,
  ...named,
  ...population,
  name_lv: text(),
  kind: text(),
  territory_id: nullable(text()),
  position_quality: nullable(text()),
  geom_4326: nullable(geometry()),
};

export const populationCell = {
  ...imported,
  territory_id: nullable(text()),
  people: real(),
  small_counts: integer(),
  nearest_settlement: text(),
  search_text: text(),
  centre_geom_4326: geometry(),
  /** The outline: a square, a hexagon. */
  geom_4326: geometry(),
};

export const landcover = { ...imported, kind: text(), geom_4326: geometry() };
