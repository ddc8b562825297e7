import type { RoadSurface } from '../columns.ts';
import type { HighwayClass } from '../street.ts';
import type { Tags } from './highway.ts';
import type { OsmSettings } from './settings.ts';

const surfaces: Readonly<Record<RoadSurface, readonly string[]>> = {
  paved: [
    'paved',
    'asphalt',
    'concrete',
    'concrete:lanes',
    'concrete:plates',
    'chipseal',
    'paving_stones',
    'paving_stones:lanes',
    'bricks',
    'brick',
    'metal',
    'metal_grid',
    'wood',
    'rubber',
    'tartan',
    'acrylic',
    'plastic',
    'tiles',
  ],
  compacted: ['compacted', 'fine_gravel'],
  gravel: ['gravel', 'unpaved', 'pebblestone', 'grass_paver', 'shells'],
  ground: ['ground', 'dirt', 'earth', 'clay', 'soil', 'woodchips', 'rock'],
  grass: ['grass', 'sand', 'mud', 'snow', 'ice'],
  sett: ['sett', 'cobblestone:flattened'],
  cobblestone: ['cobblestone', 'unhewn_cobblestone', 'stepping_stones'],
  bad: [],
  'very-bad': [],
  horrible: [],
};

const surfaceOf = new Map(
  Object.entries(surfaces).flatMap(([surface, values]) =>
    values.map((value) => [value, surface as RoadSurface] as const),
  ),
);

const smoothnessOf: Readonly<Record<string, RoadSurface>> = {
  bad: 'bad',
  very_bad: 'very-bad',
  horrible: 'horrible',
  very_horrible: 'horrible',
  impassable: 'horrible',
};

/** From hard to soft: wiki.openstreetmap.org/wiki/Key:tracktype. */
const gradeOf: Readonly<Record<string, RoadSurface>> = {
  grade1: 'paved',
  grade2: 'gravel',
  grade3: 'gravel',
  grade4: 'ground',
  grade5: 'grass',
};

/** From the fastest to the slowest, by what a car does on them at most. */
const bySpeed: readonly RoadSurface[] = [
  'paved',
  'compacted',
  'gravel',
  'sett',
  'ground',
  'bad',
  'cobblestone',
  'very-bad',
  'grass',
  'horrible',
];

const slower = (a: RoadSurface, b: RoadSurface): RoadSurface =>
  bySpeed.indexOf(a) >= bySpeed.indexOf(b) ? a : b;

/**
 * What a road is made of: `surface`, else `tracktype`; the slower of this and of `smoothness` counts.
 * Null when nothing is stated, or only that it is smooth.
 */
export function statedSurface(tags: Tags): RoadSurface | null {
  const value = tags.get('surface')?.split(';')[0]?.trim() ?? '';
  const stated = surfaceOf.get(value) ?? gradeOf[tags.get('tracktype') ?? ''] ?? null;
  const rough = smoothnessOf[tags.get('smoothness') ?? ''] ?? null;
  if (stated === null || rough === null) return stated ?? rough;
  return slower(stated, rough);
}

/** Built for walking or cycling, so made firm. */
const made: readonly HighwayClass[] = ['footway', 'cycleway', 'steps'];

/** What a way is taken to be made of when nobody says. */
export function guessedSurface(
  settings: OsmSettings,
  highway: HighwayClass,
  isBuiltUp: boolean,
): RoadSurface {
  if (made.includes(highway)) return 'paved';
  if (highway === 'path' || highway.startsWith('track')) return 'ground';
  return settings.untaggedIsPaved[isBuiltUp ? 'builtUp' : 'outside'].includes(highway) ? 'paved' : 'gravel';
}
