import type { AtvkGeneration } from '#core/place/atvk.ts';
import type { Ring } from '#core/place/ring.ts';
import type { Named } from './territory-history.ts';
import type { Spot } from './territory-shape.ts';

/** A town or parish as an official file states it. */
export interface StatedUnit extends Named {
  readonly spot: Spot;
  /** `whole`: a municipality or state city without parts. */
  readonly kind: 'town' | 'parish' | 'whole';
  readonly code: string;
  readonly areaKm2: number | null;
  /** Every ring, in the plane and the order of the file. */
  readonly rings: readonly Ring[];
  /** First day, where the file says it. */
  readonly validFrom: string | null;
}

/** A municipality as the file states it beside its units. */
export interface StatedMunicipality {
  readonly spot: Spot;
  readonly name: string;
  readonly code: string | null;
  readonly areaKm2: number | null;
  /** Its outline, where the file has one; otherwise it is made of its units. */
  readonly rings: readonly Ring[] | null;
}

/** What one official file says, before anything of it is put on the map. */
export interface StatedFile {
  readonly units: readonly StatedUnit[];
  readonly municipalities: readonly StatedMunicipality[];
  readonly generation: AtvkGeneration;
  /** The plane of its coordinates. */
  readonly epsg: 3059 | 4326;
  /** Whether its outer rings ought to run clockwise, as in a shapefile. */
  readonly outerIsClockwise: boolean;
  /** ISO 8601 day on which it holds; null where it does not say. */
  readonly date: string | null;
  /** Of every row made of it. */
  readonly source: string;
  readonly confidence: string;
}
