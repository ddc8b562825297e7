import { cellToBoundary, cellToLatLng, getResolution, isValidCell } from 'h3-js';
import { cellCentre } from '#core/place/cell.ts';
import type { LonLat } from '#core/place/units.ts';

/** A cell by its id alone. */
export interface GridCell {
  /** "1 km", or "H3 9" with its resolution: cells of one grid do not overlap. */
  readonly grid: string;
  readonly centre: LonLat;
  /** Closed outline; absent for the squares of the 1 km grid, which their ids name. */
  readonly ring?: readonly LonLat[];
}

export const gridIds = '1kmX448Y313, 89a901291abffff (H3)';

/** Seven decimals are a centimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

const roundAll = ([lon = 0, lat = 0]: readonly number[]): LonLat => [round(lon), round(lat)];

/** Centre and outline of a cell of the 1 km LKS-92 grid or of the H3 grid; null for any other id. */
export const gridCell = (id: string): GridCell | null => {
  if (/^1kmX\d{1,4}Y\d{1,4}$/.test(id)) return { grid: '1 km', centre: roundAll(cellCentre(id)) };
  if (!isValidCell(id)) return null;
  const [lat, lon] = cellToLatLng(id);
  return {
    grid: `H3 ${getResolution(id)}`,
    centre: roundAll([lon, lat]),
    ring: cellToBoundary(id, true).map(roundAll),
  };
};
