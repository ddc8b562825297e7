import type { Provenance } from '../place/provenance.ts';
import type { LonLat } from '../place/units.ts';

export const modes = ['car', 'bicycle', 'foot'] as const;
export type Mode = (typeof modes)[number];

/**
 * Classes of road that the speed model knows: values of OpenStreetMap's `highway`, and a few of ours. An
 * expressway (`motorroad`) is a motorway; `driveway` is a `service` of that kind; a track has its `tracktype`
 * where one is stated; `ferry` is a `route`.
 */
export const highwayClasses = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'track',
  'path',
  'driveway',
  'track_grade1',
  'track_grade2',
  'track_grade3',
  'track_grade4',
  'track_grade5',
  'footway',
  'cycleway',
  'steps',
  'ferry',
] as const;
export type HighwayClass = (typeof highwayClasses)[number];

export type Surface = 'paved' | 'gravel' | 'ground' | 'unknown';

export interface StreetNode {
  readonly id: number;
  readonly lonLat: LonLat;
  readonly name: string | null;
}

/** A stretch between two junctions, passable both ways unless `oneway`. */
export interface StreetEdge extends Provenance {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  /** Length to travel; for a schematic line the straight length times the detour factor. */
  readonly lengthMetres: number;
  readonly highway: HighwayClass;
  readonly surface: Surface;
  readonly isBuiltUp: boolean;
  readonly oneway: boolean;
  readonly ref: string | null;
  readonly name: string | null;
  /** `road` stands for a real road drawn schematically; `link` joins a place to the nearest road and is wholly constructed. */
  readonly role: 'road' | 'link';
  readonly line: readonly LonLat[];
}

/** A stretch of road as it is drawn; what is travelled on is the graph. */
export type RoadLine = Omit<StreetEdge, 'from' | 'to'>;

export interface StreetNetwork {
  readonly nodes: readonly StreetNode[];
  readonly edges: readonly StreetEdge[];
}
