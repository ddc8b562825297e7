import type { Geometry } from 'geojson';
import type { Provenance } from './provenance.ts';

/** A part of the map's background. */
export interface LandcoverArea extends Provenance {
  readonly id: string;
  readonly kind: 'sea' | 'lake' | 'wood' | 'built-up';
  readonly geometry: Geometry;
}
