import type { Findings } from '#core/findings.ts';
import { fromLks92 } from '#core/place/lks92.ts';
import { projectionOf } from '#core/place/projection.ts';
import type { Region } from '#core/place/region.ts';
import { boxOf, type Ring, type Xy } from '#core/place/ring.ts';
import type { LonLat } from '#core/place/units.ts';
import { Problem } from '#core/problem.ts';
import type { StatedFile, StatedUnit } from './territory-file.ts';

/** So far outside the region's bounds a unit of it may reach: about 30 km. */
const bufferDegrees = 0.5;

/** From the plane of a file to degrees. */
const toDegrees = (epsg: StatedFile['epsg'], [x, y]: Xy): LonLat =>
  epsg === 4326 ? [x, y] : fromLks92({ east: x, north: y });

/** From the plane of a file to that of the region. */
export function toPlane(epsg: StatedFile['epsg'], region: Region): (at: Xy) => Xy {
  if (epsg === region.crs) return (at) => at;
  const plane = projectionOf(region.crs);
  return (at) => {
    const { east, north } = plane.toPlane(toDegrees(epsg, at));
    return [east, north];
  };
}

const swap = ([x, y]: Xy): Xy => [y, x];
export const swapRings = (rings: readonly Ring[]): Ring[] => rings.map((ring) => ring.map(swap));

const middle = (rings: readonly Ring[]): Xy => {
  const [west, south, east, north] = boxOf(rings);
  return [(west + east) / 2, (south + north) / 2];
};

/** How a unit has to be read so that it lies in the region. */
export type Reading = 'as-written' | 'swapped' | 'elsewhere';

export function readingOf(rings: readonly Ring[], epsg: StatedFile['epsg'], { bounds }: Region): Reading {
  const [west, south, east, north] = bounds;
  const isIn = (at: Xy): boolean => {
    const [lon, lat] = toDegrees(epsg, at);
    return (
      lon >= west - bufferDegrees &&
      lon <= east + bufferDegrees &&
      lat >= south - bufferDegrees &&
      lat <= north + bufferDegrees
    );
  };
  const at = middle(rings);
  if (isIn(at)) return 'as-written';
  return isIn(swap(at)) ? 'swapped' : 'elsewhere';
}

/**
 * The units with east before north, whatever the file does: the units of the region tell which it is, because for
 * them it is known where they lie. A file that swaps throughout is turned throughout and says so once.
 * @param isOwn whether a unit is of the region.
 * @throws Problem `bad-import` when no unit of the region lies in it either way.
 */
export function placedUnits(
  file: Pick<StatedFile, 'epsg' | 'units'>,
  region: Region,
  isOwn: (unit: StatedUnit) => boolean,
  findings: Findings,
): { readonly units: readonly StatedUnit[]; readonly areSwapped: boolean } {
  const own = file.units.filter(isOwn);
  const readings = new Map(own.map((unit) => [unit, readingOf(unit.rings, file.epsg, region)]));
  const count = (wanted: Reading) => [...readings.values()].filter((reading) => reading === wanted).length;
  if (own.length > 0 && count('elsewhere') === own.length) throw nowhere(own, region);
  const areSwapped = count('swapped') > count('as-written');
  if (areSwapped) findings.add({ code: 'axes-swapped', effect: 'corrected', values: {} });
  const units = file.units.flatMap((unit): StatedUnit[] => {
    const reading = readings.get(unit) ?? (areSwapped ? 'swapped' : 'as-written');
    const { spot, name } = unit;
    if (reading === 'elsewhere') {
      const [x, y] = middle(unit.rings);
      findings.drop({
        code: 'unit-elsewhere',
        ...spot,
        values: { name, x: Math.round(x), y: Math.round(y) },
      });
      return [];
    }
    if ((reading === 'swapped') !== areSwapped) {
      findings.add({ code: 'axes-swapped-here', ...spot, effect: 'corrected', values: { name } });
    }
    return [reading === 'swapped' ? { ...unit, rings: swapRings(unit.rings) } : unit];
  });
  return { units, areSwapped };
}

function nowhere([first]: readonly StatedUnit[], { bounds }: Region): Problem {
  const [x, y] = middle(first?.rings ?? []);
  const value = `${first?.name}: ${x.toFixed(2)}, ${y.toFixed(2)}`;
  return new Problem('bad-import', {
    faults: [
      {
        field: first?.spot.file ?? 'FILE',
        row: first?.spot.row ?? 1,
        fault: 'out-of-range',
        value,
        expected: bounds.join(', '),
      },
    ],
  });
}
