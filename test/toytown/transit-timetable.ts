import type { LonLat } from '#core/place/units.ts';
import { canGetOff, canGetOn, type Line, type Stop, type Timetable } from '#core/transit/timetable.ts';

/** One call of a trip at a stop (by number); seconds from noon minus 12 hours of its service day. */
interface ToyCall {
  readonly stop: number;
  readonly arrive: number;
  readonly depart: number;
  /** Bits `canGetOn` and `canGetOff`; both unless said. */
  readonly use?: number;
}

export interface ToyTrip {
  readonly id: string;
  readonly line: number;
  readonly service: number;
  readonly headsign?: string;
  readonly calls: readonly ToyCall[];
}

export interface ToyFeed {
  readonly timeZone: string;
  readonly stops: readonly { readonly name: string; readonly lonLat: LonLat }[];
  readonly lines: readonly Omit<Line, 'id' | 'agency'>[];
  /** Dates on which each service runs. */
  readonly services: readonly (readonly string[])[];
  readonly firstDate: string;
  readonly dayCount: number;
  readonly trips: readonly ToyTrip[];
}

const dayMs = 86_400_000;

/** A timetable out of plain trips: what the reader of GTFS makes out of files. */
export function toyTimetable(feed: ToyFeed): Timetable {
  const patterns = patternsOf(feed.trips);
  const trips = patterns.flat();
  const firsts = patterns.map(([first]) => first?.calls ?? []);
  const dateOf = (day: number) =>
    new Date(Date.parse(`${feed.firstDate}T00:00Z`) + day * dayMs).toISOString().slice(0, 10);
  return {
    timeZone: feed.timeZone,
    feeds: [
      {
        id: '0',
        fileName: 'toytown.zip',
        publisher: 'Toytown',
        version: null,
        firstDate: feed.firstDate,
        lastDate: dateOf(feed.dayCount - 1),
      },
    ],
    stops: feed.stops.map((stop, i): Stop => ({ id: `0:${i}`, ...stop })),
    lines: feed.lines.map((line, i): Line => ({ id: `0:${i}`, agency: 'Toytown', ...line })),
    patternCount: patterns.length,
    patternLine: Int32Array.from(patterns, ([first]) => first?.line ?? 0),
    patternStopOffset: sums(firsts.map((calls) => calls.length)),
    patternStops: Int32Array.from(firsts.flat(), ({ stop }) => stop),
    patternStopUse: Uint8Array.from(firsts.flat(), useOf),
    patternTripOffset: sums(patterns.map((each) => each.length)),
    tripCount: trips.length,
    tripIds: trips.map(({ id }) => `0:${id}`),
    tripHeadsigns: trips.map(({ headsign }) => headsign ?? ''),
    tripService: Int32Array.from(trips, ({ service }) => service),
    tripTimeOffset: sums(trips.map(({ calls }) => 2 * calls.length)),
    tripTimes: Int32Array.from(trips.flatMap(timesOf)),
    serviceCount: feed.services.length,
    firstDate: feed.firstDate,
    dayCount: feed.dayCount,
    serviceRuns: Uint8Array.from(
      feed.services.flatMap((dates) =>
        Array.from({ length: feed.dayCount }, (_, day) => (dates.includes(dateOf(day)) ? 1 : 0)),
      ),
    ),
  };
}

const useOf = ({ use }: ToyCall) => use ?? canGetOn | canGetOff;
const timesOf = ({ calls }: ToyTrip) => calls.flatMap(({ arrive, depart }) => [arrive, depart]);

/** Trips of one line with the same calls, by time, none overtaking another. */
function patternsOf(trips: readonly ToyTrip[]): ToyTrip[][] {
  const patterns = new Map<string, ToyTrip[][]>();
  const byTime = trips.toSorted((a, b) => {
    const [x, y] = [timesOf(a), timesOf(b)];
    return x.map((time, i) => time - (y[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
  for (const trip of byTime) {
    const key = `${trip.line}:${trip.calls.map((call) => `${call.stop}/${useOf(call)}`).join()}`;
    const alike = patterns.get(key) ?? [];
    patterns.set(key, alike);
    const pattern = alike.find((candidate) => {
      const last = timesOf(candidate.at(-1) ?? trip);
      return timesOf(trip).every((time, i) => time >= (last[i] ?? 0));
    });
    if (pattern) pattern.push(trip);
    else alike.push([trip]);
  }
  return [...patterns.values()].flat();
}

function sums(lengths: readonly number[]): Int32Array {
  const offset = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    offset[i + 1] = (offset[i] ?? 0) + length;
  });
  return offset;
}
