import { toLks92 } from '#core/place/lks92.ts';
import type { Lks92 } from '#core/place/units.ts';
import { distance, middle } from './plane.ts';
import { number, readTable } from './tables.ts';

const stepMetres = 400;
const offsetMetres = 120;

/** The schematic coast, Mērsrags to the mouth of the Lielupe, in metres. */
function coastPoints(): Lks92[] {
  return readTable('facts/coast.csv').map((row) => toLks92([number(row, 'lon'), number(row, 'lat')]));
}

/**
 * Pairs of seeds on both sides of the coast, closer together than the places behind it, so that the
 * Voronoi border between land and sea runs along it. The sea is on the left, walking from Mērsrags.
 * Both ends are carried on straight, so that the sea ends at the frame and not on land.
 */
export function coastPairs(): { land: Lks92; water: Lks92 }[] {
  const points = coastPoints();
  const [first, second] = points;
  const [beforeLast, last] = points.slice(-2);
  if (first === undefined || second === undefined || beforeLast === undefined || last === undefined) {
    throw new Error('the coast needs at least two points');
  }
  const line = [middle(second, first, 8), ...points, middle(beforeLast, last, 8)];
  return line.slice(1).flatMap((end, index) => {
    const start = line[index] ?? end;
    const steps = Math.max(1, Math.round(distance(start, end) / stepMetres));
    return Array.from({ length: steps }, (_, step) => pairAt(start, end, (step + 0.5) / steps));
  });
}

function pairAt(start: Lks92, end: Lks92, share: number): { land: Lks92; water: Lks92 } {
  const length = distance(start, end);
  const at = middle(start, end, share);
  const [de, dn] = [(end.east - start.east) / length, (end.north - start.north) / length];
  const aside = (metres: number) => ({ east: at.east - dn * metres, north: at.north + de * metres });
  return { land: aside(-offsetMetres), water: aside(offsetMetres) };
}
