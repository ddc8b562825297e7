/** A trip ready to be put with its likes: everything by number. */
export interface PatternTrip {
  readonly id: string;
  readonly line: number;
  readonly service: number;
  readonly headsign: string;
  readonly stops: readonly number[];
  readonly uses: readonly number[];
  readonly times: Int32Array;
}

/** Trips of one line over the same stops with the same use of them, none overtaking another, by time. */
export type Pattern = readonly [PatternTrip, ...PatternTrip[]];

/**
 * Puts trips into patterns. Trips that overtake one another go into different ones (first fit in order of
 * time), because a search that takes the first trip to leave relies on its being the first to arrive.
 * The result does not depend on the order of the trips.
 */
export function findPatterns(trips: readonly PatternTrip[]): Pattern[] {
  const groups = new Map<string, PatternTrip[]>();
  for (const trip of trips) {
    const key = `${trip.line}|${trip.stops.join()}|${trip.uses.join('')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [trip]);
    else group.push(trip);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => withoutOvertaking(group.sort(byTime)))
    .sort((a, b) => a[0].line - b[0].line);
}

function withoutOvertaking(sorted: readonly PatternTrip[]): Pattern[] {
  const chains: [PatternTrip, ...PatternTrip[]][] = [];
  for (const trip of sorted) {
    const chain = chains.find((each) => isNeverBefore(trip, each.at(-1) ?? trip));
    if (chain === undefined) chains.push([trip]);
    else chain.push(trip);
  }
  return chains;
}

/** Whether the later trip arrives and leaves nowhere before the earlier one. */
function isNeverBefore(later: PatternTrip, earlier: PatternTrip): boolean {
  for (let i = 0; i < later.times.length; i += 1) {
    if ((later.times[i] ?? 0) < (earlier.times[i] ?? 0)) return false;
  }
  return true;
}

/** By the times at every stop in turn; of equal ones by id. */
function byTime(a: PatternTrip, b: PatternTrip): number {
  for (let i = 0; i < a.times.length; i += 1) {
    const difference = (a.times[i] ?? 0) - (b.times[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : 1;
}
