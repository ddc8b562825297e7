import type { HighwayClass } from '../street.ts';

/** What is decided here where tags leave it open. Described in `docs/methods/streets-from-osm.md`. */
export interface OsmSettings {
  /** Classes whose roads are taken as paved where nobody states a surface; on the others it is gravel. */
  readonly untaggedIsPaved: Readonly<Record<'outside' | 'builtUp', readonly HighwayClass[]>>;
  /** Limits that the law sets where no sign stands, in km/h: such a number on a road says nothing of its own. */
  readonly legalKmh: Readonly<Record<'rural' | 'builtUp', readonly number[]>>;
  /** A residential or commercial area makes roads built-up from this size on: a farmyard is no village. */
  readonly leastBuiltUpHectares: number;
  /** Where no area is mapped, a road is built-up in a square of this side with that much residential street. */
  readonly streetSquareMetres: number;
  readonly leastStreetMetres: number;
  /** Speed of a ferry that states no duration. */
  readonly ferryKmh: number;
  /** Waited for a ferry; a guess where no timetable is read. */
  readonly ferryWaitMinutes: number;
  /** Drawn roads, the most important first. */
  readonly mostLines: number;
  /** Lakes, woods and built-up areas that are smaller are not drawn. */
  readonly leastAreaHectares: number;
  /** Drawn lakes, woods and built-up areas, the largest of each first. */
  readonly mostAreas: number;
  /** Drawn lines and outlines stay this near to the true ones. */
  readonly drawingMetres: number;
}

const throughRoads: readonly HighwayClass[] = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];

export const defaultOsmSettings: OsmSettings = {
  untaggedIsPaved: {
    outside: throughRoads,
    builtUp: [...throughRoads, 'unclassified', 'residential', 'living_street', 'service', 'driveway'],
  },
  legalKmh: { rural: [80, 90], builtUp: [50] },
  leastBuiltUpHectares: 4,
  streetSquareMetres: 500,
  leastStreetMetres: 1000,
  ferryKmh: 12,
  ferryWaitMinutes: 15,
  mostLines: 25_000,
  leastAreaHectares: 1,
  mostAreas: 8_000,
  drawingMetres: 5,
};
