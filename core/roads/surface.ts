import type { RoadSurface } from './columns.ts';
import type { Surface } from './street.ts';

/** Firm enough for the paved column of the speeds; everything else takes the gravel one. */
const pavedSurfaces: readonly RoadSurface[] = ['paved', 'sett', 'cobblestone'];

export const isPaved = (surface: RoadSurface): boolean => pavedSurfaces.includes(surface);

const names: Readonly<Record<RoadSurface, Surface>> = {
  paved: 'paved',
  sett: 'paved',
  cobblestone: 'paved',
  compacted: 'gravel',
  gravel: 'gravel',
  ground: 'ground',
  grass: 'ground',
  bad: 'ground',
  'very-bad': 'ground',
  horrible: 'ground',
};

/** The surface as it is told to people: a guessed one is `unknown`. */
export const toldSurface = (surface: RoadSurface, isGuessed: boolean): Surface =>
  isGuessed ? 'unknown' : names[surface];
