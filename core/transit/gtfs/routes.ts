import type { Line } from '../timetable.ts';
import type { Agencies } from './agencies.ts';
import { type Reading, readTable } from './table.ts';
import { vehicleKindOf } from './vehicle-kind.ts';

/** Lines by GTFS `route_id`; their ids are those of the feed, without its prefix. */
export function readRoutes(reading: Reading, agencies: Agencies): Map<string, Line> {
  const { problems } = reading;
  const lines = new Map<string, Line>();
  const layout = {
    table: 'routes.txt',
    required: ['route_id', 'route_type'],
    optional: ['agency_id', 'route_short_name', 'route_long_name'],
  } as const;
  readTable(reading, layout, (at) => (cells, row) => {
    const id = cells[at.route_id] ?? '';
    if (id === '') return problems.add('missing-value', 'routes.txt', row, 'route_id');
    if (lines.has(id)) return problems.add('duplicate-id', 'routes.txt', row, id);
    const type = cells[at.route_type] ?? '';
    const kind = vehicleKindOf(type);
    if (kind === null) problems.add('unknown-route-type', 'routes.txt', row, type);
    lines.set(id, {
      id,
      shortName: cells[at.route_short_name] ?? '',
      longName: cells[at.route_long_name] ?? '',
      kind: kind ?? 'other',
      agency: agencies.names.get(cells[at.agency_id] ?? '') ?? '',
    });
  });
  return lines;
}
