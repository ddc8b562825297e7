import type { AccessAnswer, AccessQuery, TerritoryRow } from '#core/access/answer.ts';
import { classColumns, unitNames } from '#core/access/class-columns.ts';
import { rangeColumns } from '#core/map/people-range.ts';
import type { Data } from '../context.ts';
import { type CsvValue, writeCsv } from './csv.ts';
import { type About, aboutColumns } from './envelope.ts';
import { cellShapes, territoryShapes } from './shapes.ts';

export type Level = 'cells' | 'parishes';

/** One row of a level: the id, then values by column name, each name with its unit. */
interface Row {
  readonly id: string;
  readonly values: Readonly<Record<string, CsvValue>>;
}

function territoryRow(answer: AccessAnswer, row: TerritoryRow): Row {
  const value = `value${unitNames[answer.unit]}`;
  const main = row.mainVenue === null ? undefined : answer.venues[row.mainVenue.venue];
  const classes = classColumns(answer.classes).map((name, index) => [name, row.peopleByClass[index] ?? 0]);
  return {
    id: row.id,
    values: {
      nameLv: row.nameLv,
      nameEn: row.nameEn,
      people: row.people,
      [value]: row.value,
      reason: row.reason,
      medianKm: row.km,
      ...Object.fromEntries(classes),
      peopleBlank: row.peopleBlank,
      farthestCellId: row.farthest?.cellId ?? null,
      farthestSettlement: row.farthest?.settlement ?? null,
      [`farthest${unitNames[answer.unit]}`]: row.farthest?.value ?? null,
      mainVenueId: main?.id ?? null,
      mainVenueNameLv: main?.nameLv ?? null,
      mainVenuePercent: row.mainVenue?.percent ?? null,
    },
  };
}

function cellRow(answer: AccessAnswer, index: number): Row {
  const { cells } = answer;
  const territory = answer.territories[cells.territory[index] ?? -1];
  const venue = answer.venues[cells.venue[index] ?? -1];
  return {
    id: cells.id[index] ?? '',
    values: {
      territoryId: territory?.id ?? null,
      territoryNameLv: territory?.nameLv ?? null,
      people: cells.people[index] ?? null,
      ...rangeColumns(cells, index),
      [`value${unitNames[answer.unit]}`]: cells.value[index] ?? null,
      reason: cells.reason[index] ?? null,
      travelMinutes: cells.minutes[index] ?? null,
      travelKm: cells.km[index] ?? null,
      venueId: venue?.id ?? null,
      venueNameLv: venue?.nameLv ?? null,
    },
  };
}

const rowsOf = (answer: AccessAnswer, level: Level): Row[] =>
  level === 'cells'
    ? answer.cells.id.map((_id, index) => cellRow(answer, index))
    : answer.territories.map((row) => territoryRow(answer, row));

/** "library,museum", "venue:slampes-kulturas-pils": an offer as an address writes it. */
const offerText = ({ offer }: AccessQuery): string =>
  'kinds' in offer ? offer.kinds.join(',') : `venue:${offer.venueId}`;

/**
 * What was asked, and what the numbers rest on, in every row: a row copied out of the table can still be
 * defended. `cutoffMinutes` is blank for measures that have none, the departure for modes without a timetable.
 */
const queryColumns = ({ query, unit }: AccessAnswer, about: About): Record<string, CsvValue> => ({
  offer: query.measure === 'way-to-town' ? null : offerText(query),
  mode: query.mode,
  cutoffMinutes: unit === 'min' ? null : query.cutoffMinutes,
  date: query.departure?.date ?? null,
  from: query.departure?.from ?? null,
  windowMinutes: query.departure?.windowMinutes ?? null,
  percentile: query.departure?.percentile ?? null,
  ...aboutColumns(about),
});

/** A level as a table. The sum for the region is left out, so that adding a column up does not count twice. */
export function accessTable(answer: AccessAnswer, level: Level, about: About): string {
  const rows = rowsOf(answer, level).map(({ id, values }) => ({
    id,
    values: { ...values, ...queryColumns(answer, about) },
  }));
  const columns = Object.keys(rows[0]?.values ?? {});
  return writeCsv(
    ['id', ...columns],
    rows.map((row) => [row.id, ...columns.map((column) => row.values[column] ?? null)]),
  );
}

/** A level as a map layer in CRS84, the same values as in the table, with what they rest on beside them. */
export async function accessFeatures(answer: AccessAnswer, level: Level, data: Data, about: About) {
  const shapes = level === 'parishes' ? await territoryShapes(data) : cellShapes(answer.cells);
  return {
    type: 'FeatureCollection' as const,
    query: answer.query,
    ...about,
    features: rowsOf(answer, level).map(({ id, values }) => ({
      type: 'Feature' as const,
      id,
      geometry: shapes.get(id) ?? null,
      properties: values,
    })),
  };
}
