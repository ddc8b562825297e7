import type { Bbox } from '../../place/units.ts';
import { Problem } from '../../problem.ts';
import type { Line } from '../timetable.ts';
import { readAgencies } from './agencies.ts';
import { type FeedInfo, readFeedInfo } from './feed-info.ts';
import { type FeedCounts, type FeedTrip, readFeedTrips } from './feed-trips.ts';
import { createProblems, type GtfsTable } from './problems.ts';
import { readRoutes } from './routes.ts';
import { readServices, type Service } from './services.ts';
import { readStops, type StopRow } from './stops.ts';
import { type GtfsFeed, type Reading, whereIn } from './table.ts';

/** One feed, read and cleaned. */
export interface FeedContent {
  readonly reading: Reading;
  readonly timeZone: string;
  readonly info: FeedInfo;
  readonly stops: readonly StopRow[];
  readonly lines: ReadonlyMap<string, Line>;
  readonly services: ReadonlyMap<string, Service>;
  readonly trips: readonly FeedTrip[];
  readonly counts: FeedCounts;
}

const requiredTables: readonly GtfsTable[] = [
  'agency.txt',
  'stops.txt',
  'routes.txt',
  'trips.txt',
  'stop_times.txt',
];

/**
 * Reads one feed. What cannot be trusted as a whole ends it; a single row or trip is left out and reported.
 * @throws Problem `bad-import` for a missing table or column, a bad time zone, or no trip that can be used.
 */
export function readFeed(feed: GtfsFeed, bounds: Bbox | null): FeedContent {
  const missing = requiredTables.filter((table) => feed.tables[table] === undefined);
  if (missing.length > 0) {
    throw new Problem('bad-import', {
      faults: missing.map((table) => ({ field: whereIn(feed, table), fault: 'missing' })),
    });
  }
  const reading: Reading = { feed, problems: createProblems(), rows: new Map() };
  const info = readFeedInfo(reading);
  const agencies = readAgencies(reading);
  const stops = readStops(reading, bounds);
  const lines = readRoutes(reading, agencies);
  const services = readServices(reading);
  const { trips, counts } = readFeedTrips(reading, stops, lines, services);
  if (trips.length === 0) throw noTrip(reading);
  return { reading, timeZone: agencies.timeZone, info, stops: stops.rows, lines, services, trips, counts };
}

/** Names the reasons that left nothing, because they are what must be mended. */
function noTrip({ feed, problems }: Reading): Problem {
  const causes = problems.list().flatMap(({ kind, examples }) =>
    examples.slice(0, 1).map(({ table, row, value }) => ({
      field: whereIn(feed, table),
      row,
      fault: kind === 'unknown-reference' ? ('unknown-reference' as const) : ('malformed' as const),
      value: `${kind}: ${value}`,
    })),
  );
  const none = {
    field: whereIn(feed, 'trips.txt'),
    fault: 'out-of-range',
    value: '0',
    expected: '>= 1',
  } as const;
  return new Problem('bad-import', { faults: [none, ...causes] });
}
