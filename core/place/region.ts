import type { Bbox, LonLat } from './units.ts';

/** What makes the software speak of one region and not another; one small file in `geodata/regions`. */
export interface Region {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  /** Territory of the whole region, for sums. */
  readonly municipalityId: string;
  /** The town whose reach is measured by "way to town". */
  readonly focalTown: {
    readonly territoryId: string;
    readonly nameLv: string;
    readonly nameEn: string;
    readonly lonLat: LonLat;
  };
  /** First view of the map and outer limit of sensible positions. */
  readonly bounds: Bbox;
  readonly timeZone: string;
}
