import type { TerritoryRow, VenueRow } from './answer.ts';
import { classOf, minuteClasses } from './classes.ts';
import type { AccessInput, NamedTerritory } from './input.ts';
import type { HomeValue, Measure } from './measure.ts';
import { commonReason, residents, weightedMean, weightedMedian } from './summary.ts';

/** A home with what the measure says of it. */
export interface Row extends HomeValue {
  readonly id: string;
  readonly people: number;
  readonly settlement: string;
}

/** A territory summed from its homes with residents as weights. */
export function territoryRow(
  measure: Measure,
  territory: NamedTerritory,
  rows: readonly Row[],
): TerritoryRow {
  const people = residents(rows);
  const value = measure.summary === 'weighted-median' ? weightedMedian(rows) : weightedMean(rows);
  return {
    id: territory.id,
    nameLv: territory.nameLv,
    nameEn: territory.nameEn,
    people,
    value,
    reason: value === null ? commonReason(rows) : null,
    km: weightedMedian(rows.map((row) => ({ value: row.km, people: row.people }))),
    peopleByClass: peopleByClass(measure, rows),
    peopleBlank: residents(rows.filter((row) => row.value === null)),
    farthest: farthest(measure, rows),
    mainVenue: measure.destination === 'offer' ? mainVenue(rows, people) : null,
  };
}

function peopleByClass({ classes }: Measure, rows: readonly Row[]): number[] {
  const people = Array.from({ length: classes.breaks.length + 1 }, () => 0);
  for (const row of rows) {
    if (row.value === null) continue;
    const index = classOf(classes, row.value);
    people[index] = (people[index] ?? 0) + row.people;
  }
  return people;
}

/** The worst value of an inhabited home; of equal ones the longest way, no way being the longest, then the lowest id. */
function farthest({ classes }: Pick<Measure, 'classes'>, rows: readonly Row[]): TerritoryRow['farthest'] {
  const sign = classes.largerIsBetter ? -1 : 1;
  let worst: { row: Row; value: number } | null = null;
  for (const row of rows) {
    if (row.value === null || row.people <= 0) continue;
    const difference = worst === null ? 1 : sign * (row.value - worst.value);
    const isWorse = difference > 0 || (difference === 0 && worst !== null && comesFirst(row, worst.row));
    if (isWorse) worst = { row, value: row.value };
  }
  return worst && { cellId: worst.row.id, settlement: worst.row.settlement, value: worst.value };
}

function comesFirst(a: Row, b: Row): boolean {
  const [minutes, others] = [a.minutes ?? Infinity, b.minutes ?? Infinity];
  return minutes > others || (minutes === others && a.id < b.id);
}

function mainVenue(rows: readonly Row[], people: number): TerritoryRow['mainVenue'] {
  const perVenue = new Map<number, number>();
  for (const row of rows) {
    if (row.destination !== null)
      perVenue.set(row.destination, (perVenue.get(row.destination) ?? 0) + row.people);
  }
  const [main] = [...perVenue].sort(
    ([venue, count], [other, otherCount]) => otherCount - count || venue - other,
  );
  return main && main[1] > 0 ? { venue: main[0], percent: (100 * main[1]) / people } : null;
}

/** Each destination with the homes for which it decides. */
export function venueRows(input: AccessInput, rows: readonly Row[]): VenueRow[] {
  const served = input.destinations.map((): Row[] => []);
  for (const row of rows) if (row.destination !== null) served[row.destination]?.push(row);
  return input.destinations.map(({ id, nameLv, nameEn, lonLat }, venue) => {
    const homes = (served[venue] ?? []).map((row) => ({ ...row, value: row.minutes }));
    return {
      id,
      nameLv,
      nameEn,
      lonLat,
      people: residents(homes),
      medianMinutes: weightedMedian(homes),
      farthest: farthest(byMinutes, homes),
    };
  });
}

const byMinutes = { classes: minuteClasses };
