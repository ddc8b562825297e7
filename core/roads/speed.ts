import type { HighwayClass, Mode, StreetEdge, Surface } from './street.ts';

/** Free-flow speeds of one class in km/h. `gravel` also holds for ground, under the cap of the surface. */
interface ClassSpeeds {
  readonly paved: number;
  readonly gravel: number;
  readonly builtUp: number;
}

export type KnownSurface = Exclude<Surface, 'unknown'>;

/** Every speed the engine uses, in km/h. A setting, to be calibrated against known drives. */
export interface SpeedModel {
  readonly car: Readonly<Record<HighwayClass, ClassSpeeds>>;
  /** No car goes faster than this on the surface, whatever the class. */
  readonly carSurfaceCap: Readonly<Record<KnownSurface, number>>;
  readonly bicycle: Readonly<Record<KnownSurface, number>>;
  readonly foot: number;
  /** Classes a mode may not use at all. */
  readonly closedTo: Readonly<Record<Mode, readonly HighwayClass[]>>;
  /** Classes whose unknown surface is taken as paved; on all others it is taken as gravel. */
  readonly unknownIsPaved: readonly HighwayClass[];
}

/**
 * Recommended free-flow speeds by class, each chosen for itself and, motorways aside, below the legal limit
 * (50 km/h in built-up areas, 90 outside on paved and 80 on unpaved roads: Road Traffic Regulations, Cabinet
 * Regulation 279 of 2015). Settings to be calibrated, not measurements.
 * Described for readers in `docs/methods/travel-by-road.md`.
 */
export const defaultSpeeds: SpeedModel = {
  car: {
    motorway: { paved: 110, gravel: 65, builtUp: 110 },
    trunk: { paved: 88, gravel: 65, builtUp: 47 },
    primary: { paved: 84, gravel: 65, builtUp: 45 },
    secondary: { paved: 80, gravel: 62, builtUp: 43 },
    tertiary: { paved: 75, gravel: 60, builtUp: 42 },
    unclassified: { paved: 65, gravel: 52, builtUp: 38 },
    residential: { paved: 40, gravel: 32, builtUp: 30 },
    living_street: { paved: 12, gravel: 12, builtUp: 12 },
    service: { paved: 20, gravel: 18, builtUp: 15 },
    track: { paved: 30, gravel: 20, builtUp: 20 },
    path: { paved: 0, gravel: 0, builtUp: 0 },
  },
  carSurfaceCap: { paved: Number.POSITIVE_INFINITY, gravel: 65, ground: 40 },
  bicycle: { paved: 16, gravel: 13, ground: 10 },
  foot: 4.8,
  closedTo: { car: ['path'], bicycle: ['motorway'], foot: ['motorway'] },
  unknownIsPaved: ['motorway', 'trunk', 'primary', 'secondary'],
};

type Road = Pick<StreetEdge, 'highway' | 'surface' | 'isBuiltUp'>;

/** The surface to reckon with, an unknown one replaced by the model's setting. */
export function knownSurface(model: SpeedModel, road: Pick<Road, 'highway' | 'surface'>): KnownSurface {
  if (road.surface !== 'unknown') return road.surface;
  return model.unknownIsPaved.includes(road.highway) ? 'paved' : 'gravel';
}

/** Speed of a mode on a road in km/h; null where the mode may not go. */
export function speedKmh(model: SpeedModel, mode: Mode, road: Road): number | null {
  if (model.closedTo[mode].includes(road.highway)) return null;
  const surface = knownSurface(model, road);
  switch (mode) {
    case 'foot':
      return model.foot;
    case 'bicycle':
      return model.bicycle[surface];
    case 'car': {
      const speeds = model.car[road.highway];
      const free = road.isBuiltUp ? speeds.builtUp : surface === 'paved' ? speeds.paved : speeds.gravel;
      return Math.min(free, model.carSurfaceCap[surface]);
    }
  }
}

/** Kilometres whose surface nobody stated, and all kilometres: the share guessed belongs beside the answers. */
export function guessedSurfaceKm(edges: readonly Pick<StreetEdge, 'surface' | 'lengthMetres'>[]) {
  let guessed = 0;
  let all = 0;
  for (const edge of edges) {
    all += edge.lengthMetres / 1000;
    if (edge.surface === 'unknown') guessed += edge.lengthMetres / 1000;
  }
  return { guessed, all };
}
