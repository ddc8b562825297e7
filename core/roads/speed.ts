import type { RoadSurface } from './columns.ts';
import type { HighwayClass, Mode, Surface } from './street.ts';
import { isPaved } from './surface.ts';

/** Free-flow speeds of one class in km/h. `gravel` holds for everything unpaved, under the cap of the surface. */
interface ClassSpeeds {
  readonly paved: number;
  readonly gravel: number;
  readonly builtUp: number;
}

/** Every speed and penalty the streets are reckoned with. Settings, to be calibrated against known drives. */
export interface SpeedModel {
  /** Kilometres per hour, as all speeds here. */
  readonly car: Readonly<Record<HighwayClass, ClassSpeeds>>;
  /** No car goes faster than this on the surface, whatever the class; null is no cap. */
  readonly carSurfaceCap: Readonly<Record<RoadSurface, number | null>>;
  /** Where a limit is signed, a car does this share of it, and of that this share where unpaved. */
  readonly signedLimit: { readonly share: number; readonly unpavedShare: number };
  /** Classes built for through traffic: a signed limit replaces their class value; elsewhere it only lowers it. */
  readonly followsSign: readonly HighwayClass[];
  /** What is left of a car's speed; 1 and 1 in summer. */
  readonly carFactor: { readonly paved: number; readonly unpaved: number };
  readonly bicycle: Readonly<Record<RoadSurface, number>>;
  readonly foot: number;
  /** Added for cars and bicycles to every stretch that ends at such a junction. */
  readonly penaltySeconds: { readonly signals: number; readonly levelCrossing: number };
  /** Classes a mode may not use at all where a source says nothing about access. */
  readonly closedTo: Readonly<Record<Mode, readonly HighwayClass[]>>;
  /** Shipped network: classes whose unknown surface is taken as paved; on all others it is taken as gravel. */
  readonly unknownIsPaved: readonly HighwayClass[];
}

const same = (kmh: number): ClassSpeeds => ({ paved: kmh, gravel: kmh, builtUp: kmh });

const throughRoads: readonly HighwayClass[] = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];

/**
 * Recommended free-flow speeds by class, each chosen for itself and, motorways aside, below the legal limit
 * (50 km/h in built-up areas, 90 outside on paved and 80 on unpaved roads: Road Traffic Regulations, Cabinet
 * Regulation 279 of 2015). Settings to be calibrated, not measurements.
 * Described for readers in `docs/methods/travel-by-road.md`; the same as in `geodata/settings/travel.json`.
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
    living_street: same(12),
    service: { paved: 20, gravel: 18, builtUp: 15 },
    track: same(20),
    path: same(10),
    driveway: { paved: 12, gravel: 10, builtUp: 10 },
    track_grade1: same(40),
    track_grade2: same(30),
    track_grade3: same(20),
    track_grade4: same(12),
    track_grade5: same(8),
    footway: same(10),
    cycleway: same(10),
    steps: same(5),
    ferry: same(12),
  },
  carSurfaceCap: {
    paved: null,
    compacted: 70,
    gravel: 65,
    ground: 40,
    grass: 15,
    sett: 45,
    cobblestone: 30,
    bad: 40,
    'very-bad': 20,
    horrible: 6,
  },
  signedLimit: { share: 0.9, unpavedShare: 0.85 },
  followsSign: throughRoads,
  carFactor: { paved: 1, unpaved: 1 },
  bicycle: {
    paved: 16,
    compacted: 13,
    gravel: 13,
    ground: 10,
    grass: 8,
    sett: 13,
    cobblestone: 10,
    bad: 10,
    'very-bad': 8,
    horrible: 5,
  },
  foot: 4.8,
  penaltySeconds: { signals: 5, levelCrossing: 10 },
  closedTo: { car: ['path'], bicycle: ['motorway'], foot: ['motorway'] },
  unknownIsPaved: ['motorway', 'trunk', 'primary', 'secondary'],
};

/** A stretch as speeds see it. `unknown` is resolved as for the shipped network. */
interface Road {
  readonly highway: HighwayClass;
  readonly surface: RoadSurface | Surface;
  readonly isBuiltUp: boolean;
  /** Signed limit in km/h; 0 or nothing where none is. */
  readonly maxSpeedKmh?: number;
}

/** The surface to reckon with in the shipped network, an unknown one replaced by the model's setting. */
export function knownSurface(model: SpeedModel, road: Pick<Road, 'highway' | 'surface'>): RoadSurface {
  if (road.surface !== 'unknown') return road.surface;
  return model.unknownIsPaved.includes(road.highway) ? 'paved' : 'gravel';
}

/** Speed of a mode on a road in km/h; null where the mode may not go by the class alone. */
export function speedKmh(model: SpeedModel, mode: Mode, road: Road): number | null {
  if (model.closedTo[mode].includes(road.highway)) return null;
  return openSpeedKmh(model, mode, { ...road, surface: knownSurface(model, road) });
}

/** Speed of a mode on a road in km/h, given that the mode may use it. */
export function openSpeedKmh(
  model: SpeedModel,
  mode: Mode,
  road: Road & { readonly surface: RoadSurface },
): number {
  switch (mode) {
    case 'foot':
      return model.foot;
    case 'bicycle':
      return model.bicycle[road.surface];
    case 'car': {
      const factor = isPaved(road.surface) ? model.carFactor.paved : model.carFactor.unpaved;
      const cap = model.carSurfaceCap[road.surface] ?? Number.POSITIVE_INFINITY;
      return factor * Math.min(cap, freeFlowKmh(model, road));
    }
  }
}

/**
 * The class value, or what a signed limit makes of it. The gravel column holds the slower pace of unpaved
 * roads already, so only the limit is lessened for them.
 */
function freeFlowKmh(model: SpeedModel, road: Road & { readonly surface: RoadSurface }): number {
  const speeds = model.car[road.highway];
  const paved = isPaved(road.surface);
  const byClass = road.isBuiltUp ? speeds.builtUp : paved ? speeds.paved : speeds.gravel;
  const limit = road.maxSpeedKmh ?? 0;
  if (limit <= 0) return byClass;
  const bySign = limit * model.signedLimit.share * (paved ? 1 : model.signedLimit.unpavedShare);
  return model.followsSign.includes(road.highway) ? bySign : Math.min(byClass, bySign);
}
