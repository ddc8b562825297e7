import { buildGraph } from '#core/roads/graph.ts';
import { columnsOf } from '#core/roads/network.ts';
import { buildSnapIndex } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { createDays } from '#core/transit/day.ts';
import { linkTimetable } from '#core/transit/link.ts';
import { defaultTransitSettings } from '#core/transit/settings.ts';
import { walksTo } from '#core/transit/walks.ts';
import { at, cells, junction, network, size } from './toytown.ts';
import { type ToyTrip, toyTimetable } from './transit-timetable.ts';

/*
 * Two bus lines and a night train in toytown. Every junction is a stop, numbered like the junctions; a
 * vehicle takes 4 minutes a block and does not wait. A block is 25 minutes on foot, so a home reaches
 * the stop at its own junction (0 minutes) and those at the neighbouring ones (25), and no other. There are no
 * transfers on foot: 25 minutes is more than 15.
 *
 *   bus 1  row 2        eastwards from (0,2) at every full hour; westwards from (4,2) at half past
 *   bus 2  column 2     northwards from (2,0) at ten past; southwards from (2,4) at 32 past
 *   train  column 4     from (4,4) at 23:50 over (4,2) at 00:10 to (4,0) at 00:30, 10 minutes a block;
 *                       it calls at (4,4), (4,2) and (4,0) only
 *
 * They meet at (2,2): bus 1 comes by at :08 eastwards and :38 westwards, bus 2 at :18 northwards and :40
 * southwards. So westwards to southwards is a change of 2 minutes, eastwards to northwards of 10.
 *
 *   school day  2026-11-23 to 27, Monday to Friday: buses 6 to 20 h, train. The last bus 1 westwards leaves
 *               (4,2) at 20:30, the last bus 2 southwards (2,4) at 20:32.
 *   Saturday    2026-11-28: bus 1 eastwards at 10:00 and 16:00, westwards at 12:30 and 18:30; train.
 *   Sunday      2026-11-29: nothing, but Saturday's train is under way until 00:30.
 */
export const schoolDay = '2026-11-24';
export const saturday = '2026-11-28';
export const sunday = '2026-11-29';
const blockMinutes = 4;

const hour = 3600;
const schoolDays = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];

function trip(line: number, service: number, start: number, stops: readonly number[], step: number): ToyTrip {
  const calls = stops.map((stop, i) => ({ stop, arrive: start + i * step, depart: start + i * step }));
  const [last = 0] = stops.slice(-1);
  return { id: `${line}/${service}/${stops[0]}/${start}`, line, service, headsign: `Stop ${last}`, calls };
}

const line = Array.from({ length: size }, (_, i) => i);
const row = line.map((column) => junction(column, 2));
const column = line.map((each) => junction(2, each));
const railway = [junction(4, 4), junction(4, 2), junction(4, 0)];

const hours = Array.from({ length: 15 }, (_, i) => 6 + i);
const block = blockMinutes * 60;
const toyTrips: readonly ToyTrip[] = [
  ...hours.flatMap((each) => [
    trip(0, 0, each * hour, row, block),
    trip(0, 0, each * hour + 1800, row.toReversed(), block),
    trip(1, 0, each * hour + 600, column, block),
    trip(1, 0, each * hour + 1920, column.toReversed(), block),
  ]),
  ...[10, 16].map((each) => trip(0, 1, each * hour, row, block)),
  ...[12.5, 18.5].map((each) => trip(0, 1, each * hour, row.toReversed(), block)),
  ...[0, 1].map((service) => trip(2, service, 23 * hour + 3000, railway, 1200)),
];

const toyFeed = {
  timeZone: 'Europe/Riga',
  stops: line.flatMap((y) => line.map((x) => ({ name: `Stop ${junction(x, y)}`, lonLat: at(x, y) }))),
  lines: [
    { shortName: '1', longName: 'West - East', kind: 'bus' },
    { shortName: '2', longName: 'South - North', kind: 'bus' },
    { shortName: 'T', longName: 'Night train', kind: 'rail' },
  ],
  services: [schoolDays, [saturday]],
  firstDate: '2026-11-23',
  dayCount: 7,
  trips: toyTrips,
} as const;

export const timetable = toyTimetable(toyFeed);
export const streets = buildGraph(columnsOf(network), defaultSpeeds, 3059);
export const snapIndex = buildSnapIndex(streets);
/** Toytown's timetable on toytown's streets. */
export const transit = linkTimetable(streets, snapIndex, timetable, defaultTransitSettings);
export const dayOf = createDays(timetable);

const points = timetable.stops.map(({ lonLat }) => lonLat);
const accessSeconds = defaultTransitSettings.maxAccessWalkMinutes * 60;
/** Walks from the toytown cells, in their order, to the stops. */
export const cellWalks = walksTo(
  streets,
  snapIndex,
  cells.map(({ centre }) => centre),
  points,
  accessSeconds,
);
