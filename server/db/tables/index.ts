import { address } from './address.ts';
import type { RowOf } from './column.ts';
import { datasetVersion } from './dataset-version.ts';
import { figure } from './figure.ts';
import { event, occurrence, venue, venueAlias, venueApart, venueMatch } from './offer.ts';
import { landcover, populationCell, settlement, territory, territoryParent } from './place.ts';
import { placement } from './placement.ts';
import { territoryPopulation } from './population.ts';
import { streetEdge } from './street.ts';
import { surveyResult } from './survey.ts';
import { territoryCode } from './territory-code.ts';
import { travelColumn, versionFile } from './travel.ts';

/** Every table of ours, by its name in the database. */
export const tables = {
  dataset_version: datasetVersion,
  territory,
  territory_parent: territoryParent,
  settlement,
  population_cell: populationCell,
  address,
  placement,
  territory_population: territoryPopulation,
  territory_code: territoryCode,
  venue,
  venue_match: venueMatch,
  venue_apart: venueApart,
  venue_alias: venueAlias,
  event,
  occurrence,
  street_edge: streetEdge,
  version_file: versionFile,
  travel_column: travelColumn,
  landcover,
  survey_result: surveyResult,
  figure,
};

/** The schema as Kysely reads it. */
export type Tables = { readonly [K in keyof typeof tables]: RowOf<(typeof tables)[K]> };
