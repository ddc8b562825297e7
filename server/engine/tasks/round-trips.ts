import { bothHalves, roundTrips } from '#core/access/round-trip/compute.ts';
import { tripJourneys } from '#core/access/round-trip/journeys.ts';
import { laterDepartures } from '#core/access/round-trip/later-departures.ts';
import { shiftCurves } from '#core/access/round-trip/shift.ts';
import { asAnnounced, type Shifts } from '#core/access/round-trip/timing.ts';
import type { HomeRoundTrip, RoundTripJourneys, ShiftAnswer } from '#core/access/round-trip-answer.ts';
import { snap } from '#core/roads/snap.ts';
import { Cancelled } from '#core/transit/rounds.ts';
import { createWalkDrawer } from '#core/transit/walk-line.ts';
import type { World } from '../world.ts';
import { streetsOf } from './on-streets.ts';
import { lineOf } from './street-ways.ts';
import { type TripEvent, tripInputs } from './trip-input.ts';

export interface RoundTripTask {
  readonly event: TripEvent;
  readonly shifts: Shifts;
}

/** Who can come to an event and get home again, in the order of the homes. */
export const roundTripOfHomes = (world: World, { event, shifts }: RoundTripTask): HomeRoundTrip[] =>
  roundTrips(tripInputs(world, event)(shifts));

/** What moving the event, or the last departure, would do. */
export function shiftOf(
  world: World,
  event: TripEvent,
  isCancelled: () => boolean,
): Pick<ShiftAnswer, 'byEndShift' | 'byStartShift' | 'laterDepartures'> {
  const inputs = tripInputs(world, event);
  const curves = shiftCurves((shifts) => {
    if (isCancelled()) throw new Cancelled();
    return inputs(shifts);
  });
  if (isCancelled()) throw new Cancelled();
  return { ...curves, laterDepartures: laterDepartures(inputs(asAnnounced)) };
}

export interface JourneysTask extends RoundTripTask {
  readonly home: number;
  readonly homeName: string;
  readonly placeName: string;
}

/** The round trip of one home, and by public transport both journeys stop by stop. */
export function journeysOfHome(
  world: World,
  { event, shifts, home, homeName, placeName }: JourneysTask,
): Pick<RoundTripJourneys, 'trip' | 'outbound' | 'homeward'> {
  const input = tripInputs(world, event)(shifts);
  const trip = roundTrips(input)[home];
  if (trip === undefined) throw new RangeError(`no home ${home}`);
  const { travel, venue } = input;
  const homeLonLat = world.homes.lonLat[home];
  if (travel.kind === 'streets' || venue === null || homeLonLat === undefined) {
    return { trip, outbound: null, homeward: null };
  }
  const { graph, index } = streetsOf(world);
  const journeys = tripJourneys(input, travel, bothHalves(input), home, {
    home: { name: homeName, lonLat: homeLonLat, snap: snap(index, homeLonLat, 'foot') },
    venue: { name: placeName, lonLat: venue.lonLat, snap: snap(index, venue.lonLat, 'foot') },
    drawWalk: createWalkDrawer(graph, (edge) => lineOf(graph, edge)),
  });
  return { trip, ...journeys };
}
