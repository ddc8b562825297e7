import type { HomeRoundTrip, RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { rangeOfCell } from '#core/map/people-range.ts';
import type { PeopleRange } from '#core/place/small-counts.ts';

/** One cell of an answer, out of its columns. */
export interface RoundTripCell {
  readonly id: string;
  readonly people: number;
  /** Fewest and most residents; null where the count is exact. */
  readonly range: PeopleRange | null;
  readonly territoryId: string;
  readonly trip: HomeRoundTrip;
}

/** The cell of an id, or null where the answer has no such cell. */
export function findRoundTripCell({ cells, territories }: RoundTripAnswer, id: string): RoundTripCell | null {
  const index = cells.id.indexOf(id);
  if (index < 0) return null;
  return {
    id,
    people: cells.people[index] ?? 0,
    range: rangeOfCell(cells, index),
    territoryId: territories[cells.territory[index] ?? -1]?.id ?? '',
    trip: {
      status: cells.status[index] ?? 'none',
      outboundReason: cells.outboundReason[index] ?? null,
      homewardReason: cells.homewardReason[index] ?? null,
      leaveBy: cells.leaveBy[index] ?? null,
      homeAt: cells.homeAt[index] ?? null,
      awayMinutes: cells.awayMinutes[index] ?? null,
      waitMinutes: cells.waitMinutes[index] ?? null,
      ridesOutbound: cells.ridesOutbound[index] ?? null,
      ridesHomeward: cells.ridesHomeward[index] ?? null,
      missedMinutes: cells.missedMinutes[index] ?? null,
      onDemand: cells.onDemand[index] ?? null,
    },
  };
}
