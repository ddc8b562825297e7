import type { CultureEvent } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { PopulationCell, Settlement, Territory } from '#core/place/territory.ts';
import type { StreetNetwork } from '#core/roads/street.ts';
import { type Cells, voronoiCells } from './boundaries.ts';
import { builtUpTowns } from './built-up.ts';
import { eventRows } from './events.ts';
import { landcoverRows } from './landcover.ts';
import { populationRows } from './population.ts';
import { planRoads, type RoadPlan } from './roads.ts';
import { allSeeds } from './seeds.ts';
import { settlementRows } from './settlements.ts';
import { buildStreets } from './streets.ts';
import { territoryRows } from './territories.ts';
import { venueRows } from './venues.ts';

/** Everything that ships, with the diagram and the road plan it came from. */
export interface Datasets {
  readonly cells: Cells;
  readonly plan: RoadPlan;
  readonly territories: readonly Territory[];
  readonly settlements: readonly Settlement[];
  readonly population: readonly PopulationCell[];
  readonly venues: readonly Venue[];
  readonly events: readonly CultureEvent[];
  readonly streets: StreetNetwork;
  readonly landcover: ReturnType<typeof landcoverRows>;
}

/** Builds all datasets from the tables; the same tables give the same rows. */
export function buildDatasets(): Datasets {
  const cells = voronoiCells(allSeeds());
  const plan = planRoads();
  const territories = territoryRows(cells);
  const settlements = settlementRows();
  const population = populationRows(cells, settlements, plan);
  const venues = venueRows();
  const stops = [
    ...settlements.flatMap(({ nameLv, position }) =>
      position === null ? [] : [{ name: nameLv, lonLat: position }],
    ),
    ...venues.flatMap(({ nameLv, position }) =>
      position.state === 'missing' ? [] : [{ name: nameLv, lonLat: position.lonLat }],
    ),
    ...population.map(({ centre }) => ({ name: null, lonLat: centre })),
  ];
  return {
    cells,
    plan,
    territories,
    settlements,
    population,
    venues,
    events: eventRows(),
    streets: buildStreets(plan, stops, builtUpTowns(territories)),
    landcover: landcoverRows(cells),
  };
}
