import type { CollectionId } from '#core/contract/features/index.ts';
import type { Data, ItemsQuery, Page } from '#server/context.ts';

export interface Item {
  readonly id: string | number;
}

interface Reads {
  list(data: Data, query: ItemsQuery): Promise<Page<Item>>;
  get(data: Data, id: string): Promise<Item>;
}

/** How the rows of each collection are asked for; the tests of the queries walk this list. */
export const reads: { readonly [Id in CollectionId]: Reads } = {
  territories: {
    list: (data, query) => data.listTerritories(query),
    get: (data, id) => data.getTerritory(id),
  },
  settlements: {
    list: (data, query) => data.listSettlements(query),
    get: (data, id) => data.getSettlement(id),
  },
  venues: { list: (data, query) => data.listVenues(query), get: (data, id) => data.getVenue(id) },
  events: { list: (data, query) => data.listOccurrences(query), get: (data, id) => data.getOccurrence(id) },
  population: { list: (data, query) => data.listCells(query), get: (data, id) => data.getCell(id) },
  roads: { list: (data, query) => data.listRoads(query), get: (data, id) => data.getRoad(id) },
  landcover: { list: (data, query) => data.listLandcover(query), get: (data, id) => data.getLandcover(id) },
};
