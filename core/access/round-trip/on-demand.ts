import { unreachable } from '../../roads/reach.ts';
import { bookingDeadline, isInZone, type OnDemandZone, runsDuring } from '../../transit/on-demand.ts';
import type { HomeRoundTrip } from '../round-trip-answer.ts';
import type { RoundTripInput } from './input.ts';

type Booking = HomeRoundTrip['onDemand'];

/**
 * What on-demand transport would do for a home without a round trip: the zone that carries every missing half
 * within its days and hours, and the moment to book by, the earlier one where both halves are missing. A ride
 * takes as long as by car, ends at the venue `earlyMinutes` before the start or begins there `lateMinutes`
 * after the end, and is over by `homeBy`. Of several zones the first of the list; null for none.
 */
export function bookings(
  input: RoundTripInput,
): (home: number, trip: Pick<HomeRoundTrip, 'leaveBy' | 'homeAt'>) => Booking {
  const { homes, venue, timing, onDemand } = input;
  if (venue === null || onDemand.zones.length === 0) return () => null;
  const { timeZone, arriveByMs, leaveFromMs, homeByMs } = timing;
  const halves = (home: number, trip: Pick<HomeRoundTrip, 'leaveBy' | 'homeAt'>) => {
    const [there, back] = [
      onDemand.toVenueMs[home] ?? unreachable,
      onDemand.fromVenueMs[home] ?? unreachable,
    ];
    const rides: Ride[] = [];
    if (trip.leaveBy === null) rides.push({ fromMs: arriveByMs - there, toMs: arriveByMs, ms: there });
    if (trip.homeAt === null) rides.push({ fromMs: leaveFromMs, toMs: leaveFromMs + back, ms: back });
    return rides;
  };
  const carries = (zone: OnDemandZone) => (ride: Ride) =>
    ride.ms !== unreachable && ride.toMs <= homeByMs && runsDuring(zone, ride.fromMs, ride.toMs, timeZone);
  return (home, trip) => {
    const place = { territoryId: homes.territoryId[home] ?? '', lonLat: homes.lonLat[home] ?? null };
    const rides = halves(home, trip);
    const zone = onDemand.zones.find((one) => isInZone(one, place) && rides.every(carries(one)));
    if (!zone) return null;
    const deadlines = rides.map(({ fromMs }) => bookingDeadline(zone, fromMs, timeZone));
    const [bookBy] = deadlines.sort((a, b) => Date.parse(a) - Date.parse(b));
    return bookBy === undefined ? null : { zoneId: zone.id, bookBy };
  };
}

interface Ride {
  readonly fromMs: number;
  readonly toMs: number;
  /** Driving. */
  readonly ms: number;
}
