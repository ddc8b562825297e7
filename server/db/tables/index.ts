import type { RowOf } from './column.ts';
import { datasetVersion } from './dataset-version.ts';
import { figure } from './figure.ts';
import { event, occurrence, venue } from './offer.ts';
import { landcover, populationCell, settlement, territory, territoryParent } from './place.ts';
import { streetEdge, streetNetwork, streetNode } from './street.ts';

/** Every table of ours, by its name in the database. */
export const tables = {
  dataset_version: datasetVersion,
  territory,
  territory_parent: territoryParent,
  settlement,
  population_cell: populationCell,
  venue,
  event,
  occurrence,
  street_network: streetNetwork,
  street_node: streetNode,
  street_edge: streetEdge,
  landcover,
  figure,
};

/** The schema as Kysely reads it. */
export type Tables = { readonly [K in keyof typeof tables]: RowOf<(typeof tables)[K]> };
