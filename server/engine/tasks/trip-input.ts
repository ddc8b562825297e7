import type { RoundTripInput, StreetTravel, TransitTravel } from '#core/access/round-trip/input.ts';
import { type Announced, type EventTiming, type Shifts, timingOf } from '#core/access/round-trip/timing.ts';
import type { LonLat } from '#core/place/units.ts';
import { journey, journeyCost, seedsFrom, seedsTo } from '#core/roads/journey.ts';
import { createSearch, unreachable } from '#core/roads/reach.ts';
import { type Snap, snap } from '#core/roads/snap.ts';
import type { Mode } from '#core/roads/street.ts';
import { isServed } from '#core/transit/calendar.ts';
import type { Raptor } from '#core/transit/raptor.ts';
import { noTime } from '#core/transit/timetable.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { walksBetween } from '#core/transit/walks.ts';
import type { World } from '../world.ts';
import { directSeconds } from './on-foot.ts';
import { litBetween, litDirect } from './on-lit-streets.ts';
import { snapHomes, streetsOf } from './on-streets.ts';
import { networkOf, raptorOn } from './on-timetable.ts';

/** An event as the threads need to know it. */
export interface TripEvent {
  readonly announced: Announced;
  /** Null: it has no place on the map. */
  readonly lonLat: LonLat | null;
  readonly mode: TravelMode;
}

/** What round trips to one event are reckoned from, whatever it is moved by: the searches are run once. */
export function tripInputs(world: World, { announced, lonLat, mode }: TripEvent) {
  const travelOf = travelTo(world, lonLat, mode);
  const { homes, settings } = world;
  const { index } = streetsOf(world);
  const onMode: Mode = mode === 'public-transport' ? 'foot' : mode;
  const venue = lonLat && { lonLat, isSnapped: snap(index, lonLat, onMode) !== null };
  const isSnapped = snapHomes(world, onMode).map((home) => home !== null);
  const onDemand = { zones: world.zones, ...carTimes(world, lonLat) };
  return (shifts: Shifts): RoundTripInput => {
    const timing = timingOf(announced, shifts, settings.roundTrip, world.timeZone, lonLat);
    const travel = travelOf(timing);
    return { homes: { ...homes, isSnapped }, venue, timing, settings: settings.roundTrip, travel, onDemand };
  };
}

type TravelOf = (timing: EventTiming) => StreetTravel | TransitTravel;

function travelTo(world: World, lonLat: LonLat | null, mode: TravelMode): TravelOf {
  if (mode !== 'public-transport') {
    const maxFootMinutes = world.settings.transit.maxTravelMinutes;
    const times = streetTimes(world, lonLat, mode);
    const lit = mode === 'foot' ? litOnFoot(world, lonLat, times.toVenueMs, maxFootMinutes) : null;
    const travel = { kind: 'streets', mode, maxFootMinutes, ...times, lit } as const;
    return () => travel;
  }
  const { maxAccessWalkMinutes } = world.settings.transit;
  const { graph, index } = streetsOf(world);
  const place = lonLat && snap(index, lonLat, 'foot');
  const network = world.link === null ? null : networkOf(world);
  const none = { offset: new Int32Array(2), stop: new Int32Array(0), seconds: new Int32Array(0) };
  const venueWalks = network
    ? walksBetween(graph, [place], network.stopSnaps, maxAccessWalkMinutes * 60)
    : none;
  const longest = 2 * maxAccessWalkMinutes * 60;
  const direct = directSeconds(world, place, longest);
  const fixed = {
    kind: 'public-transport' as const,
    homeWalks: world.link?.homeWalks ?? { ...none, offset: new Int32Array(world.homes.people.length + 1) },
    venueWalks,
    directSeconds: direct,
    lit: world.link && {
      home: world.link.homeLit,
      venue: litBetween(world, [place], network?.stopSnaps ?? [], venueWalks),
      direct: litDirect(world, place, direct, longest),
    },
  };
  const raptor = (date: string): Raptor | null =>
    network !== null && isServed(network.timetable, date) ? raptorOn(world, date) : null;
  return ({ outboundDate, homewardDate }) => ({
    ...fixed,
    outbound: raptor(outboundDate),
    homeward: raptor(homewardDate),
  });
}

/** For each home whether its way on foot keeps to lit streets. */
function litOnFoot(world: World, lonLat: LonLat | null, ms: Int32Array, maxMinutes: number): Uint8Array {
  const { index } = streetsOf(world);
  const seconds = ms.map((each) => (each === unreachable ? noTime : Math.ceil(each / 1000)));
  return litDirect(world, lonLat && snap(index, lonLat, 'foot'), seconds, maxMinutes * 60);
}

/** Rides on demand take as long as by car; without zones nobody asks. */
function carTimes(world: World, lonLat: LonLat | null) {
  if (world.zones.length > 0) return streetTimes(world, lonLat, 'car');
  return { toVenueMs: new Int32Array(0), fromVenueMs: new Int32Array(0) };
}

/** Milliseconds of each home to the venue and back from it. */
function streetTimes(world: World, lonLat: LonLat | null, mode: Mode) {
  const { graph, index } = streetsOf(world);
  const homes = snapHomes(world, mode);
  const place = lonLat && snap(index, lonLat, mode);
  const none = () => new Int32Array(homes.length).fill(unreachable);
  if (!place) return { toVenueMs: none(), fromVenueMs: none() };
  const times = (cost: (home: Snap) => { readonly milliseconds: number } | null) =>
    Int32Array.from(homes, (home) => (home && cost(home)?.milliseconds) ?? unreachable);
  const there = createSearch(graph.modes[mode].in)(seedsTo(graph, mode, place));
  const toVenueMs = times((home) => journey(graph, mode, home, place, there));
  const back = createSearch(graph.modes[mode].out)(seedsFrom(graph, mode, place));
  return { toVenueMs, fromVenueMs: times((home) => journeyCost(graph, mode, place, home, back)) };
}
