/** Names of the tables that are read; every other table of a feed is passed over. */
export const gtfsTables = [
  'agency.txt',
  'stops.txt',
  'routes.txt',
  'trips.txt',
  'stop_times.txt',
  'calendar.txt',
  'calendar_dates.txt',
  'frequencies.txt',
  'feed_info.txt',
] as const;
export type GtfsTable = (typeof gtfsTables)[number];

/**
 * What was odd about a feed that was read nevertheless, and what was done about it. Each has words in
 * `core/language`, section `timetable`, and a row in `docs/import.md`.
 */
const gtfsProblemKinds = [
  // The row was used.
  'ragged-row',
  'unknown-route-type',
  'frequency-not-exact',
  'booking-needed',
  // The row was left out.
  'missing-value',
  'bad-value',
  'duplicate-id',
  'unknown-reference',
  'bad-position',
  'not-a-boarding-stop',
  'outside-network',
  // The trip was left out.
  'bad-time',
  'decreasing-times',
  'repeated-sequence',
  'no-end-time',
  'too-few-calls',
  'never-runs',
] as const;
export type GtfsProblemKind = (typeof gtfsProblemKinds)[number];

/** Everything an import of timetables says: the problems, and what is true of whole feeds. */
export type TimetableWarningCode =
  | GtfsProblemKind
  | 'feed-dates-differ'
  | 'times-interpolated'
  | 'trips-outside-network';

/** Where one problem was seen: the 1-based line of the table, and the value that was odd. */
export interface GtfsExample {
  readonly table: GtfsTable;
  readonly row: number;
  readonly value: string;
}

export interface GtfsProblem {
  readonly kind: GtfsProblemKind;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly GtfsExample[];
}

const mostExamples = 5;

/** Collects the problems of one feed. */
export interface Problems {
  add(kind: GtfsProblemKind, table: GtfsTable, row: number, value: string): void;
  count(kind: GtfsProblemKind): number;
  /** By kind, in the order of `gtfsProblemKinds`. */
  list(): readonly GtfsProblem[];
}

export function createProblems(): Problems {
  const found = new Map<GtfsProblemKind, { count: number; examples: GtfsExample[] }>();
  return {
    add(kind, table, row, value) {
      const known = found.get(kind) ?? { count: 0, examples: [] };
      known.count += 1;
      if (known.examples.length < mostExamples) known.examples.push({ table, row, value });
      found.set(kind, known);
    },
    count: (kind) => found.get(kind)?.count ?? 0,
    list: () =>
      gtfsProblemKinds.flatMap((kind) => {
        const known = found.get(kind);
        return known === undefined ? [] : [{ kind, ...known }];
      }),
  };
}
