import type { Territory } from './territory.ts';
import type { Bbox, LonLat } from './units.ts';

/** Kinds of territories that are counted as units of a region. */
export const unitKinds = ['town', 'parish'] as const;
type UnitKind = (typeof unitKinds)[number];

/** What makes the software speak of one region and not another; one small file in `geodata/regions`. */
export interface Region {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  /** Territory of the whole region, for sums. */
  readonly municipalityId: string;
  /** Codes of that territory in the country's own lists, as text with their leading zeros. */
  readonly municipalityCodes?: readonly string[];
  /**
   * ISO 8601 day whose borders hold: a unit counts when it belonged to the municipality then. Null or
   * absent: the borders of today.
   */
  readonly asOf?: string | null;
  /** Kinds of units that the region is made of; towns and parishes unless said. */
  readonly levels?: readonly UnitKind[];
  /** Languages of its people, the first one where a reader asks for none that is spoken here. */
  readonly languages?: readonly ('lv' | 'en')[];
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

/** What tells the units of one region from all others. */
export type Borders = Pick<Region, 'municipalityId' | 'asOf' | 'levels'>;

/** The same, with what the whole is called. */
export type NamedBorders = Borders & Pick<Region, 'nameLv' | 'nameEn'>;

/** Whether something that held from one day to another, both included, holds on the day of these borders. */
const holdsAt = (
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  asOf: string | null | undefined,
): boolean => (asOf == null ? validTo === null : validFrom <= asOf && (validTo ?? asOf) >= asOf);

/** Towns and parishes that belong to the municipality on the day of the region's borders, as they are listed. */
export const unitsOfRegion = (territories: readonly Territory[], region: Borders): Territory[] => {
  const levels: readonly string[] = region.levels ?? unitKinds;
  const isOurs = ({ parents }: Territory) =>
    parents.some((parent) => parent.id === region.municipalityId && holdsAt(parent, region.asOf));
  return territories.filter(
    (territory) => levels.includes(territory.kind) && holdsAt(territory, region.asOf) && isOurs(territory),
  );
};

/** The municipality to which a unit belongs on the day of the region's borders; null for none. */
export const parentAt = ({ parents }: Pick<Territory, 'parents'>, { asOf }: Borders): string | null =>
  parents.findLast((parent) => holdsAt(parent, asOf))?.id ?? null;

/**
 * What sums over the whole region are called: as its territory is, unless the borders are those of a day in the
 * past: then the name in the region's file says which, because two municipalities may have had one name.
 */
export const nameOfWhole = (
  region: Pick<Region, 'nameLv' | 'nameEn' | 'asOf'>,
  municipality: Pick<Territory, 'nameLv' | 'nameEn'> | null | undefined,
): { readonly nameLv: string; readonly nameEn: string } => {
  const { nameLv, nameEn } = region.asOf == null ? (municipality ?? region) : region;
  return { nameLv, nameEn };
};

/** Names the borders of a region: what is computed within some holds within no others. */
export const bordersKey = ({ municipalityId, asOf, levels }: Borders): string =>
  [municipalityId, asOf ?? 'today', ...(levels ?? unitKinds)].join(' ');

const kmPerDegree = 111.2;

/** A box grown by so many kilometres on every side, as degrees are there. */
export const widened = ([west, south, east, north]: Bbox, km: number): Bbox => {
  const lat = km / kmPerDegree;
  const farthest = Math.min(85, Math.max(Math.abs(south - lat), Math.abs(north + lat)));
  const lon = lat / Math.cos((farthest * Math.PI) / 180);
  return [
    Math.max(-180, west - lon),
    Math.max(-90, south - lat),
    Math.min(180, east + lon),
    Math.min(90, north + lat),
  ];
};
