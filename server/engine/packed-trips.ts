import {
  type HomeRoundTrip,
  type RoundTripReason,
  roundTripReasons,
  roundTripStatuses,
} from '#core/access/round-trip-answer.ts';
import { zoneOf } from '#core/place/zoned-time.ts';

/** Round trips of all homes to one event, small enough to keep those of a month: `width` numbers a home. */
export interface PackedTrips {
  readonly numbers: Float64Array;
  /** Zones that would carry somebody, by number. */
  readonly zoneIds: readonly string[];
}

const width = 11;
/** Stands for null. */
const none = Number.NEGATIVE_INFINITY;

/** Instants to the millisecond; minutes as they are. */
export function packTrips(trips: readonly HomeRoundTrip[]): PackedTrips {
  const zoneIds: string[] = [];
  const zoneOfTrip = (id: string) => {
    if (!zoneIds.includes(id)) zoneIds.push(id);
    return zoneIds.indexOf(id);
  };
  const numbers = new Float64Array(width * trips.length);
  trips.forEach((trip, home) => {
    numbers.set(
      [
        roundTripStatuses.indexOf(trip.status),
        reasonNumber(trip.outboundReason),
        reasonNumber(trip.homewardReason),
        instantNumber(trip.leaveBy),
        instantNumber(trip.homeAt),
        trip.waitMinutes ?? none,
        trip.ridesOutbound ?? none,
        trip.ridesHomeward ?? none,
        trip.missedMinutes ?? none,
        trip.onDemand === null ? none : zoneOfTrip(trip.onDemand.zoneId),
        trip.onDemand === null ? none : instantNumber(trip.onDemand.bookBy),
      ],
      width * home,
    );
  });
  return { numbers, zoneIds };
}

const reasonNumber = (reason: RoundTripReason | null) =>
  reason === null ? none : roundTripReasons.indexOf(reason);
const instantNumber = (instant: string | null) => (instant === null ? none : Date.parse(instant));

/** Reads the round trips of some homes back, with the clocks of a time zone. */
export function unpackTrips(
  { numbers, zoneIds }: PackedTrips,
  homes: readonly number[],
  timeZone: string,
): HomeRoundTrip[] {
  const localTime = localTimesOf(timeZone);
  const instant = (value: number | null) => (value === null ? null : localTime(value));
  return homes.map((home) => {
    const [
      status = null,
      outboundReason = null,
      homewardReason = null,
      leaves = null,
      arrives = null,
      waitMinutes = null,
      ridesOutbound = null,
      ridesHomeward = null,
      missedMinutes = null,
      zone = null,
      bookBy = null,
    ] = Array.from(numbers.subarray(width * home, width * (home + 1)), (value) =>
      value === none ? null : value,
    );
    return {
      status: roundTripStatuses[status ?? -1] ?? 'none',
      outboundReason: roundTripReasons[outboundReason ?? -1] ?? null,
      homewardReason: roundTripReasons[homewardReason ?? -1] ?? null,
      leaveBy: instant(leaves),
      homeAt: instant(arrives),
      awayMinutes: leaves === null || arrives === null ? null : (arrives - leaves) / 60_000,
      waitMinutes,
      ridesOutbound,
      ridesHomeward,
      missedMinutes,
      onDemand: zone === null ? null : { zoneId: zoneIds[zone] ?? '', bookBy: instant(bookBy) ?? '' },
    };
  });
}

/** Clocks change at a full quarter of an hour, if at all. */
const quarterMs = 900_000;

/** Asking for the clocks of a zone is slow, so it is done once a quarter of an hour. */
function localTimesOf(timeZone: string): (ms: number) => string {
  const { localTime } = zoneOf(timeZone);
  const known = new Map<number, { readonly aheadMs: number; readonly offset: string }>();
  const clockAt = (quarter: number) => {
    const local = localTime(quarter);
    return { aheadMs: Date.parse(`${local.slice(0, 19)}Z`) - quarter, offset: local.slice(19) };
  };
  return (ms) => {
    const quarter = Math.floor(ms / quarterMs) * quarterMs;
    const clock = known.get(quarter) ?? clockAt(quarter);
    known.set(quarter, clock);
    return new Date(ms + clock.aheadMs).toISOString().slice(0, 19) + clock.offset;
  };
}
