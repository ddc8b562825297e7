import { secondsAt } from '../../transit/day.ts';
import {
  type Description,
  describeJourney,
  describeWalkAllTheWay,
  type Place,
} from '../../transit/itinerary.ts';
import type { TransitJourney } from '../../transit/journey.ts';
import type { Labels, Raptor } from '../../transit/raptor.ts';
import { noTime } from '../../transit/timetable.ts';
import { type Itinerary, journeyArrivingBy } from '../../transit/trace.ts';
import { type Walk, walksOf } from '../../transit/walks.ts';
import { type Half, onFoot, works } from './half.ts';
import { walksFromVenue } from './homeward.ts';
import type { RoundTripInput, TransitTravel } from './input.ts';
import type { LitWalk } from './lit.ts';
import { type HalfRules, walksToVenue } from './outbound.ts';
import { type ExplainedHalf, homewardTimesOf, rulesOf } from './transit.ts';
import { latestWalkEnd } from './walking.ts';

/** Both ends, and how walks between places are drawn. */
export interface JourneyEnds {
  readonly home: Place;
  readonly venue: Place;
  readonly drawWalk: Description['drawWalk'];
}

/**
 * Both journeys of one home by public transport, stop by stop; a half that does not exist is null. They leave
 * and arrive at the very moments that `roundTrips` gives; homeward the venue is left as late as still does,
 * so the wait for the first vehicle is spent there; at the stop where the walk has to end by dusk.
 *
 * @param halves of `bothHalves` for the same input.
 */
export function tripJourneys(
  input: RoundTripInput,
  travel: TransitTravel,
  [outbound, homeward]: readonly [ExplainedHalf, ExplainedHalf],
  home: number,
  ends: JourneyEnds,
): { readonly outbound: TransitJourney | null; readonly homeward: TransitJourney | null } {
  const [there, back] = [travel.outbound, travel.homeward];
  return {
    outbound:
      there && works(outbound.half, home)
        ? outboundJourney(input, travel, there, outbound.half, home, ends)
        : null,
    homeward:
      back && works(homeward.half, home)
        ? homewardJourney(input, travel, back, homeward.half, home, ends)
        : null,
  };
}

function outboundJourney(
  input: RoundTripInput,
  travel: TransitTravel,
  raptor: Raptor,
  half: Half,
  home: number,
  ends: JourneyEnds,
): TransitJourney | null {
  const about = aboutOf(raptor, ends.home, ends.venue, ends);
  const leaves = half.seconds[home] ?? 0;
  if (half.stop[home] === onFoot) {
    return describeWalkAllTheWay(leaves, half.moving[home] ?? 0, about);
  }
  const rules = rulesOf(input, raptor);
  const by = secondsAt(raptor.day, input.timing.arriveByMs);
  const egress = walksToVenue(travel, by, rules);
  const access = homeWalk(travel, half, home);
  const { seconds } = raptor.backward(egress, by, { maxRides: rules.maxRides, earliestSeconds: leaves });
  // Waiting at the stop after a walk that ended at dusk.
  const waits = access.map((walk) => ({ ...walk, seconds: (seconds[walk.stop] ?? leaves) - leaves }));
  const found = journeyArrivingBy(raptor, { access: waits, egress }, by, {
    maxRides: rules.maxRides,
    earliestSeconds: leaves,
  });
  return found && describeJourney(asWalked(found, access, egress), about);
}

/** First and last walk as they are walked, without the waiting for ride or event that is in them. */
function asWalked(
  itinerary: Itinerary,
  access: readonly Walk[],
  egress: readonly { readonly stop: number; readonly walkSeconds: number }[],
): Itinerary {
  const [first, last] = [itinerary.parts[0], itinerary.parts.at(-1)];
  if (first?.kind !== 'walk' || last?.kind !== 'walk') return itinerary;
  const out = access.find(({ stop }) => stop === first.toStop)?.seconds ?? first.arrives - first.departs;
  const into = egress.find(({ stop }) => stop === last.fromStop)?.walkSeconds ?? last.arrives - last.departs;
  const arrives = last.departs + into;
  const parts = [
    { ...first, arrives: first.departs + out },
    ...itinerary.parts.slice(1, -1),
    { ...last, arrives },
  ];
  return { ...itinerary, arrives, parts };
}

function homewardJourney(
  input: RoundTripInput,
  travel: TransitTravel,
  raptor: Raptor,
  half: Half,
  home: number,
  ends: JourneyEnds,
): TransitJourney | null {
  const about = aboutOf(raptor, ends.venue, ends.home, ends);
  const rules = rulesOf(input, raptor);
  const { leaveAt } = homewardTimesOf(input, raptor);
  if (half.stop[home] === onFoot) return describeWalkAllTheWay(leaveAt, half.moving[home] ?? 0, about);
  const egress = homeWalk(travel, half, home);
  const by = half.seconds[home] ?? 0;
  const options = { maxRides: half.rides[home] ?? rules.maxRides, earliestSeconds: leaveAt };
  const access = walksFromVenue(travel, leaveAt, rules);
  const waits = latestSeeds(access, raptor.backward(egress, by, options), rules);
  const found = journeyArrivingBy(raptor, { access: waits, egress }, by, options);
  return found && describeJourney(asWalked(found, access, []), about);
}

/**
 * The walks with which the venue is left last for the stops that are boarded at `times`, as seeds that last
 * until boarding. A walk too long for the dark still ends at dusk, and one waits at the stop.
 */
function latestSeeds(access: readonly LitWalk[], times: Labels, { limits }: HalfRules): Walk[] {
  const ways = access.flatMap((walk) => {
    const boards = times.seconds[walk.stop] ?? noTime;
    const end = boards === noTime ? -Infinity : latestWalkEnd(limits, boards, walk);
    return end === -Infinity ? [] : [{ stop: walk.stop, boards, leaves: end - walk.seconds }];
  });
  const latest = Math.max(...ways.map(({ leaves }) => leaves));
  return ways
    .filter(({ leaves }) => leaves === latest)
    .map(({ stop, boards }) => ({ stop, seconds: boards - latest }));
}

const homeWalk = ({ homeWalks }: TransitTravel, half: Half, home: number): Walk[] =>
  walksOf(homeWalks, home).filter(({ stop }) => stop === half.stop[home]);

const aboutOf = (raptor: Raptor, from: Place, to: Place, { drawWalk }: JourneyEnds): Description => ({
  network: raptor.network,
  day: raptor.day,
  from,
  to,
  drawWalk,
});
