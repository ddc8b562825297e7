import { createDays, type DayTimetable } from '#core/transit/day.ts';
import { decodeTimetable } from '#core/transit/file.ts';
import { linkTimetable, type TransitNetwork } from '#core/transit/link.ts';
import { createRaptor, type Raptor } from '#core/transit/raptor.ts';
import type { Timetable } from '#core/transit/timetable.ts';
import { type Walks, walksBetween } from '#core/transit/walks.ts';
import { createMemo } from '../memo.ts';
import type { Link, World } from '../world.ts';
import { litBetween } from './on-lit-streets.ts';
import { snapHomes, streetsOf } from './on-streets.ts';

interface Kept {
  readonly timetable: Timetable;
  readonly day: (date: string) => DayTimetable;
}

const timetables = createMemo<Kept>(2);
const networks = createMemo<TransitNetwork>(2);
const raptors = createMemo<Raptor>(8);

const keptOf = ({ timetable }: World): Kept => {
  if (timetable === null) throw new Error('public transport without a timetable');
  return timetables(timetable.key, () => {
    const decoded = decodeTimetable(timetable.bytes);
    return { timetable: decoded, day: createDays(decoded) };
  });
};

/** The timetable on the streets. */
export const networkOf = (world: World): TransitNetwork =>
  networks(world.key, () => {
    if (world.link === null) throw new Error('public transport before the stops are linked');
    const { stopSnaps, transfers } = world.link;
    return { timetable: keptOf(world).timetable, settings: world.settings.transit, stopSnaps, transfers };
  });

/** Searches on one day, in this thread. */
export const raptorOn = (world: World, date: string): Raptor =>
  raptors(`${world.key}|${date}`, () => createRaptor(networkOf(world), keptOf(world).day(date)));

/** Puts stops and homes on the streets and finds the walks between them; the one long search before all others. */
export function linkStops(world: World): Link {
  const { graph, index } = streetsOf(world);
  const { timetable } = keptOf(world);
  const { stopSnaps, transfers } = linkTimetable(graph, index, timetable, world.settings.transit);
  const maxSeconds = world.settings.transit.maxAccessWalkMinutes * 60;
  const homes = snapHomes(world, 'foot');
  const homeWalks = walksBetween(graph, homes, stopSnaps, maxSeconds);
  const homeLit = new Uint8Array(new SharedArrayBuffer(homeWalks.stop.length));
  homeLit.set(litBetween(world, homes, stopSnaps, homeWalks));
  return { stopSnaps, transfers: shared(transfers), homeWalks: shared(homeWalks), homeLit };
}

const shared = ({ offset, stop, seconds }: Walks): Walks => ({
  offset: sharedCopy(offset),
  stop: sharedCopy(stop),
  seconds: sharedCopy(seconds),
});

function sharedCopy(values: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
