import { secondsAt } from '../../transit/day.ts';
import type { Raptor } from '../../transit/raptor.ts';
import { createHalf, type Half, works } from './half.ts';
import { type HomewardTimes, homewardHalf } from './homeward.ts';
import type { RoundTripInput, TransitTravel } from './input.ts';
import { lastLeaving } from './last-departure.ts';
import { type HalfRules, outboundHalf } from './outbound.ts';
import {
  explain,
  isWithinLongWalk,
  moreRides,
  plainFault,
  type Reasons,
  stopFaults,
  unexplained,
} from './reasons.ts';
import { byDaylight, walkLimitsOf } from './walking.ts';

/** A half with the reason for every home where it fails. */
export interface ExplainedHalf {
  readonly half: Half;
  /** The instant of second 0. */
  readonly originMs: number;
  readonly reasons: Reasons;
  /** Minutes by which the last departure was missed, with `last-departure-missed`. */
  readonly missedMinutes: readonly (number | null)[];
}

/** Limits of walks and rides on the day of a half. */
export function rulesOf(input: RoundTripInput, raptor: Raptor): HalfRules {
  const { maxAccessWalkMinutes, maxRides } = raptor.network.settings;
  const { darkWalkMinutes } = input.settings;
  return {
    limits: walkLimitsOf(input.timing, raptor.day.originMs, maxAccessWalkMinutes, darkWalkMinutes),
    maxRides,
  };
}

/** The way home in seconds of the homeward day. */
export const homewardTimesOf = ({ timing }: RoundTripInput, { day }: Raptor): HomewardTimes => ({
  leaveAt: secondsAt(day, timing.leaveFromMs),
  homeBy: secondsAt(day, timing.homeByMs),
});

/**
 * The way there for all homes. Reasons, the first that holds: those of `plainFault`; `no-stop-within-walk`;
 * `no-service-on-date` (no stop in reach of the home, or of the venue, is served); `walk-too-long` (by
 * daylight it would do); `too-many-transfers` (with `moreRides` rides more it would do); `walk-too-long`
 * (all the way on foot, at most twice the longest walk); `no-arrival-in-time`.
 */
export function explainOutbound(input: RoundTripInput, travel: TransitTravel): ExplainedHalf {
  const { outbound: raptor } = travel;
  if (raptor === null || input.venue === null) return unexplainedHalf(input, raptor);
  const rules = rulesOf(input, raptor);
  const half = outboundHalf(travel, input.timing, rules);
  const reasons = firstFaults(input, travel, raptor, half);
  const wouldDo = (other: HalfRules) => () => {
    const easier = outboundHalf(travel, input.timing, other);
    return (home: number) => works(easier, home);
  };
  if (isCapped(rules)) explain(half, reasons, 'walk-too-long', wouldDo(inDaylight(rules)));
  explain(half, reasons, 'too-many-transfers', wouldDo({ ...rules, maxRides: rules.maxRides + moreRides }));
  explain(half, reasons, 'walk-too-long', () => isWithinLongWalk(travel, rules.limits));
  explain(half, reasons, 'no-arrival-in-time', () => () => true);
  return { half, originMs: raptor.day.originMs, reasons, missedMinutes: reasons.map(() => null) };
}

/**
 * The way home for all homes. Reasons as outbound up to `too-many-transfers`; then `last-departure-missed`
 * (leaving the venue earlier that day would do); `home-too-late` (it would do without `homeBy`);
 * `walk-too-long` (all the way on foot); `no-service-on-date` (nothing runs home at all that day). A home
 * near enough to walk to, only too late, is `home-too-late` whatever stops there are.
 */
export function explainHomeward(input: RoundTripInput, travel: TransitTravel): ExplainedHalf {
  const { homeward: raptor } = travel;
  if (raptor === null || input.venue === null) return unexplainedHalf(input, raptor);
  const rules = rulesOf(input, raptor);
  const times = homewardTimesOf(input, raptor);
  const half = homewardHalf(travel, raptor, times, rules);
  const later = { ...times, homeBy: Infinity };
  const walkedLate = walkedOnly(travel, raptor, later, rules);
  const reasons = firstFaults(input, travel, raptor, half, walkedLate);
  const wouldDo = (when: HomewardTimes, other: HalfRules) => () => {
    const easier = homewardHalf(travel, raptor, when, other);
    return (home: number) => works(easier, home);
  };
  if (isCapped(rules)) explain(half, reasons, 'walk-too-long', wouldDo(times, inDaylight(rules)));
  const rides = { ...rules, maxRides: rules.maxRides + moreRides };
  explain(half, reasons, 'too-many-transfers', wouldDo(times, rides));
  const missed = lastLeaving(travel, raptor, times, rules, unexplained(half, reasons));
  explain(half, reasons, 'last-departure-missed', () => (home) => (missed.get(home) ?? null) !== null);
  explain(half, reasons, 'home-too-late', wouldDo(later, rules));
  explain(half, reasons, 'walk-too-long', () => isWithinLongWalk(travel, rules.limits));
  explain(half, reasons, 'no-service-on-date', () => () => true);
  const missedMinutes = reasons.map((reason, home) => {
    const leaving = missed.get(home) ?? null;
    return reason === 'last-departure-missed' && leaving !== null ? (times.leaveAt - leaving) / 60 : null;
  });
  return { half, originMs: raptor.day.originMs, reasons, missedMinutes };
}

const isCapped = ({ limits }: HalfRules) => limits.darkSeconds < limits.maxSeconds;

const inDaylight = (rules: HalfRules): HalfRules => ({ ...rules, limits: byDaylight(rules.limits) });

/** Homes whose half could be walked at `times`, were they not too late. */
function walkedOnly(travel: TransitTravel, raptor: Raptor, times: HomewardTimes, rules: HalfRules) {
  const noStops = { offset: new Int32Array(travel.directSeconds.length + 1), stop: none, seconds: none };
  const half = homewardHalf({ ...travel, homeWalks: noStops }, raptor, times, { ...rules, maxRides: 1 });
  return (home: number) => works(half, home);
}

const none = new Int32Array(0);

function firstFaults(
  input: RoundTripInput,
  travel: TransitTravel,
  raptor: Raptor,
  half: Half,
  walkedLate: (home: number) => boolean = () => false,
): Reasons {
  const atStops = stopFaults(travel, raptor);
  return input.homes.people.map((_, home) => {
    if (works(half, home)) return null;
    return plainFault(input, raptor, home) ?? (walkedLate(home) ? 'home-too-late' : atStops(home));
  });
}

function unexplainedHalf(input: RoundTripInput, raptor: Raptor | null): ExplainedHalf {
  const count = input.homes.people.length;
  const reasons = input.homes.people.map((_, home) => plainFault(input, raptor, home));
  return { half: createHalf(count), originMs: 0, reasons, missedMinutes: reasons.map(() => null) };
}
