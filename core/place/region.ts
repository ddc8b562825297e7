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
  /** Streets and stops outside it are not read: the region with about an hour's travel around it. */
  readonly networkBounds: Bbox;
  /** EPSG code of the plane in which distances are measured: 3059, or a UTM zone of WGS 84 (326zz, 327zz). */
  readonly crs: number;
  /** Whether the lists in `geodata/model` are about this region and are loaded; otherwise it starts empty. */
  readonly hasShippedData: boolean;
  readonly timeZone: string;
}
