import { type Reading, readTable } from './table.ts';
import type { TripTable } from './trips.ts';
import { readTime } from './values.ts';

/** A trip that is repeated: leaves its first stop at `start` and every `headway` after it before `end`. Seconds. */
export interface Repeat {
  readonly start: number;
  readonly end: number;
  readonly headway: number;
  readonly row: number;
}

/** Nothing public leaves the same stop on the same line more often; a smaller number is a slip, and a bomb. */
const leastHeadway = 20;

/** Repeats by index of the trip whose calls are the pattern of all of them. */
export function readFrequencies(reading: Reading, trips: TripTable): Map<number, Repeat[]> {
  const { problems } = reading;
  const table = 'frequencies.txt';
  const repeats = new Map<number, Repeat[]>();
  const layout = {
    table,
    required: ['trip_id', 'start_time', 'end_time', 'headway_secs'],
    optional: ['exact_times'],
  } as const;
  readTable(reading, layout, (at) => (cells, row) => {
    const id = cells[at.trip_id] ?? '';
    const trip = trips.indexOf.get(id);
    if (trip === undefined) return problems.add('unknown-reference', table, row, `trip_id ${id}`);
    const [start, end] = [readTime(cells[at.start_time] ?? ''), readTime(cells[at.end_time] ?? '')];
    const seconds = cells[at.headway_secs] ?? '';
    const headway = /^\d{1,6}$/.test(seconds) ? Number(seconds) : 0;
    if (start < 0 || end <= start || headway < leastHeadway) {
      return problems.add('bad-value', table, row, `${id}: ${seconds}`);
    }
    if ((cells[at.exact_times] ?? '') !== '1') problems.add('frequency-not-exact', table, row, id);
    const known = repeats.get(trip) ?? [];
    known.push({ start, end, headway, row });
    repeats.set(trip, known);
  });
  return repeats;
}

/** "07:05:00", as it stands behind the id of a repeated trip. */
export const clockText = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

/** Departures of all repeats of one trip, each once, with the line of the table that states it. */
export function departuresOf(repeats: readonly Repeat[]): number[] {
  const departures = new Set<number>();
  for (const { start, end, headway } of repeats) {
    for (let time = start; time < end; time += headway) departures.add(time);
  }
  return [...departures].sort((a, b) => a - b);
}
