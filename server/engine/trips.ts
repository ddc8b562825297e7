import { smallCountsOf } from '#core/access/homes.ts';
import type { NamedTerritory } from '#core/access/input.ts';
import { sumRoundTrips, type WithoutCarPercent } from '#core/access/round-trip/sums.ts';
import type {
  HomeRoundTrip,
  RoundTripAnswer,
  RoundTripBlank,
  RoundTripColumns,
  RoundTripEvent,
  RoundTripQuery,
} from '#core/access/round-trip-answer.ts';
import { cellRing } from '#core/place/cell.ts';
import { unitsOf, wholeOf } from './access.ts';
import type { TravelSettings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

/** The whole answer from the round trips of all homes, in their order. */
export function answerRoundTrip(
  snapshot: Snapshot,
  query: RoundTripQuery,
  event: RoundTripEvent,
  trips: readonly HomeRoundTrip[],
  { roundTrip }: TravelSettings,
  withoutCar: WithoutCarPercent,
  blank: RoundTripBlank | null,
): RoundTripAnswer {
  const territories: NamedTerritory[] = unitsOf(snapshot);
  const indexOf = new Map(territories.map(({ id }, index) => [id, index]));
  const { cells } = snapshot;
  const homes = {
    people: cells.map(({ people }) => people),
    territory: cells.map(({ territoryId }) => indexOf.get(territoryId) ?? -1),
  };
  const hasRings = cells.some(({ ring }) => ring !== undefined);
  return {
    query,
    event,
    settings: roundTrip,
    blank,
    cells: {
      id: cells.map(({ id }) => id),
      ...homes,
      ...smallCountsOf(cells),
      ring: hasRings ? cells.map((cell) => cell.ring ?? cellRing(cell.id)) : null,
      ...columnsOf(trips),
    },
    ...sumRoundTrips(homes, territories, wholeOf(snapshot), trips, withoutCar, blank),
  };
}

const columnsOf = (
  trips: readonly HomeRoundTrip[],
): Omit<RoundTripColumns, 'id' | 'people' | 'territory' | 'ring'> => ({
  status: trips.map(({ status }) => status),
  outboundReason: trips.map(({ outboundReason }) => outboundReason),
  homewardReason: trips.map(({ homewardReason }) => homewardReason),
  leaveBy: trips.map(({ leaveBy }) => leaveBy),
  homeAt: trips.map(({ homeAt }) => homeAt),
  awayMinutes: trips.map(({ awayMinutes }) => awayMinutes),
  waitMinutes: trips.map(({ waitMinutes }) => waitMinutes),
  ridesOutbound: trips.map(({ ridesOutbound }) => ridesOutbound),
  ridesHomeward: trips.map(({ ridesHomeward }) => ridesHomeward),
  missedMinutes: trips.map(({ missedMinutes }) => missedMinutes),
  onDemand: trips.map(({ onDemand }) => onDemand),
});
