import type { Line } from '../timetable.ts';
import type { Service } from './services.ts';
import { type Reading, readTable } from './table.ts';

/** A row of `trips.txt` whose line and service are known. */
export interface TripRow {
  readonly id: string;
  readonly lineId: string;
  readonly serviceId: string;
  readonly headsign: string;
  /** Line of the table. */
  readonly row: number;
}

export interface TripTable {
  readonly rows: readonly TripRow[];
  readonly indexOf: ReadonlyMap<string, number>;
}

export function readTrips(
  reading: Reading,
  lines: ReadonlyMap<string, Line>,
  services: ReadonlyMap<string, Service>,
): TripTable {
  const { problems } = reading;
  const rows: TripRow[] = [];
  const indexOf = new Map<string, number>();
  const layout = {
    table: 'trips.txt',
    required: ['route_id', 'service_id', 'trip_id'],
    optional: ['trip_headsign'],
  } as const;
  readTable(reading, layout, (at) => (cells, row) => {
    const id = cells[at.trip_id] ?? '';
    const [lineId, serviceId] = [cells[at.route_id] ?? '', cells[at.service_id] ?? ''];
    if (id === '') return problems.add('missing-value', 'trips.txt', row, 'trip_id');
    if (indexOf.has(id)) return problems.add('duplicate-id', 'trips.txt', row, id);
    if (!lines.has(lineId)) return problems.add('unknown-reference', 'trips.txt', row, `route_id ${lineId}`);
    if (!services.has(serviceId)) {
      return problems.add('unknown-reference', 'trips.txt', row, `service_id ${serviceId}`);
    }
    indexOf.set(id, rows.length);
    rows.push({ id, lineId, serviceId, headsign: cells[at.trip_headsign] ?? '', row });
  });
  return { rows, indexOf };
}
