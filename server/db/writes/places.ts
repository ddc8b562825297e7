import type { Insertable, Kysely } from 'kysely';
import { fold, latvianSortKey } from '#core/language/fold.ts';
import type { LandcoverArea } from '#core/place/landcover.ts';
import type { Provenance } from '#core/place/provenance.ts';
import type { Population, Settlement, Territory } from '#core/place/territory.ts';
import { fromGeoJson, fromLonLat } from '../postgis.ts';
import type { Tables } from '../tables/index.ts';
import { batches } from './batches.ts';

type Db = Kysely<Tables>;

export const provenanceColumns = (fact: Provenance) => ({
  source: fact.source,
  confidence: fact.confidence,
  is_model: fact.isModel,
});

/** @param words everything by which a person might look for it. */
export const nameColumns = (name: string, words: readonly (string | null)[]) => ({
  search_text: fold([name, ...words.filter((word) => word !== null)].join(' ')),
  sort_key: latvianSortKey(name),
});

const populationColumns = (population: Population | null) => ({
  population_people: population?.people ?? null,
  population_year: population?.year ?? null,
  population_series: population?.series ?? null,
  population_source: population?.source ?? null,
});

const territoryRow = (version_id: number, territory: Territory) => ({
  version_id,
  id: territory.id,
  kind: territory.kind,
  name_lv: territory.nameLv,
  name_en: territory.nameEn,
  atvk_2009: territory.atvk2009,
  atvk_2021: territory.atvk2021,
  atvk_2021_is_inferred: territory.atvk2021IsInferred,
  valid_from: territory.validFrom,
  valid_to: territory.validTo,
  area_km2_official: territory.areaKm2Official,
  centre_name: territory.centreName,
  centre_geom_4326: territory.centre === null ? null : fromLonLat(territory.centre),
  geom_4326: territory.geometry === null ? null : fromGeoJson(territory.geometry),
  geom_screen_4326: territory.screen == null ? null : fromGeoJson(territory.screen.geometry),
  screen_tolerance_metres: territory.screen?.toleranceMetres ?? null,
  ...provenanceColumns(territory),
  ...nameColumns(territory.nameLv, [territory.nameEn, territory.centreName]),
  ...populationColumns(territory.population),
});

const parentRows = (version_id: number, territory: Territory): Insertable<Tables['territory_parent']>[] =>
  territory.parents.map((parent) => ({
    version_id,
    territory_id: territory.id,
    parent_id: parent.id,
    valid_from: parent.validFrom,
    valid_to: parent.validTo,
  }));

export const writeTerritories = async (
  db: Db,
  version: number,
  rows: readonly Territory[],
): Promise<void> => {
  for (const batch of batches(rows.map((row) => territoryRow(version, row)))) {
    await db.insertInto('territory').values(batch).execute();
  }
  for (const batch of batches(rows.flatMap((row) => parentRows(version, row)))) {
    await db.insertInto('territory_parent').values(batch).execute();
  }
};

const settlementRow = (version_id: number, settlement: Settlement) => ({
  version_id,
  id: settlement.id,
  name_lv: settlement.nameLv,
  kind: settlement.kind,
  territory_id: settlement.territoryId,
  position_quality: settlement.positionQuality,
  geom_4326: settlement.position === null ? null : fromLonLat(settlement.position),
  ...provenanceColumns(settlement),
  ...nameColumns(settlement.nameLv, []),
  ...populationColumns(settlement.population),
});

export const writeSettlements = async (
  db: Db,
  version: number,
  rows: readonly Settlement[],
): Promise<void> => {
  for (const batch of batches(rows.map((row) => settlementRow(version, row)))) {
    await db.insertInto('settlement').values(batch).execute();
  }
};

const landcoverRow = (version_id: number, area: LandcoverArea) => ({
  version_id,
  id: area.id,
  kind: area.kind,
  geom_4326: fromGeoJson(area.geometry),
  ...provenanceColumns(area),
});

export const writeLandcover = async (
  db: Db,
  version: number,
  rows: readonly LandcoverArea[],
): Promise<void> => {
  for (const batch of batches(rows.map((row) => landcoverRow(version, row)))) {
    await db.insertInto('landcover').values(batch).execute();
  }
};
