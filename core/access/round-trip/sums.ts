import type { NamedTerritory } from '../input.ts';
import {
  type HomeRoundTrip,
  type RoundTripBlank,
  type RoundTripReason,
  type RoundTripStatus,
  type RoundTripSum,
  type RoundTripTerritory,
  roundTripStatuses,
} from '../round-trip-answer.ts';
import type { TripHomes } from './input.ts';

/** One part of the answer that is about people and not about homes. */
export interface RoundTripSums {
  readonly territories: readonly RoundTripTerritory[];
  readonly total: RoundTripTerritory;
  readonly peopleByReason: Readonly<Partial<Record<RoundTripReason, number>>>;
}

/** Assumed share of residents without a car in percent, by territory id; a territory left out is not known. */
export type WithoutCarPercent = ReadonlyMap<string, number>;

/**
 * Sums over all homes and by territory. Everybody is in the denominator. Residents without a car are residents
 * times the assumed share of their parish: an estimate, of which the total is the sum; a territory without
 * an assumption adds nobody.
 *
 * @param trips one for each home, in their order.
 * @param whole names the row over all homes.
 * @param blank why nothing is known of the event; then no share is.
 */
export function sumRoundTrips(
  homes: Pick<TripHomes, 'people' | 'territory'>,
  territories: readonly NamedTerritory[],
  whole: NamedTerritory,
  trips: readonly HomeRoundTrip[],
  withoutCar: WithoutCarPercent,
  blank: RoundTripBlank | null = null,
): RoundTripSums {
  const rows = trips.map((trip, home) => ({
    trip,
    people: homes.people[home] ?? 0,
    share: (withoutCar.get(territories[homes.territory[home] ?? -1]?.id ?? '') ?? null) as number | null,
    territory: homes.territory[home] ?? -1,
  }));
  const shareOf = <T extends RoundTripSum>(sum: T): T => (blank === null ? sum : { ...sum, percent: null });
  const rowOf = (named: NamedTerritory, some: readonly PeopleTrip[]): RoundTripTerritory => ({
    id: named.id,
    nameLv: named.nameLv,
    nameEn: named.nameEn,
    ...shareOf(sumOf(some)),
    withoutCar: shareOf(withoutCarOf(some)),
  });
  return {
    territories: territories.map((named, i) =>
      rowOf(
        named,
        rows.filter(({ territory }) => territory === i),
      ),
    ),
    total: rowOf(whole, rows),
    peopleByReason: peopleByReason(rows),
  };
}

interface PeopleTrip {
  readonly trip: HomeRoundTrip;
  readonly people: number;
  /** Percent without a car; null is not known. */
  readonly share: number | null;
}

function sumOf(rows: readonly Pick<PeopleTrip, 'trip' | 'people'>[]): RoundTripSum {
  const peopleByStatus = Object.fromEntries(roundTripStatuses.map((status) => [status, 0])) as Record<
    RoundTripStatus,
    number
  >;
  let [people, peopleIfBooked] = [0, 0];
  for (const { trip, people: here } of rows) {
    people += here;
    peopleByStatus[trip.status] += here;
    if (trip.onDemand !== null) peopleIfBooked += here;
  }
  const percent = people > 0 ? (100 * peopleByStatus['round-trip']) / people : null;
  return { people, peopleByStatus, peopleIfBooked, percent };
}

function withoutCarOf(rows: readonly PeopleTrip[]): RoundTripTerritory['withoutCar'] {
  const known = rows.filter(({ share }) => share !== null);
  const sum = sumOf(
    known.map(({ trip, people, share }) => ({ trip, people: (people * (share ?? 0)) / 100 })),
  );
  const residents = known.reduce((total, { people }) => total + people, 0);
  return { ...sum, assumedPercent: residents > 0 ? (100 * sum.people) / residents : null };
}

/** Of the half that fails, the homeward one where both do. */
function peopleByReason(rows: readonly PeopleTrip[]): RoundTripSums['peopleByReason'] {
  const people: Partial<Record<RoundTripReason, number>> = {};
  for (const { trip, people: here } of rows) {
    const reason = trip.homewardReason ?? trip.outboundReason;
    if (reason !== null) people[reason] = (people[reason] ?? 0) + here;
  }
  return people;
}
