import type { AccessAnswer, AccessQuery } from '#core/access/answer.ts';
import { computeAccess } from '#core/access/compute.ts';
import { measures } from '#core/access/index.ts';
import type { NamedTerritory } from '#core/access/input.ts';
import { selectVenues } from '#core/access/offer.ts';
import { nameOfWhole } from '#core/place/region.ts';
import type { DepartureWindow } from '#core/transit/travel-mode.ts';
import type { Snapshot } from './snapshot.ts';
import type { Travel } from './travel.ts';

/** The same question in one spelling, so that its answer is found again. */
export function canonical(query: AccessQuery, usual: DepartureWindow | null): AccessQuery {
  const { measure, offer, mode, departure, cutoffMinutes, venueStatuses } = query;
  return {
    measure,
    offer: 'kinds' in offer ? { kinds: [...new Set(offer.kinds)].sort() } : { venueId: offer.venueId },
    mode,
    departure: mode === 'public-transport' ? sameSpelling(departure ?? usual) : null,
    cutoffMinutes,
    venueStatuses: [...new Set(venueStatuses)].sort(),
  };
}

/** Its members in one order, whoever wrote it. */
export const sameSpelling = (window: DepartureWindow | null): DepartureWindow | null => {
  if (window === null) return null;
  const { date, from, windowMinutes, percentile } = window;
  return { date, from, windowMinutes, percentile };
};

/** A measure over travel. Throws `bad-query` when the offer names a venue that is not there. */
export async function answerAccess(
  snapshot: Snapshot,
  travel: Travel,
  query: AccessQuery,
  signal: AbortSignal,
): Promise<AccessAnswer> {
  const { rows: placed, byStatus, withoutPosition } = destinationRows(snapshot, travel, query);
  await travel.know(placed, { signal });
  const rows = placed.filter((row) => row === travel.townRow || travel.isSnapped(row));
  const input = {
    homes: travel.homes,
    territories: unitsOf(snapshot),
    destinations: rows.flatMap((row) => travel.destinations[row] ?? []),
    rows,
    travel,
    cutoffMinutes: query.cutoffMinutes,
  };
  const { beyond } = snapshot;
  const unsnapped = placed.length - rows.length;
  const leftOut = { byStatus, withoutPosition, unsnapped, ...(beyond.cells > 0 ? { beyond } : {}) };
  return computeAccess(query, input, wholeOf(snapshot), leftOut);
}

function destinationRows({ venues }: Snapshot, travel: Travel, query: AccessQuery) {
  if (measures[query.measure].destination === 'focal-town') {
    return { rows: [travel.townRow], byStatus: {}, withoutPosition: 0 };
  }
  const { venues: selected, byStatus } = selectVenues(venues, query.offer, query.venueStatuses);
  const rows = selected.flatMap(({ id }) => travel.rowOfVenue.get(id) ?? []);
  return { rows, byStatus, withoutPosition: selected.length - rows.length };
}

export const unitsOf = ({ units }: Snapshot): NamedTerritory[] =>
  units.map(({ id, nameLv, nameEn }) => ({ id, nameLv, nameEn }));

/** What the row of sums over all homes is called. */
export const wholeOf = ({ municipality, region }: Snapshot): NamedTerritory => ({
  id: region.municipalityId,
  ...nameOfWhole(region, municipality),
});
