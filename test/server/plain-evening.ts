/** An evening reckoned with plain-round-trips.ts: minutes count from midnight of its date. */
import { nightAfter } from '#core/access/round-trip/night.ts';
import type { LonLat } from '#core/place/units.ts';
import {
  type Connection,
  cells,
  connectionsOn,
  type PlainWalk,
  stops,
  walksFrom,
} from './plain-round-trips.ts';

export interface PlainEvent {
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly lonLat: LonLat;
}

type StopWalk = PlainWalk & { readonly stop: string };
const [walkMost, walkInTheDark, transferMost, change, travelMost, homeBy] = [30, 15, 15, 1, 180, 26 * 60];

/** Earliest getting off at each stop when these stops are reached on foot at these minutes: a scan of the day. */
function scan(
  connections: readonly Connection[],
  seeds: ReadonlyMap<string, number>,
  transfers: ReadonlyMap<string, readonly StopWalk[]>,
): Map<string, number> {
  const off = new Map<string, number>();
  const ready = new Map(seeds);
  const aboard = new Set<string>();
  for (const { trip, from, to, departs, arrives } of connections) {
    if (!aboard.has(trip) && (ready.get(from) ?? Infinity) > departs) continue;
    aboard.add(trip);
    if (arrives >= (off.get(to) ?? Infinity)) continue;
    off.set(to, arrives);
    for (const { stop, minutes } of [{ stop: to, minutes: 0 }, ...(transfers.get(to) ?? [])]) {
      const then = arrives + minutes + change;
      if (then < (ready.get(stop) ?? Infinity)) ready.set(stop, then);
    }
  }
  return off;
}

const stopWalks = new Map(
  stops.map(({ id, lonLat }) => [
    id,
    walksFrom(lonLat).toStops.filter(({ stop, minutes }) => stop !== id && minutes <= transferMost),
  ]),
);
const cellWalks = cells.map(({ centre }) => walksFrom(centre).toStops);
const least = (values: readonly number[]) => Math.min(Infinity, ...values);

/** Everything about one evening that the page quotes. */
export function plainEvening({ date, start, end, lonLat }: PlainEvent) {
  const connections = connectionsOn(date);
  const midnight = Date.parse(`${date}T00:00:00+02:00`);
  const night = nightAfter(date, lonLat, 'Europe/Riga');
  const dusk = night ? (night.fromMs - midnight) / 60_000 : Infinity;
  const mayWalk = ({ minutes, isLit }: PlainWalk, from: number) =>
    minutes <= walkMost && (isLit || minutes <= walkInTheDark || from + minutes <= dusk);
  const venue = walksFrom(lonLat);

  const homewardAt = (leaving: number, running = connections): number[] => {
    const seeds = new Map(
      venue.toStops
        .filter((walk) => mayWalk(walk, leaving))
        .map((walk) => [walk.stop, leaving + walk.minutes]),
    );
    const off = scan(running, seeds, stopWalks);
    return cells.map((_, home) => {
      const direct = venue.toCells[home];
      const rides = (cellWalks[home] ?? []).map((walk) => {
        const at = off.get(walk.stop) ?? Infinity;
        return mayWalk(walk, at) ? at + walk.minutes : Infinity;
      });
      return least([...rides, direct && mayWalk(direct, leaving) ? leaving + direct.minutes : Infinity]);
    });
  };

  /** The last whole minute of leaving home in time for the start; null for none. */
  const leaveBy = (home: number, begin = start): number | null => {
    const walks = cellWalks[home] ?? [];
    const direct = venue.toCells[home];
    const by = begin - 10;
    for (let leaving = by; leaving >= by - travelMost; leaving -= 1) {
      if (direct && mayWalk(direct, leaving) && leaving + direct.minutes <= by) return leaving;
      const seeds = new Map(
        walks.filter((walk) => mayWalk(walk, leaving)).map((walk) => [walk.stop, leaving + walk.minutes]),
      );
      if (seeds.size === 0) continue;
      const off = scan(connections, seeds, stopWalks);
      const isThere = venue.toStops.some((walk) => {
        const at = off.get(walk.stop) ?? Infinity;
        return mayWalk(walk, at) && at + walk.minutes <= by;
      });
      if (isThere) return leaving;
    }
    return null;
  };

  const isHome = (at: number) => at <= homeBy;
  return { connections, dusk, homewardAt, leaveBy, isHome, leaving: end + 10, homeBy };
}
