import Flatbush from 'flatbush';
import type { Settlement } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';

/** "-30.0539, -51.1582": latitude first, as people write it. */
const inFigures = ([lon, lat]: LonLat): string => `${lat.toFixed(4)}, ${lon.toFixed(4)}`;

/**
 * Tells the name of the settlement nearest to a point; where none is known, its coordinates. Degrees are
 * measured as in a plane at the latitude of the first settlement: right within a region.
 */
export const createNearestPlace = (settlements: readonly Settlement[]): ((at: LonLat) => string) => {
  const known = settlements.flatMap(({ nameLv, position }) =>
    position === null ? [] : [{ nameLv, position }],
  );
  const [first] = known;
  if (first === undefined) return inFigures;
  const parallel = Math.cos((first.position[1] * Math.PI) / 180);
  const index = new Flatbush(known.length);
  for (const { position } of known) index.add(position[0] * parallel, position[1]);
  index.finish();
  return (at) => {
    const [nearest = 0] = index.neighbors(at[0] * parallel, at[1], 1);
    return known[nearest]?.nameLv ?? inFigures(at);
  };
};
