import type { AccessAnswer, AccessQuery } from '#core/access/answer.ts';
import { computeAccess } from '#core/access/compute.ts';
import { measures } from '#core/access/index.ts';
import { selectVenues } from '#core/access/offer.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Snapshot } from './snapshot.ts';
import type { Travel } from './travel.ts';

/** The same question in one spelling, so that its answer is found again. */
export function canonical(query: AccessQuery): AccessQuery {
  const { measure, offer, mode, departure, cutoffMinutes, venueStatuses } = query;
  return {
    measure,
    offer: 'kinds' in offer ? { kinds: [...new Set(offer.kinds)].sort() } : { venueId: offer.venueId },
    mode,
    departure,
    cutoffMinutes,
    venueStatuses: [...new Set(venueStatuses)].sort(),
  };
}

/** A measure over travel that is known. Throws `bad-query` when the offer names a venue that is not there. */
export function answerAccess(snapshot: Snapshot, travel: Travel, query: AccessQuery): AccessAnswer {
  const { municipality, region, units } = snapshot;
  const whole = {
    id: region.municipalityId,
    nameLv: municipality?.nameLv ?? region.nameLv,
    nameEn: municipality?.nameEn ?? region.nameEn,
  };
  const { rows, leftOut } = destinationRows(snapshot.venues, travel, query);
  const input = {
    homes: travel.homes,
    territories: units.map(({ id, nameLv, nameEn }) => ({ id, nameLv, nameEn })),
    destinations: rows.flatMap((row) => travel.destinations[row] ?? []),
    rows,
    travel: travel.matrix,
    cutoffMinutes: query.cutoffMinutes,
  };
  return computeAccess(query, input, whole, leftOut);
}

function destinationRows(venues: readonly Venue[], travel: Travel, query: AccessQuery) {
  if (measures[query.measure].destination === 'focal-town') {
    return { rows: [travel.townRow], leftOut: { byStatus: {}, withoutPosition: 0, unsnapped: 0 } };
  }
  const { venues: selected, byStatus } = selectVenues(venues, query.offer, query.venueStatuses);
  const placed = selected.flatMap(({ id }) => travel.rowOfVenue.get(id) ?? []);
  const rows = placed.filter((row) => travel.destinationSnaps[row] !== null);
  return {
    rows,
    leftOut: {
      byStatus,
      withoutPosition: selected.length - placed.length,
      unsnapped: placed.length - rows.length,
    },
  };
}
