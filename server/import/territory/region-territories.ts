import type { Region } from '#core/place/region.ts';
import type { Territory } from '#core/place/territory.ts';
import type { Content } from '../build.ts';

const provenance = {
  source: 'region file',
  confidence: 'model: the rectangle of the region file, no administrative boundary',
  isModel: true,
} as const;

/** Id of the one unit of a region that is known only by its file; the municipality has its own. */
const onlyUnitId = ({ municipalityId }: Pick<Region, 'municipalityId'>): string => `${municipalityId}-whole`;

/**
 * The territories of a region about which nothing ships: the municipality and one unit of the same name, both
 * with the bounds of the region file as their outline, marked as model.
 */
export const territoriesOf = (region: Region): Content => {
  const { municipalityId, nameLv, nameEn, focalTown } = region;
  const [west, south, east, north] = region.bounds;
  const common = {
    ...provenance,
    nameLv,
    nameEn,
    atvk2009: null,
    atvk2021: null,
    atvk2021IsInferred: false,
    validFrom: '2000-01-01',
    validTo: null,
    areaKm2Official: null,
    centreName: focalTown.nameLv,
    centre: focalTown.lonLat,
    population: null,
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  };
  const parents = [{ id: municipalityId, validFrom: common.validFrom, validTo: null }];
  const rows: readonly Territory[] = [
    { ...common, id: municipalityId, kind: 'municipality', parents: [] },
    { ...common, id: onlyUnitId(region), kind: 'town', parents },
  ];
  return { dataset: 'territories', rows };
};
