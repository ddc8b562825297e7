import { slug } from '#core/language/fold.ts';
import { cellCentre, cellIdOf, kilometreMetres } from '#core/place/cell.ts';
import { fromLks92, toLks92 } from '#core/place/lks92.ts';
import type { PopulationCell, Settlement } from '#core/place/territory.ts';
import type { Lks92 } from '#core/place/units.ts';
import { type Cells, covers, type Polygonal, ringsOf, unitGeometry } from './boundaries.ts';
import { largestRemainder } from './largest-remainder.ts';
import { distance, nearestOnSegment, roundLonLat } from './plane.ts';
import type { RoadPlan } from './roads.ts';
import { number, readTable, text } from './tables.ts';

interface Place {
  readonly name: string;
  readonly unit: string;
  readonly at: Lks92;
  readonly people: number;
  readonly isTown: boolean;
}

interface Ground {
  readonly id: string;
  readonly at: Lks92;
}

/** Share of a unit's residents that may live in its known villages; the rest lives on farms. */
const mostInVillages = 0.85;
/** Spread of a village and of a town around its point, in metres (standard deviation). */
const villageSpread = 350;
const townSpread = 1100;
/** Farms thin out with distance from places and from roads (metres at which the weight falls to 1/e). */
const placeReach = 1200;
const roadReach = 700;
/** Share of a unit's cells that has farms at all: an assumption; the rest stands for forest and bog. */
const farmedShare = 2 / 3;

/**
 * Residents by 1 km cell. Each unit's constructed total for 2024 is split between its villages with a
 * published count and its farms, and every unit's cells add up to that total exactly.
 */
export function populationRows(
  cells: Cells,
  settlements: readonly Settlement[],
  plan: RoadPlan,
): PopulationCell[] {
  const places = placesOf(settlements);
  return readTable('facts/territories.csv').flatMap((row) => {
    const unit = slug(text(row, 'name_lv'));
    const total = number(row, 'demo_population_2024_constructed');
    const town = places.find((place) => place.isTown && place.unit === unit);
    const ground = cellsWithin(unitGeometry(cells, [unit]));
    const weights = residentWeights(ground, places, unit, total, plan);
    const people = largestRemainder(weights, total);
    return ground.flatMap((cell, index): PopulationCell[] => {
      const count = people[index] ?? 0;
      if (count === 0) return [];
      return [
        {
          id: cell.id,
          territoryId: unit,
          people: count,
          nearestSettlement: nearestPlace(cell.at, town === undefined ? places : [town]).name,
          centre: roundLonLat(fromLks92(cell.at)),
          source: 'model of this project, see SOURCES.md',
          confidence: 'constructed',
          isModel: true,
        },
      ];
    });
  });
}

function placesOf(settlements: readonly Settlement[]): Place[] {
  return settlements.flatMap((settlement) =>
    settlement.position === null || settlement.territoryId === null
      ? []
      : [
          {
            name: settlement.nameLv,
            unit: settlement.territoryId,
            at: toLks92(settlement.position),
            people: settlement.population?.people ?? 0,
            isTown: settlement.kind === 'town',
          },
        ],
  );
}

/** Cells of the grid whose centre lies in the unit, south to north, then west to east. */
function cellsWithin(geometry: Polygonal): Ground[] {
  const points = ringsOf(geometry).flat().map(toLks92);
  const easts = points.map((p) => p.east);
  const norths = points.map((p) => p.north);
  const found: Ground[] = [];
  const start = (values: number[]) => Math.floor(Math.min(...values) / kilometreMetres) * kilometreMetres;
  for (let north = start(norths); north < Math.max(...norths); north += kilometreMetres) {
    for (let east = start(easts); east < Math.max(...easts); east += kilometreMetres) {
      const id = cellIdOf({ east, north });
      const centre = cellCentre(id);
      if (covers(geometry, centre)) found.push({ id, at: toLks92(centre) });
    }
  }
  return found;
}

/** Expected residents per cell, adding up to `total`. */
function residentWeights(
  ground: readonly Ground[],
  places: readonly Place[],
  unit: string,
  total: number,
  plan: RoadPlan,
): number[] {
  const own = places.filter((place) => place.unit === unit);
  const town = own.find((place) => place.isTown);
  if (town !== undefined)
    return scaled(
      ground.map((cell) => kernel(cell, town, townSpread)),
      total,
    );
  const counted = own.reduce((sum, place) => sum + place.people, 0);
  const inVillages = Math.min(counted, total * mostInVillages);
  const farms = scaled(farmWeights(ground, own, plan), total - inVillages);
  const villages = own.map((place) =>
    scaled(
      ground.map((cell) => kernel(cell, place, villageSpread)),
      counted === 0 ? 0 : (place.people / counted) * inVillages,
    ),
  );
  return farms.map((farm, index) => villages.reduce((sum, village) => sum + (village[index] ?? 0), farm));
}

const kernel = (cell: Ground, place: Place, spread: number) =>
  Math.exp(-(distance(cell.at, place.at) ** 2) / (2 * spread ** 2));

/** Weight of living on a farm: high near the unit's own places, lower along roads, nearly none far from both. */
function farmWeights(ground: readonly Ground[], own: readonly Place[], plan: RoadPlan): number[] {
  const lines = plan.roads.flatMap((road) => {
    const [a, b] = [plan.places.get(road.from), plan.places.get(road.to)];
    return a === undefined || b === undefined ? [] : [{ a: toLks92(a), b: toLks92(b) }];
  });
  const weights = ground.map((cell) => {
    const toPlace = Math.min(...own.map((place) => distance(cell.at, place.at)));
    const toRoad = Math.min(...lines.map(({ a, b }) => nearestOnSegment(cell.at, a, b).distance));
    return 3 * Math.exp(-toPlace / placeReach) + Math.exp(-toRoad / roadReach);
  });
  const least = [...weights].sort((a, b) => b - a)[Math.ceil(weights.length * farmedShare)] ?? 0;
  return weights.map((weight) => (weight > least ? weight : 0));
}

/** Weights turned into residents; nothing can be spread over no weight. */
function scaled(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (total === 0) return weights.map(() => 0);
  if (sum === 0) throw new Error(`${total} residents have no cell to live in`);
  return weights.map((weight) => (weight / sum) * total);
}

function nearestPlace(at: Lks92, places: readonly Place[]): Place {
  const [first, ...rest] = places;
  if (first === undefined) throw new Error('no settlement has a position');
  return rest.reduce((best, place) => (distance(at, place.at) < distance(at, best.at) ? place : best), first);
}
