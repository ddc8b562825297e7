import { homesOf } from '#core/access/homes.ts';
import type { Destination, Homes } from '#core/access/input.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { TravelMatrix } from '#core/roads/journey.ts';
import { type Snap, snap } from '#core/roads/snap.ts';
import type { Mode } from '#core/roads/street.ts';
import type { Snapshot } from './snapshot.ts';
import type { TravelThread } from './thread.ts';

/** Travel by one mode from every home to every venue with a position and to the focal town. */
export interface Travel {
  readonly mode: Mode;
  readonly homes: Homes;
  readonly origins: readonly (Snap | null)[];
  /** Venues by id, then the focal town as the last one; row d of the matrix belongs to destination d. */
  readonly destinations: readonly Destination[];
  readonly destinationSnaps: readonly (Snap | null)[];
  readonly rowOfVenue: ReadonlyMap<string, number>;
  readonly townRow: number;
  readonly matrix: TravelMatrix;
}

/** Travel of a snapshot, computed once for each mode asked for and then kept as long as the snapshot. */
export function createTravel(snapshot: Snapshot, thread: TravelThread): (mode: Mode) => Promise<Travel> {
  const known = new Map<Mode, Promise<Travel>>();
  return (mode) => {
    const found = known.get(mode);
    if (found !== undefined) return found;
    const computed = computeTravel(snapshot, thread, mode);
    known.set(mode, computed);
    computed.catch(() => known.delete(mode));
    return computed;
  };
}

async function computeTravel(snapshot: Snapshot, thread: TravelThread, mode: Mode): Promise<Travel> {
  const { cells, units, streets, region } = snapshot;
  const placed = snapshot.venues.flatMap(toDestination);
  const destinations = [...placed, { ...region.focalTown, id: region.focalTown.territoryId }];
  const origins = cells.map(({ centre }) => snap(streets.index, centre, mode));
  const destinationSnaps = destinations.map(({ lonLat }) => snap(streets.index, lonLat, mode));
  const matrix = await thread.run({ graph: streets.graph, mode, origins, destinations: destinationSnaps });
  return {
    mode,
    homes: homesOf(
      cells,
      units,
      origins.map((origin) => (origin === null ? 'unsnapped' : null)),
    ),
    origins,
    destinations,
    destinationSnaps,
    rowOfVenue: new Map(placed.map(({ id }, row) => [id, row])),
    townRow: placed.length,
    matrix,
  };
}

/** A venue without a position is nowhere to travel to. A venue without an English name keeps its own. */
function toDestination({ id, nameLv, nameEn, position }: Venue): Destination[] {
  return position.state === 'missing'
    ? []
    : [{ id, nameLv, nameEn: nameEn ?? nameLv, lonLat: position.lonLat }];
}
