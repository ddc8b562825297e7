import { secondsAt } from '../../transit/day.ts';
import {
  type Description,
  describeJourney,
  describeWalkAllTheWay,
  type Place,
} from '../../transit/itinerary.ts';
import type { TransitJourney } from '../../transit/journey.ts';
import type { Raptor } from '../../transit/raptor.ts';
import { type Itinerary, journeyArrivingBy, journeyLeavingAt } from '../../transit/trace.ts';
import { type Walk, walksOf } from '../../transit/walks.ts';
import { type Half, onFoot, works } from './half.ts';
import { walksFromVenue } from './homeward.ts';
import type { RoundTripInput, TransitTravel } from './input.ts';
import { walksToVenue } from './outbound.ts';
import { type ExplainedHalf, homewardTimesOf, rulesOf } from './transit.ts';

/** Both ends, and how walks between places are drawn. */
export interface JourneyEnds {
  readonly home: Place;
  readonly venue: Place;
  readonly drawWalk: Description['drawWalk'];
}

/**
 * Both journeys of one home by public transport, stop by stop; a half that does not exist is null. They leave
 * and arrive at the very moments that `roundTrips` gives; homeward the venue is left as late as still does,
 * so the wait for the first vehicle is spent there.
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
  const { leaveAt, homeBy } = homewardTimesOf(input, raptor);
  if (half.stop[home] === onFoot) return describeWalkAllTheWay(leaveAt, half.moving[home] ?? 0, about);
  const access = walksFromVenue(travel, leaveAt, rules);
  const found = journeyLeavingAt(raptor, { access, egress: homeWalk(travel, half, home) }, leaveAt, {
    maxRides: rules.maxRides,
    latestSeconds: homeBy,
  });
  return found && describeJourney(found, about);
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
