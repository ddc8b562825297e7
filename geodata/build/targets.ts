import { slug } from '#core/language/fold.ts';
import { toLks92 } from '#core/place/lks92.ts';
import { sea } from './seeds.ts';
import { pairKey, type Shape } from './shape.ts';
import { lonLatOrNull, number, numberOrNull, type Row, readTable, text, textOrNull } from './tables.ts';

/** Official figures of a unit: square kilometres, centroid in kilometres. */
export interface Target {
  readonly unit: string;
  readonly area: number;
  readonly east: number;
  readonly north: number;
  readonly isOwn: boolean;
}

export interface Targets {
  readonly units: readonly Target[];
  /** Official kilometres of border by pair; a pair of the region that is absent does not touch. */
  readonly borders: ReadonlyMap<string, number>;
  readonly own: ReadonlySet<string>;
}

/** What the CSP's units of 2018 say: areas, centroids and shared borders. */
export function officialTargets(): Targets {
  const units = [
    ...readTable('facts/territories.csv').map((row) => targetOf(row, true)),
    ...readTable('facts/neighbours.csv')
      .filter((row) => numberOrNull(row, 'area_km2_2018') !== null)
      .map((row) => targetOf(row, false)),
  ];
  const borders = new Map<string, number>();
  for (const row of readTable('facts/adjacency.csv')) {
    const isCoast = textOrNull(row, 'neighbour_atvk_2009_2021') === null;
    const neighbour = isCoast ? sea : slug(text(row, 'neighbour'));
    borders.set(pairKey(slug(text(row, 'unit')), neighbour), number(row, 'shared_border_km_generalised'));
  }
  return { units, borders, own: new Set(units.filter(({ isOwn }) => isOwn).map(({ unit }) => unit)) };
}

function targetOf(row: Row, isOwn: boolean): Target {
  const centroid = lonLatOrNull(row, 'centroid_lon', 'centroid_lat');
  if (centroid === null) throw new Error(`${text(row, 'name_lv')} has no centroid`);
  const { east, north } = toLks92(centroid);
  const area = number(row, 'area_km2_2018');
  return { unit: slug(text(row, 'name_lv')), area, east: east / 1000, north: north / 1000, isOwn };
}

/**
 * How far a diagram is from the official figures; 0 is perfect. Errors count once at 10 % of the area,
 * 1 km between centroids and 2.5 km of a border. Neighbours count little: their outer side is arbitrary.
 */
export function misfit(shape: Shape, targets: Targets): number {
  let sum = 0;
  for (const { unit, area, east, north, isOwn } of targets.units) {
    const drawn = shape.units.get(unit);
    if (drawn === undefined) return Number.POSITIVE_INFINITY;
    const weight = isOwn ? 1 : 0.1;
    sum += weight * ((drawn.area / area - 1) / 0.1) ** 2;
    sum += weight * ((drawn.east - east) ** 2 + (drawn.north - north) ** 2);
    sum += 4 * ((shape.parts.get(unit) ?? 1) - 1);
  }
  for (const pair of new Set([...targets.borders.keys(), ...shape.borders.keys()])) {
    const [a, b] = pair.split('|');
    if (a === undefined || b === undefined || (!targets.own.has(a) && !targets.own.has(b))) continue;
    const error = (shape.borders.get(pair) ?? 0) - (targets.borders.get(pair) ?? 0);
    sum += (error / 2.5) ** 2;
  }
  return sum;
}
