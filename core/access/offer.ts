import type { Venue, VenueStatus } from '../offer/venue.ts';
import { Problem } from '../problem.ts';
import type { AccessQuery } from './answer.ts';

/** Venues of an offer before travel is looked at: those that count, and how many were left out by status. */
export interface SelectedVenues {
  readonly venues: readonly Venue[];
  readonly byStatus: Readonly<Partial<Record<VenueStatus, number>>>;
}

/**
 * Venues of the kinds asked for that have one of the wanted statuses. A venue asked for by name counts
 * whatever its status: who names a closed library wants to know about that library.
 * Throws `bad-query` for a name that no venue has.
 */
export function selectVenues(
  venues: readonly Venue[],
  offer: AccessQuery['offer'],
  statuses: readonly VenueStatus[],
): SelectedVenues {
  if ('venueId' in offer) {
    const isNamed = ({ id, merged = [] }: Venue) =>
      id === offer.venueId || merged.some((other) => other.id === offer.venueId);
    const named = venues.filter(isNamed);
    if (named.length > 0) return { venues: named, byStatus: {} };
    throw new Problem('bad-query', {
      faults: [{ field: 'offer', fault: 'unknown-reference', value: `venue:${offer.venueId}` }],
    });
  }
  const ofKind = venues.filter((venue) => offer.kinds.includes(venue.kind));
  const byStatus: Partial<Record<VenueStatus, number>> = {};
  for (const { status } of ofKind) {
    if (!statuses.includes(status)) byStatus[status] = (byStatus[status] ?? 0) + 1;
  }
  return { venues: ofKind.filter((venue) => statuses.includes(venue.status)), byStatus };
}
