import { toLks92 } from '#core/place/lks92.ts';
import type { LonLat } from '#core/place/units.ts';
import { distance } from './plane.ts';
import { type BusRoads, fastestWays } from './timetable-roads.ts';
import type { Departure, DeparturePlan, Direction, LinePlan } from './timetable-tables.ts';

/** Standing at each stop on the way. */
const dwellSeconds = 30;
/** Between two stations of one town that stand at one point of the map. */
const sameTownMinutes = 5;

/** A trip as passengers read it: whole minutes after midnight at each stop. */
export interface ModelTrip {
  readonly line: LinePlan;
  readonly service: string;
  readonly direction: Direction;
  readonly stops: readonly string[];
  readonly minutes: readonly number[];
}

/** All trips of the plan, in its order. */
export function modelTrips(
  lines: readonly LinePlan[],
  plans: readonly DeparturePlan[],
  roads: BusRoads,
  places: ReadonlyMap<string, LonLat>,
): ModelTrip[] {
  return plans.flatMap(({ line: id, service, direction, departures }) => {
    const line = lines.find((each) => each.id === id);
    if (line === undefined) throw new Error(`departures of an unknown line ${id}`);
    const stops = direction === 'out' ? line.stops : [...line.stops].reverse();
    const offsets =
      line.kind === 'rail' ? railMinutes(line, direction, stops, places) : busMinutes(stops, roads);
    return departures.map((departure) => {
      const start = startOf(departure, stops, offsets);
      return { line, service, direction, stops, minutes: offsets.map((offset) => start + offset) };
    });
  });
}

function startOf({ minute, at }: Departure, stops: readonly string[], offsets: readonly number[]): number {
  if (at === null) return minute;
  const offset = offsets[stops.lastIndexOf(at)];
  if (offset === undefined) throw new Error(`${at} is no stop of the line`);
  return minute - offset;
}

/** Minutes after leaving the first stop, rounded up as timetables of buses are; at least one between stops. */
function busMinutes(stops: readonly string[], roads: BusRoads): number[] {
  let seconds = 0;
  let minutes = 0;
  return stops.map((stop, index) => {
    const before = stops[index - 1];
    if (before === undefined) return 0;
    const way = fastestWays(roads.hops, roads.nodeOf(before)).seconds.get(roads.nodeOf(stop));
    if (way === undefined) throw new Error(`no road from ${before} to ${stop}`);
    seconds += way + (index > 1 ? dwellSeconds : 0);
    minutes = Math.max(minutes + 1, Math.ceil(seconds / 60));
    return minutes;
  });
}

/** The known minutes of the whole way, shared out by straight distance between stations. */
function railMinutes(
  line: LinePlan,
  direction: Direction,
  stops: readonly string[],
  places: ReadonlyMap<string, LonLat>,
): number[] {
  const whole = line.minutes[direction];
  if (whole === null) throw new Error(`no journey time of ${line.id}`);
  const points = stops.map((stop) => {
    const position = places.get(stop);
    if (position === undefined) throw new Error(`no position of the station ${stop}`);
    return toLks92(position);
  });
  const metres = points.map((point, index) => distance(points[index - 1] ?? point, point));
  const sameTown = metres.map((length, index) => (index > 0 && length === 0 ? sameTownMinutes : 0));
  const sum = (values: readonly number[], count = values.length) =>
    values.slice(0, count).reduce((a, b) => a + b, 0);
  const running = whole - sum(sameTown);
  return stops.map((_, index) => {
    const share = sum(metres, index + 1) / sum(metres);
    return Math.round(running * share) + sum(sameTown, index + 1);
  });
}
