import { integer, nullable, text } from './column.ts';

/**
 * How the unit of a row was found: its point lies in it; the source states it; it is the nearest one within
 * the tolerance. Without one: the point lies in a neighbour, outside everything known, or is not known.
 */
export type PlacedBy = 'point' | 'stated' | 'nearest' | 'neighbour' | 'outside' | 'unknown';

/** The town or parish of each venue, settlement and cell on one version of the territories. */
export const placement = {
  territories_version: integer(),
  version_id: integer(),
  row_id: text(),
  territory_id: nullable(text()),
  how: text<PlacedBy>(),
};
