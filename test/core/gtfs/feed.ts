import { expect } from 'vitest';
import { Problem } from '#core/problem.ts';
import type { GtfsProblemKind, GtfsTable } from '#core/transit/gtfs/problems.ts';
import { type GtfsOptions, readGtfs } from '#core/transit/gtfs/read.ts';

export type Tables = Partial<Record<GtfsTable, string>>;

/**
 * A tiny feed: stops A to D a hundredth of a degree of latitude apart, one line, one weekday service in
 * January 2026, one trip that calls at A, B and C from 08:00 on, ten minutes apart.
 */
export const tiny: Tables = {
  'agency.txt': 'agency_id,agency_name,agency_timezone\nX,Agency X,Europe/Riga\n',
  'stops.txt':
    'stop_id,stop_name,stop_lat,stop_lon\nA,Ābele,57.00,23.00\nB,Bērzs,57.01,23.00\nC,Ceriņš,57.02,23.00\nD,Dadzis,57.03,23.00\n',
  'routes.txt': 'route_id,agency_id,route_short_name,route_long_name,route_type\nR,X,1,A-D,3\n',
  'trips.txt': 'route_id,service_id,trip_id\nR,W,T\n',
  'stop_times.txt':
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nT,08:00:00,08:00:00,A,1\nT,08:10:00,08:10:00,B,2\nT,08:20:00,08:20:00,C,3\n',
  'calendar.txt':
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nW,1,1,1,1,1,0,0,20260101,20260131\n',
};

/** Reads feeds named "a.zip", "b.zip" ... in pieces of `pieceLength` signs. */
export function read(feeds: readonly Tables[], options: GtfsOptions = {}, pieceLength = 7) {
  const cut = (text: string) => text.match(new RegExp(`[\\s\\S]{1,${pieceLength}}`, 'g')) ?? [];
  return readGtfs(
    feeds.map((tables, index) => ({
      fileName: `${'abcdef'[index]}.zip`,
      tables: Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, cut(text)])),
    })),
    options,
  );
}

/** Calls of each trip as "A 8:00, B 8:10-8:11" in hours and minutes, by id. */
export function calls({ timetable }: ReturnType<typeof read>): Record<string, string> {
  const { patternStopOffset: offset, patternTripOffset, patternStops, stops, tripTimes } = timetable;
  const said: [string, string][] = [];
  for (let p = 0; p < timetable.patternCount; p += 1) {
    const names = [...patternStops.subarray(offset[p], offset[p + 1])].map((s) => stops[s]?.id.slice(2));
    for (let t = patternTripOffset[p] ?? 0; t < (patternTripOffset[p + 1] ?? 0); t += 1) {
      const from = timetable.tripTimeOffset[t] ?? 0;
      const texts = names.map((name, i) => {
        const [arrival, departure] = [tripTimes[from + 2 * i] ?? 0, tripTimes[from + 2 * i + 1] ?? 0];
        return `${name} ${clock(arrival)}${arrival === departure ? '' : `-${clock(departure)}`}`;
      });
      said.push([timetable.tripIds[t] ?? '', texts.join(', ')]);
    }
  }
  return Object.fromEntries(said);
}

const clock = (seconds: number): string => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${hours}:${String(minutes).padStart(2, '0')}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
};

/** Problems of the first feed: how many of each kind, and where the first was. */
export const problems = ({ report }: ReturnType<typeof read>): Partial<Record<GtfsProblemKind, string>> =>
  Object.fromEntries(
    (report.feeds[0]?.problems ?? []).map(({ kind, count, examples: [first] }) => [
      kind,
      `${count} ${first?.table} ${first?.row} ${first?.value}`,
    ]),
  );

/** The tiny feed with tables replaced, or rows put at the end of them. */
export const change = (replaced: Tables, added: Tables = {}): Tables => {
  const tables = { ...tiny, ...replaced };
  const longer = Object.entries(added).map(([name, rows]) => [
    name,
    `${(tables[name as GtfsTable] ?? '').replace(/\n$/, '')}\n${rows}`,
  ]);
  return { ...tables, ...Object.fromEntries(longer) };
};

/** The faults for which the feeds are refused. */
export function faultsOf(feeds: readonly Tables[], options: GtfsOptions = {}): readonly string[] {
  try {
    read(feeds, options);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toBe('bad-import');
    return error.faults.map(({ field, row, fault, value, expected }) =>
      `${field}${row ? ` ${row}` : ''}: ${fault} ${value ?? ''} ${expected ?? ''}`.trim(),
    );
  }
  throw new Error('the feeds were not refused');
}
