import type {
  RoundTripAnswer,
  RoundTripBlank,
  RoundTripSum,
  RoundTripTerritory,
} from '../access/round-trip-answer.ts';
import { rangeColumns } from './people-range.ts';
import type { FigureTable } from './table.ts';

type Value = string | number | null;
type Values = Readonly<Record<string, Value>>;

/** Of an event of which nothing is known only the residents are: what they can do is empty, never 0. */
const statusValues = (
  { people, peopleByStatus, peopleIfBooked, percent }: RoundTripSum,
  blank: RoundTripBlank | null,
) => {
  const known = (count: number) => (blank === null ? count : null);
  return {
    people,
    peopleRoundTrip: known(peopleByStatus['round-trip']),
    peopleOutboundOnly: known(peopleByStatus['outbound-only']),
    peopleHomewardOnly: known(peopleByStatus['homeward-only']),
    peopleNone: known(peopleByStatus.none),
    peopleIfBooked: known(peopleIfBooked),
    roundTripPercent: percent,
    reason: blank,
  };
};

/** A parish, a town or the whole region: residents by what they can do, then those without a car (an estimate). */
export const territoryValues = (row: RoundTripTerritory, blank: RoundTripBlank | null): Values => {
  const { withoutCar } = row;
  return {
    nameLv: row.nameLv,
    nameEn: row.nameEn,
    ...statusValues(row, blank),
    withoutCarAssumedPercent: withoutCar.assumedPercent,
    withoutCarPeople: withoutCar.people,
    withoutCarPeopleRoundTrip: blank === null ? withoutCar.peopleByStatus['round-trip'] : null,
    withoutCarPercent: withoutCar.percent,
  };
};

/** A cell: every field of its round trip. */
export const cellValues = ({ cells, territories }: RoundTripAnswer, index: number): Values => {
  const territory = territories[cells.territory[index] ?? -1];
  const onDemand = cells.onDemand[index] ?? null;
  return {
    territoryNameLv: territory?.nameLv ?? null,
    territoryNameEn: territory?.nameEn ?? null,
    people: cells.people[index] ?? null,
    ...rangeColumns(cells, index),
    status: cells.status[index] ?? null,
    outboundReason: cells.outboundReason[index] ?? null,
    homewardReason: cells.homewardReason[index] ?? null,
    leaveBy: cells.leaveBy[index] ?? null,
    homeAt: cells.homeAt[index] ?? null,
    awayMinutes: cells.awayMinutes[index] ?? null,
    waitMinutes: cells.waitMinutes[index] ?? null,
    ridesOutbound: cells.ridesOutbound[index] ?? null,
    ridesHomeward: cells.ridesHomeward[index] ?? null,
    missedMinutes: cells.missedMinutes[index] ?? null,
    onDemandZone: onDemand?.zoneId ?? null,
    onDemandBookBy: onDemand?.bookBy ?? null,
  };
};

/** One row for each parish and town, then the whole region. */
export const roundTripTable = (answer: RoundTripAnswer): FigureTable => {
  const rows = [...answer.territories, answer.total].map((row) => ({
    id: row.id,
    ...territoryValues(row, answer.blank),
  }));
  return tableOf(rows);
};

/** One row for each cell. `settlementOf` names the nearest one by cell. */
export const roundTripCells = (
  answer: RoundTripAnswer,
  settlementOf: ReadonlyMap<string, string>,
): FigureTable =>
  tableOf(
    answer.cells.id.map((id, index) => ({
      id,
      settlement: settlementOf.get(id) ?? null,
      ...cellValues(answer, index),
    })),
  );

const tableOf = (rows: readonly Values[]): FigureTable => ({
  columns: Object.keys(rows[0] ?? {}),
  rows: rows.map((row) => Object.values(row)),
});
