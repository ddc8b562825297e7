import type { AccessAnswer, AccessQuery, CellColumns } from './answer.ts';
import { measures } from './index.ts';
import type { AccessInput, NamedTerritory } from './input.ts';
import type { Measure } from './measure.ts';
import { type Row, territoryRow, venueRows } from './rows.ts';

/**
 * A complete answer from travel that is already known: arithmetic only. `whole` names the row of sums over
 * all homes.
 */
export function computeAccess(
  query: AccessQuery,
  input: AccessInput,
  whole: NamedTerritory,
  leftOut: AccessAnswer['leftOut'],
): AccessAnswer {
  const measure = measures[query.measure];
  const { homes } = input;
  const rows = homes.id.map((id, home): Row => {
    const people = homes.people[home] ?? 0;
    return { ...measure.valueOf(input, home), id, people, settlement: homes.settlement[home] ?? '' };
  });
  const byTerritory = input.territories.map((): Row[] => []);
  rows.forEach((row, home) => {
    byTerritory[homes.territory[home] ?? -1]?.push(row);
  });
  return {
    query,
    unit: measure.unit,
    classes: measure.classes,
    cells: cellColumns(input, rows, measure),
    territories: input.territories.map((territory, i) =>
      territoryRow(measure, territory, byTerritory[i] ?? []),
    ),
    total: territoryRow(measure, whole, rows),
    venues: measure.destination === 'offer' ? venueRows(input, rows) : [],
    leftOut,
  };
}

function cellColumns({ homes }: AccessInput, rows: readonly Row[], measure: Measure): CellColumns {
  return {
    id: homes.id,
    people: homes.people,
    ...(homes.smallCounts === undefined ? {} : { smallCounts: homes.smallCounts }),
    ring: homes.ring,
    territory: homes.territory,
    value: rows.map((row) => row.value),
    reason: rows.map((row) => row.reason),
    minutes: rows.map((row) => row.minutes),
    km: rows.map((row) => row.km),
    venue: rows.map((row) => (measure.destination === 'offer' ? row.destination : null)),
  };
}
