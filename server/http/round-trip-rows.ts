import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { cellValues, territoryValues } from '#core/map/round-trip-table.ts';
import type { Data } from '../context.ts';
import type { Level } from './access-rows.ts';
import { type CsvValue, writeCsv } from './csv.ts';
import { type About, aboutColumns } from './envelope.ts';
import { cellShapes, territoryShapes } from './shapes.ts';

interface Row {
  readonly id: string;
  readonly values: Readonly<Record<string, CsvValue>>;
}

const rowsOf = (answer: RoundTripAnswer, level: Level): Row[] =>
  level === 'cells'
    ? answer.cells.id.map((id, index) => ({ id, values: cellValues(answer, index) }))
    : answer.territories.map((row) => ({ id: row.id, values: territoryValues(row, answer.blank) }));

/** What was asked, and what the numbers rest on, in every row: a row copied out can still be defended. */
const askedColumns = ({ query, event }: RoundTripAnswer, about: About): Record<string, CsvValue> => ({
  occurrenceId: event.occurrenceId,
  eventTitle: event.titleLv,
  eventStartsAt: event.startsAt,
  eventEndsAt: event.endsAt,
  isEndAssumed: event.isEndAssumed,
  mode: query.mode,
  startShiftMinutes: query.startShiftMinutes,
  endShiftMinutes: query.endShiftMinutes,
  ...aboutColumns(about),
});

/** A level as a table. The sum for the region is left out, so that adding a column up does not count twice. */
export function roundTripTable(answer: RoundTripAnswer, level: Level, about: About): string {
  const asked = askedColumns(answer, about);
  const rows = rowsOf(answer, level);
  const columns = Object.keys({ ...rows[0]?.values, ...asked });
  return writeCsv(
    ['id', ...columns],
    rows.map(({ id, values }) => {
      const all: Readonly<Record<string, CsvValue>> = { ...values, ...asked };
      return [id, ...columns.map((column) => all[column] ?? null)];
    }),
  );
}

/** A level as a map layer in CRS84, the same values as in the table, with what they rest on beside them. */
export async function roundTripFeatures(answer: RoundTripAnswer, level: Level, data: Data, about: About) {
  const shapes = level === 'parishes' ? await territoryShapes(data) : cellShapes(answer.cells);
  const { query, event, settings, blank } = answer;
  return {
    type: 'FeatureCollection' as const,
    query,
    event,
    settings,
    blank,
    ...about,
    features: rowsOf(answer, level).map(({ id, values }) => ({
      type: 'Feature' as const,
      id,
      geometry: shapes.get(id) ?? null,
      properties: values,
    })),
  };
}
