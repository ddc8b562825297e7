import { timeOfSeconds } from '../../transit/day.ts';
import { createRaptor, type Labels, type Raptor } from '../../transit/raptor.ts';
import { canGetOff, noTime } from '../../transit/timetable.ts';
import { type Walk, walksOf } from '../../transit/walks.ts';
import type { ShiftAnswer } from '../round-trip-answer.ts';
import { bestOf, type MissedTrip } from './best-departures.ts';
import { departuresNear } from './calls.ts';
import { withDelay } from './delayed.ts';
import { works } from './half.ts';
import { type HomewardTimes, homeChoice, homewardHalf, walksFromVenue } from './homeward.ts';
import type { RoundTripInput, TransitTravel } from './input.ts';
import type { HalfRules } from './outbound.ts';
import { comes, getsHome } from './shift.ts';
import { homewardTimesOf, rulesOf } from './transit.ts';

type LaterDeparture = ShiftAnswer['laterDepartures'][number];

/** Departures up to so long before the end are asked about. */
const windowSeconds = 180 * 60;

/**
 * Departures near the venue that people leaving after the event just miss, and how many more of them would
 * get home if the whole trip left so much later that they catch it; people who can come and have no way
 * home now. The smallest delay in whole minutes; changes to other lines are followed. A trip is left out where
 * another of its line needs no more delay and brings as many. Best first, at most five.
 */
export function laterDepartures(input: RoundTripInput): LaterDeparture[] {
  const { travel } = input;
  if (travel.kind === 'streets' || travel.homeward === null || input.venue === null) return [];
  const raptor = travel.homeward;
  const rules = rulesOf(input, raptor);
  const times = homewardTimesOf(input, raptor);
  const [canCome, canGetHome] = [comes(input), getsHome(input)];
  const stranded = canCome.flatMap((there, home) => (there && canGetHome[home] === false ? [home] : []));
  if (stranded.length === 0) return [];
  const people = (isHome: (home: number) => boolean) =>
    stranded.reduce((sum, home) => sum + (isHome(home) ? (input.homes.people[home] ?? 0) : 0), 0);
  const from = (input.timing.endMs - raptor.day.originMs) / 1000 - windowSeconds;
  const candidates = missedTrips(travel, raptor, times, rules, from).map((missed) => ({
    missed,
    atMost: people(homesAboard(travel, raptor, times, rules, missed)),
  }));
  const exact = (missed: MissedTrip) => people(homesWithDelay(travel, raptor, times, rules, missed));
  const lineOf = ({ pattern }: MissedTrip) => raptor.day.schedule.line[pattern];
  return bestOf(candidates, exact, lineOf).map(({ missed, morePeople }) =>
    describe(raptor, missed, morePeople),
  );
}

function missedTrips(
  travel: TransitTravel,
  { day }: Raptor,
  { leaveAt }: HomewardTimes,
  rules: HalfRules,
  from: number,
): MissedTrip[] {
  const walks = walksFromVenue(travel, leaveAt, rules);
  const { stopOffset } = day.schedule;
  const best = new Map<string, MissedTrip>();
  for (const call of departuresNear(day.schedule, walks)) {
    const isLast = (stopOffset[call.pattern] ?? 0) + call.index + 1 === stopOffset[call.pattern + 1];
    if (call.seconds < from || isLast) continue;
    const laterMinutes = Math.ceil((leaveAt + call.walk.seconds - call.seconds) / 60);
    const key = `${call.pattern} ${call.column}`;
    const known = best.get(key);
    if (known && known.laterMinutes <= laterMinutes) continue;
    best.set(key, { pattern: call.pattern, column: call.column, call, laterMinutes });
  }
  // What can be caught somewhere is not missed.
  return [...best.values()].filter(({ laterMinutes }) => laterMinutes > 0);
}

/**
 * Homes reached aboard the delayed trip or by changing from it, on the timetable as it is: the trip itself
 * still runs at its old time as well, so this is never too few.
 */
function homesAboard(
  travel: TransitTravel,
  raptor: Raptor,
  { leaveAt, homeBy }: HomewardTimes,
  rules: HalfRules,
  missed: MissedTrip,
): (home: number) => boolean {
  const aboard = gettingOff(raptor, missed);
  const { transfers, settings } = raptor.network;
  const seeds = aboard.flatMap(({ stop, seconds }): Walk[] =>
    [{ stop, seconds: 0 }, ...walksOf(transfers, stop)].map((walk) => ({
      stop: walk.stop,
      seconds: seconds + walk.seconds + settings.changeSeconds - leaveAt,
    })),
  );
  const onward = raptor.forward(seeds, leaveAt, { maxRides: rules.maxRides - 1, latestSeconds: homeBy });
  const labels: Labels = { seconds: onward.seconds.slice(), rides: onward.rides };
  for (const { stop, seconds } of aboard) {
    labels.seconds[stop] = Math.min(labels.seconds[stop] ?? noTime, seconds);
  }
  return (home) => {
    const choice = homeChoice(travel, home, leaveAt, labels, rules);
    return choice !== null && choice.seconds <= homeBy;
  };
}

/** Where and when one gets off the delayed trip. */
function gettingOff(
  { day: { schedule } }: Raptor,
  { pattern, column, call, laterMinutes }: MissedTrip,
): Walk[] {
  const first = schedule.stopOffset[pattern] ?? 0;
  const trips = (schedule.tripOffset[pattern + 1] ?? 0) - (schedule.tripOffset[pattern] ?? 0);
  const found: Walk[] = [];
  for (let at = first + call.index + 1; at < (schedule.stopOffset[pattern + 1] ?? 0); at += 1) {
    if (((schedule.use[at] ?? 0) & canGetOff) === 0) continue;
    const slot = (schedule.timeOffset[pattern] ?? 0) + (at - first) * trips + column;
    const seconds = (schedule.arrivals[slot] ?? 0) + laterMinutes * 60;
    found.push({ stop: schedule.stops[at] ?? 0, seconds });
  }
  return found;
}

/** Homes reached on the timetable with the trip moved and nothing else changed. */
function homesWithDelay(
  travel: TransitTravel,
  raptor: Raptor,
  times: HomewardTimes,
  rules: HalfRules,
  missed: MissedTrip,
): (home: number) => boolean {
  const { network, day } = raptor;
  const moved = createRaptor(network, withDelay(network.timetable, day, missed, missed.laterMinutes * 60));
  const half = homewardHalf(travel, moved, times, rules);
  return (home) => works(half, home);
}

function describe({ network, day }: Raptor, missed: MissedTrip, morePeople: number): LaterDeparture {
  const { timetable } = network;
  const { schedule } = day;
  const line = timetable.lines[schedule.line[missed.pattern] ?? -1];
  const trip = schedule.trip[(schedule.tripOffset[missed.pattern] ?? 0) + missed.column] ?? -1;
  return {
    line: line?.shortName ?? '',
    lineName: line?.longName ?? '',
    tripId: timetable.tripIds[trip] ?? '',
    stopName: timetable.stops[missed.call.walk.stop]?.name ?? '',
    departsAt: timeOfSeconds(day, missed.call.seconds),
    laterMinutes: missed.laterMinutes,
    morePeople,
  };
}
