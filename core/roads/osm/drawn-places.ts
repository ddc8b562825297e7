import type { Settlement } from '../../place/territory.ts';
import type { Bbox } from '../../place/units.ts';
import { osmProvenance } from './drawn-lines.ts';
import type { OsmExtract } from './extract.ts';

/**
 * Named places within the bounds. The territory is not in the file: it is reckoned from where they lie.
 */
export function drawPlaces({ places }: OsmExtract, bounds: Bbox | null): readonly Settlement[] {
  const isInside = ([lon, lat]: readonly [number, number]) =>
    bounds === null || (lon >= bounds[0] && lon <= bounds[2] && lat >= bounds[1] && lat <= bounds[3]);
  return places
    .filter(({ lonLat }) => isInside(lonLat))
    .map(({ id, kind, name, lonLat, population }) => ({
      ...osmProvenance,
      id: `osm-n${id}`,
      nameLv: name,
      kind,
      territoryId: null,
      position: lonLat,
      positionQuality: 'as mapped',
      population:
        population === null
          ? null
          : { people: population, year: 'not stated', series: 'not stated', source: osmProvenance.source },
    }));
}
