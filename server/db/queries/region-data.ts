import type { Borders } from '#core/place/region.ts';
import type { Data, ItemsQuery } from '../../context.ts';

/**
 * The lists of the API where the region has the borders of a day in the past: the data are about more than it,
 * so lists of settlements, residents and events that name no territory are narrowed to its own. Venues are
 * not: people cross borders, so what lies beyond them is a destination in every measure and must be known by
 * name. A single thing is found wherever it lies.
 */
export const withinRegion = (data: Data, { municipalityId, asOf }: Borders): Data => {
  if (asOf == null) return data;
  const within = (query: ItemsQuery): ItemsQuery =>
    'territoryId' in query.filters
      ? query
      : { ...query, filters: { ...query.filters, territoryId: municipalityId } };
  return {
    ...data,
    listSettlements: (query) => data.listSettlements(within(query)),
    listCells: (query) => data.listCells(within(query)),
    listOccurrences: (query) => data.listOccurrences(within(query)),
  };
};
