import type { Mode } from './street.ts';

/**
 * Streets in columns, as any source hands them over to be made into a graph: an edge is a stretch between
 * two junctions, a node a junction. Nothing here depends on the order of the rows.
 */
export interface StreetColumns {
  /** Longitude and latitude of each node in units of 1e-7 degrees. */
  readonly nodeLonLat: Int32Array;
  /** What waits at a node: index into `junctionKinds`. */
  readonly nodeKind: Uint8Array;

  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  /** Length to travel; at least 1. */
  readonly edgeDecimetres: Int32Array;
  /** Index into `highwayClasses`. */
  readonly edgeHighway: Uint8Array;
  /** Index into `roadSurfaces`. */
  readonly edgeSurface: Uint8Array;
  /** Bits of `edgeFlag`. */
  readonly edgeFlags: Uint16Array;
  /** Signed limit in km/h; 0 is none stated. */
  readonly edgeMaxSpeedKmh: Uint8Array;
  /** Two bits (an `accessLevel`) for each of car, bicycle, foot forwards, then the same three backwards. */
  readonly edgeAccess: Uint16Array;
  /** Seconds of a ferry, waiting included; 0 for everything that is not one. */
  readonly edgeFixedSeconds: Int32Array;
  /** Index into `strings`; 0 is none. */
  readonly edgeRef: Int32Array;
  readonly edgeName: Int32Array;
  readonly strings: readonly string[];
  /** Drawn line of edge e: points `lineOffset[e]` up to `lineOffset[e + 1]`, in the unit of `nodeLonLat`. */
  readonly lineOffset: Int32Array;
  readonly linePoints: Int32Array;

  readonly restrictions: readonly TurnRestriction[];
}

/** From an edge over a node (`via` empty) or over edges to an edge: forbidden, or the only way on. */
export interface TurnRestriction {
  readonly kind: 'no' | 'only';
  readonly fromEdge: number;
  /** The node where the turn begins. */
  readonly viaNode: number;
  readonly viaEdges: readonly number[];
  readonly toEdge: number;
  readonly modes: readonly Mode[];
}

export const junctionKinds = ['plain', 'signals', 'level-crossing'] as const;

/** How freely a mode may use an edge in one direction; `ends` only where a journey begins or ends. */
export const accessLevel = { closed: 0, ends: 1, open: 2 } as const;

export const edgeFlag = {
  builtUp: 1,
  surfaceGuessed: 2,
  /** A link that joins a place to the nearest road and is wholly constructed. */
  link: 4,
  roundabout: 8,
  ferry: 16,
  lit: 32,
  /** Nobody stated whether it is lit. */
  lightUnknown: 64,
  model: 128,
} as const;

/** What a road is made of, from smooth to rough; each has a cap of speed. */
export const roadSurfaces = [
  'paved',
  'compacted',
  'gravel',
  'ground',
  'grass',
  'sett',
  'cobblestone',
  'bad',
  'very-bad',
  'horrible',
] as const;
export type RoadSurface = (typeof roadSurfaces)[number];
