import { cellToBoundary, cellToLatLng, getResolution, isValidCell } from 'h3-js';
import { cellCentre, squareOf } from '#core/place/cell.ts';
import type { LonLat } from '#core/place/units.ts';

/** A cell by its id alone. */
export interface GridCell {
  /** "1 km", "100 m", or "H3 9" with its resolution: cells of one grid do not overlap. */
  readonly grid: string;
  readonly centre: LonLat;
  /** Closed outline; absent for squares in LKS-92, which their ids name. */
  readonly ring?: readonly LonLat[];
}

export const gridIds = '1kmX448Y313, 100mX4480Y3130, 89a901291abffff (H3)';

/** Seven decimals are a centimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

const roundAll = ([lon = 0, lat = 0]: readonly number[]): LonLat => [round(lon), round(lat)];

/** Centre and outline of a cell of the 1 km or 100 m grid in LKS-92 or of the H3 grid; null for any other id. */
export const gridCell = (id: string): GridCell | null => {
  const square = squareOf(id);
  if (square !== null) {
    return { grid: square.metres === 1000 ? '1 km' : '100 m', centre: roundAll(cellCentre(id)) };
  }
  if (!isValidCell(id)) return null;
  const [lat, lon] = cellToLatLng(id);
  return {
    grid: `H3 ${getResolution(id)}`,
    centre: roundAll([lon, lat]),
    ring: cellToBoundary(id, true).map(roundAll),
  };
};
