import { type Kysely, sql } from 'kysely';
import { type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import type { NamedBorders } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import type { Data } from '../../context.ts';
import type { Tables } from '../tables/index.ts';
import { readAddressIndexes } from './addresses.ts';
import { cellCollection } from './cells.ts';
import { shownEventCollection } from './events.ts';
import { readJson } from './files.ts';
import { getItem, listItems } from './items.ts';
import { landcoverCollection } from './landcover.ts';
import { atKeptVenue, keptIdOf } from './matches.ts';
import { occurrenceCollection } from './occurrences.ts';
import { roadCollection } from './roads.ts';
import { settlementCollection } from './settlements.ts';
import { rememberSuggestions } from './suggestions.ts';
import { readSurveyResults } from './survey.ts';
import { territoriesSeenFrom, territoryCollection, withFullOutlines } from './territories.ts';
import { venueCollection } from './venues.ts';
import { readCurrentVersions, readFindings, readVersionRecords } from './versions.ts';

type Db = Kysely<Tables>;

const isAlive = async (db: Db): Promise<boolean> => {
  try {
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
    return rows[0]?.one === 1;
  } catch {
    return false;
  }
};

const territoriesOf = (region: NamedBorders | null) =>
  region === null ? territoryCollection : territoriesSeenFrom(region);

/**
 * The reads of the API over one database.
 * @param currentVersions where to take the versions from; they are asked for by every request, so the
 * caller may keep them for a moment.
 * @param region whose units are counted; towns and parishes of others are neighbours. Null: all as they are.
 */
export const createData = (
  db: Db,
  currentVersions: () => Promise<readonly DatasetVersion[]> = () => readCurrentVersions(db),
  region: NamedBorders | null = null,
): Data => ({
  currentVersions,
  listTerritories: (query) => listItems(db, territoriesOf(region), query),
  getTerritory: (id) => getItem(db, withFullOutlines(region), id),
  listSettlements: (query) => listItems(db, settlementCollection, query),
  getSettlement: (id) => getItem(db, settlementCollection, id),
  listCells: (query) => listItems(db, cellCollection, query),
  getCell: (id) => getItem(db, cellCollection, id),
  listVenues: (query) => listItems(db, venueCollection, query),
  listVenueSuggestions: rememberSuggestions(db, async () =>
    stateOf(await currentVersions(), ['venues', 'venue-matches', 'territories']),
  ),
  getVenue: async (id) => getItem(db, venueCollection, await keptIdOf(db, id)),
  listOccurrences: async (query) => listItems(db, occurrenceCollection, await atKeptVenue(db, query)),
  getOccurrence: (id) => getItem(db, occurrenceCollection, id),
  getEvent: (id) => getItem(db, shownEventCollection, id),
  listRoads: (query) => listItems(db, roadCollection, query),
  getRoad: (id) => getItem(db, roadCollection, id),
  listLandcover: (query) => listItems(db, landcoverCollection, query),
  getLandcover: (id) => getItem(db, landcoverCollection, id),
  listAddressIndexes: async () => readAddressIndexes(db, await currentVersions()),
  findReport: async (dataset) => {
    const version = (await currentVersions()).find((one) => one.dataset === dataset);
    return version === undefined ? null : readJson(db, version.id, 'report');
  },
  listOnDemandZones: async () => {
    const version = (await currentVersions()).find((one) => one.dataset === 'on-demand');
    if (version === undefined) return [];
    const zones = await readJson(db, version.id, 'zones');
    // An import has just replaced them; the next question finds the new ones.
    if (zones === null) throw new Problem('unavailable');
    // Written by the import, which checked every zone.
    return zones as readonly OnDemandZone[];
  },
  listVersions: () => readVersionRecords(db),
  findFindings: (version) => readFindings(db, version),
  listSurveyResults: (query) => readSurveyResults(db, query),
  isAlive: () => isAlive(db),
});
