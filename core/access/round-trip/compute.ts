import { zoneOf } from '../../place/zoned-time.ts';
import type { HomeRoundTrip, RoundTripStatus } from '../round-trip-answer.ts';
import { works } from './half.ts';
import type { RoundTripInput } from './input.ts';
import { bookings } from './on-demand.ts';
import { streetHomeward, streetOutbound } from './streets.ts';
import type { EventTiming } from './timing.ts';
import { type ExplainedHalf, explainHomeward, explainOutbound } from './transit.ts';

/**
 * Who can come to an event and get home again: one entry per home, in their order. Minutes are real
 * numbers; instants are RFC 3339 with the offset that holds then.
 */
export function roundTrips(input: RoundTripInput): HomeRoundTrip[] {
  const [outbound, homeward] = bothHalves(input);
  const bookingOf = bookings(input);
  const local = localTimes(input.timing.timeZone);
  return input.homes.people.map((_, home) => {
    const trip = tripOf(input.timing, outbound, homeward, home, local);
    return { ...trip, onDemand: trip.status === 'round-trip' ? null : bookingOf(home, trip) };
  });
}

/** Both halves of every home, with their reasons. */
export function bothHalves(
  input: RoundTripInput,
): readonly [outbound: ExplainedHalf, homeward: ExplainedHalf] {
  const { travel } = input;
  return travel.kind === 'streets'
    ? [streetOutbound(input, travel), streetHomeward(input, travel)]
    : [explainOutbound(input, travel), explainHomeward(input, travel)];
}

function statusOf(comes: boolean, getsHome: boolean): RoundTripStatus {
  if (comes) return getsHome ? 'round-trip' : 'outbound-only';
  return getsHome ? 'homeward-only' : 'none';
}

function tripOf(
  { startMs, endMs }: EventTiming,
  outbound: ExplainedHalf,
  homeward: ExplainedHalf,
  home: number,
  local: (ms: number) => string,
): Omit<HomeRoundTrip, 'onDemand'> {
  const leaveMs = instantOf(outbound, home);
  const homeMs = instantOf(homeward, home);
  const isBoth = leaveMs !== null && homeMs !== null;
  const moving = ((outbound.half.moving[home] ?? 0) + (homeward.half.moving[home] ?? 0)) * 1000;
  return {
    status: statusOf(leaveMs !== null, homeMs !== null),
    outboundReason: outbound.reasons[home] ?? null,
    homewardReason: homeward.reasons[home] ?? null,
    leaveBy: leaveMs === null ? null : local(leaveMs),
    homeAt: homeMs === null ? null : local(homeMs),
    awayMinutes: isBoth ? (homeMs - leaveMs) / 60_000 : null,
    waitMinutes: isBoth ? (homeMs - leaveMs - (endMs - startMs) - moving) / 60_000 : null,
    ridesOutbound: leaveMs === null ? null : (outbound.half.rides[home] ?? 0),
    ridesHomeward: homeMs === null ? null : (homeward.half.rides[home] ?? 0),
    missedMinutes: homeward.missedMinutes[home] ?? null,
  };
}

const instantOf = ({ half, originMs }: ExplainedHalf, home: number): number | null =>
  works(half, home) ? originMs + (half.seconds[home] ?? 0) * 1000 : null;

/** Local times of many instants: homes share most of them. */
function localTimes(timeZone: string): (ms: number) => string {
  const zone = zoneOf(timeZone);
  const known = new Map<number, string>();
  return (ms) => {
    const kept = known.get(ms) ?? zone.localTime(ms);
    known.set(ms, kept);
    return kept;
  };
}
