import type { TerritoryProperties } from '#core/contract/features/territory.ts';
import type { Population, Territory } from '#core/place/territory.ts';
import { toHistory } from './population-history.ts';

export const toPopulation = (population: Population | null) => ({
  people: population?.people ?? null,
  peopleYear: population?.year ?? null,
  peopleSeries: population?.series ?? null,
  peopleSource: population?.source ?? null,
});

export const toTerritory = (row: Territory): TerritoryProperties => ({
  kind: row.kind,
  nameLv: row.nameLv,
  nameEn: row.nameEn,
  parentId: row.parents.findLast((parent) => parent.validTo === null)?.id ?? null,
  parentIds: row.parents.map((parent) => parent.id),
  atvk2009: row.atvk2009,
  atvk2021: row.atvk2021,
  atvk2021IsInferred: row.atvk2021IsInferred,
  validFrom: row.validFrom,
  validTo: row.validTo,
  areaKm2Official: row.areaKm2Official,
  outlineToleranceMetres: row.toleranceMetres ?? null,
  centreName: row.centreName,
  centreLongitudeDegrees: row.centre?.[0] ?? null,
  centreLatitudeDegrees: row.centre?.[1] ?? null,
  ...toPopulation(row.population),
  ...toHistory(row.history),
  source: row.source,
  confidence: row.confidence,
  isModel: row.isModel,
});
