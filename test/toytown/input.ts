import { byId, cellsOf, homesOf, unitsById } from '#core/access/homes.ts';
import type { AccessInput } from '#core/access/input.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { travelMatrix } from '#core/roads/journey.ts';
import { columnsOf } from '#core/roads/network.ts';
import { buildSnapIndex, snap } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import type { Mode } from '#core/roads/street.ts';
import { cells, network, region, territories, venues } from './toytown.ts';

interface Choice {
  readonly mode?: Mode;
  readonly cutoffMinutes?: number;
  /** Ids of the venues that count, or the focal town. */
  readonly destinations?: readonly string[] | 'focal-town';
  readonly cells?: readonly PopulationCell[];
}

/** What a measure gets to see of toytown, by default the two open libraries by car. */
export function toytownInput(choice: Choice = {}): AccessInput {
  const {
    mode = 'car',
    cutoffMinutes = 30,
    destinations = ['library-south-west', 'library-north-east'],
  } = choice;
  const units = unitsById(territories, region);
  const homes = cellsOf(choice.cells ?? cells, units);
  const targets = (destinations === 'focal-town' ? [focalTown] : destinations.map(placeOf)).toSorted(byId);
  const graph = buildGraph(columnsOf(network), defaultSpeeds, 3059);
  const index = buildSnapIndex(graph);
  const snaps = (points: readonly LonLat[]) => points.map((lonLat) => snap(index, lonLat, mode));
  const origins = snaps(homes.map(({ centre }) => centre));
  return {
    homes: homesOf(
      homes,
      units,
      origins.map((origin) => (origin === null ? 'unsnapped' : null)),
    ),
    territories: units,
    destinations: targets,
    rows: targets.map((_, row) => row),
    travel: travelMatrix(graph, mode, origins, snaps(targets.map(({ lonLat }) => lonLat))),
    cutoffMinutes,
  };
}

const focalTown = { id: 'focal-town', ...region.focalTown };

function placeOf(id: string) {
  const found: Venue | undefined = venues.find((venue) => venue.id === id);
  if (found?.position.state !== 'exact') throw new Error(`toytown has no place for ${id}`);
  return { id, nameLv: found.nameLv, nameEn: found.nameLv, lonLat: found.position.lonLat };
}
