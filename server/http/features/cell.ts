import type { CellProperties } from '#core/contract/features/cell.ts';
import { rangeOf } from '#core/place/small-counts.ts';
import type { PopulationCell } from '#core/place/territory.ts';

export const toCell = (row: PopulationCell): CellProperties => {
  const range = rangeOf(row.people, row.smallCounts ?? 0);
  return {
    territoryId: row.territoryId,
    people: row.people,
    isSmallCount: (row.smallCounts ?? 0) > 0,
    peopleLeast: range.least,
    peopleMost: range.most,
    nearestSettlement: row.nearestSettlement,
    centreLongitudeDegrees: row.centre[0],
    centreLatitudeDegrees: row.centre[1],
    source: row.source,
    confidence: row.confidence,
    isModel: row.isModel,
  };
};
