import { slug } from '#core/language/fold.ts';
import { toLks92 } from '#core/place/lks92.ts';
import type { Lks92, LonLat } from '#core/place/units.ts';
import { coastPairs } from './coast.ts';
import { distance } from './plane.ts';
import { lonLatOrNull, number, numberOrNull, type Row, readTable, text, textOrNull } from './tables.ts';
import { townRing } from './town-ring.ts';

/** Owner of ground that is drawn as nothing: land beyond the neighbours. */
export const beyond = 'beyond';
export const sea = 'sea';

/** A point whose Voronoi cell belongs to `unit`. */
export interface Seed {
  readonly unit: string;
  readonly at: Lks92;
  readonly role: 'centre' | 'place' | 'centroid' | 'interior' | 'town' | 'coast' | 'frame';
}

const duplicateMetres = 50;

/** Every seed of the one diagram that all boundaries come from, in a fixed order. */
export function allSeeds(): Seed[] {
  const interior = readTable('assumptions/boundary-seeds.csv').map(interiorSeed);
  return seedAssembly()(interior);
}

/**
 * A function from constructed interior seeds to all seeds. Towns and coast come in pairs of seeds whose
 * land side belongs to the unit of the nearest ordinary seed; towns and places win over duplicates.
 */
export function seedAssembly(): (interior: readonly Seed[]) => Seed[] {
  const known = withoutDuplicates([...ownSeeds(), ...neighbourSeeds(), ...frameSeeds()]);
  const towns = townPairs();
  const coast = coastPairs();
  return (interior) => {
    const ordinary = withoutDuplicates([...known, ...interior], known.length);
    const rings = towns.flatMap(({ unit, around, inside, outside }): Seed[] => [
      { unit, at: inside, role: 'town' },
      { unit: nearestUnit(ordinary, outside, around), at: outside, role: 'town' },
    ]);
    const shore = coast.flatMap(({ land, water }): Seed[] => [
      { unit: nearestUnit(ordinary, land), at: land, role: 'coast' },
      { unit: sea, at: water, role: 'coast' },
    ]);
    return withoutDuplicates([...rings, ...ordinary, ...shore], rings.length);
  };
}

interface TownPair {
  readonly unit: string;
  /** Units that touch the town, by the facts. */
  readonly around: readonly string[];
  readonly inside: Lks92;
  readonly outside: Lks92;
}

function townPairs(): TownPair[] {
  const towns = readTable('facts/territories.csv').filter((row) => text(row, 'kind') === 'town');
  return towns.flatMap((row) => {
    const centre = toLks92(required(lonLatOrNull(row, 'centroid_lon', 'centroid_lat')));
    const shared = { unit: slug(text(row, 'name_lv')), around: neighboursOf(text(row, 'name_lv')) };
    return townRing(centre, number(row, 'area_km2_2018')).map((pair) => ({ ...shared, ...pair }));
  });
}

const required = (position: LonLat | null): LonLat => {
  if (position === null) throw new Error('a unit without a position cannot be drawn');
  return position;
};

function seedAt(unit: string, role: Seed['role'], position: LonLat | null): Seed[] {
  return position === null ? [] : [{ unit, role, at: toLks92(position) }];
}

/** Centre, places and centroid of each of the 23 units. */
function ownSeeds(): Seed[] {
  const units = readTable('facts/territories.csv');
  return [
    ...readTable('facts/places.csv').flatMap((row) =>
      seedAt(slug(text(row, 'territory')), 'place', lonLatOrNull(row, 'lon', 'lat')),
    ),
    ...units.flatMap((row) => centreAndCentroid(row, slug(text(row, 'name_lv')))),
  ];
}

function centreAndCentroid(row: Row, unit: string): Seed[] {
  return [
    ...seedAt(unit, 'centre', lonLatOrNull(row, 'centre_lon', 'centre_lat')),
    ...seedAt(unit, 'centroid', lonLatOrNull(row, 'centroid_lon', 'centroid_lat')),
  ];
}

/** Reference places that lie in a neighbouring unit; the others stand for the land beyond. */
const unitOfReference: Readonly<Record<string, string>> = {
  Sabile: 'abavas-pagasts',
  Mērsrags: 'mersraga-novads',
  Ķemeri: 'jurmala',
  Kūdra: 'jurmala',
  Sloka: 'jurmala',
};

function neighbourSeeds(): Seed[] {
  return readTable('facts/neighbours.csv').flatMap((row) => {
    const name = text(row, 'name_lv');
    if (text(row, 'ring') !== 'reference') return centreAndCentroid(row, slug(name));
    return seedAt(unitOfReference[name] ?? beyond, 'place', lonLatOrNull(row, 'centre_lon', 'centre_lat'));
  });
}

/**
 * One seed beyond each neighbour, opposite the region and two radii of its area away, so that the
 * outermost units end about where their official area says instead of running on for ever.
 */
function frameSeeds(): Seed[] {
  const middleOfRegion = toLks92([22.98, 56.96]);
  return readTable('facts/neighbours.csv').flatMap((row) => {
    const position = lonLatOrNull(row, 'centroid_lon', 'centroid_lat');
    const area = numberOrNull(row, 'area_km2_2018');
    if (position === null || area === null) return [];
    const at = toLks92(position);
    const stretch = (2 * Math.sqrt((area * 1e6) / Math.PI)) / distance(at, middleOfRegion);
    const away = {
      east: at.east + (at.east - middleOfRegion.east) * stretch,
      north: at.north + (at.north - middleOfRegion.north) * stretch,
    };
    return [{ unit: beyond, role: 'frame', at: away } as const];
  });
}

function interiorSeed(row: Row): Seed {
  return {
    unit: text(row, 'unit'),
    role: 'interior',
    at: { east: number(row, 'east'), north: number(row, 'north') },
  };
}

function neighboursOf(name: string): string[] {
  return readTable('facts/adjacency.csv')
    .filter((row) => text(row, 'unit') === name && textOrNull(row, 'neighbour_atvk_2009_2021') !== null)
    .map((row) => slug(text(row, 'neighbour')));
}

function nearestUnit(seeds: readonly Seed[], at: Lks92, allowed?: readonly string[]): string {
  let [best, least] = ['', Number.POSITIVE_INFINITY];
  for (const seed of seeds) {
    const away = distance(seed.at, at);
    if (away >= least || allowed?.includes(seed.unit) === false) continue;
    [best, least] = [seed.unit, away];
  }
  if (best === '') throw new Error('no seed to take the unit from');
  return best;
}

/** Drops seeds within 50 m of an earlier one; the first `checked` are known to be apart. */
function withoutDuplicates(seeds: readonly Seed[], checked = 0): Seed[] {
  const kept = seeds.slice(0, checked);
  for (const seed of seeds.slice(checked)) {
    if (kept.every((other) => distance(other.at, seed.at) >= duplicateMetres)) kept.push(seed);
  }
  return kept;
}
