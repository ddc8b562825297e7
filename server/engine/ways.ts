import type { TravelTimes, Way } from '#core/access/answer.ts';
import { selectVenues } from '#core/access/offer.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import { unreachable } from '#core/roads/reach.ts';
import type { WaysQuery } from '../context.ts';
import type { Snapshot } from './snapshot.ts';
import type { FoundWay } from './tasks/street-ways.ts';
import type { Travel } from './travel.ts';

/** Finds the way from a home to destination `row`. */
export type FindWay = (home: number, cell: PopulationCell, row: number) => Promise<FoundWay>;

/** Ways from a cell to the nearest venues that count, or to the focal town; nearest first. */
export async function answerWays(
  snapshot: Snapshot,
  travel: Travel,
  query: WaysQuery,
  findWay: FindWay,
  signal: AbortSignal | undefined,
): Promise<Way[]> {
  const home = snapshot.cells.findIndex(({ id }) => id === query.cellId);
  const cell = snapshot.cells[home];
  if (!cell) throw new Problem('not-found', { values: { what: query.cellId } });
  const rows = rowsOf(snapshot, travel, query);
  await travel.know(rows, { signal });
  const time = (row: number) => millisecondsOf(travel, row, home);
  const nearestFirst = rows.toSorted((a, b) => time(a) - time(b) || a - b).slice(0, query.limit);
  const ways = nearestFirst.map(async (row): Promise<Way> => {
    const { id, nameLv, nameEn, lonLat } = travel.destinations[row] ?? townOf(snapshot);
    return {
      mode: travel.mode,
      from: { label: cell.nearestSettlement, lonLat: cell.centre },
      to: { venueId: row === travel.townRow ? null : id, nameLv, nameEn, lonLat },
      ...(await findWay(home, cell, row)),
    };
  });
  return Promise.all(ways);
}

const townOf = ({ region: { focalTown } }: Snapshot) => ({ id: focalTown.territoryId, ...focalTown });

function rowsOf({ venues }: Snapshot, travel: Travel, { destination, venueStatuses }: WaysQuery): number[] {
  if (destination === 'focal-town') return [travel.townRow];
  const selected = selectVenues(venues, destination, venueStatuses).venues;
  return selected.flatMap(({ id }) => travel.rowOfVenue.get(id) ?? []);
}

const millisecondsOf = ({ milliseconds, homes }: Travel, row: number, home: number): number =>
  milliseconds[row * homes.id.length + home] ?? unreachable;

/** Homes of a territory, or of the whole municipality, by their number. Throws `not-found`. */
export function homesIn({ region, units, cells }: Snapshot, territoryId: string): number[] {
  const isWhole = territoryId === region.municipalityId;
  if (!isWhole && !units.some(({ id }) => id === territoryId)) {
    throw new Problem('not-found', { values: { what: territoryId } });
  }
  return cells.flatMap((cell, home) => (isWhole || cell.territoryId === territoryId ? [home] : []));
}

/** Minutes from every cell of a territory to every venue with a position. */
export async function answerTravelTimes(
  snapshot: Snapshot,
  travel: Travel,
  territoryId: string,
  signal: AbortSignal | undefined,
): Promise<TravelTimes> {
  const homes = homesIn(snapshot, territoryId);
  const venues = [...travel.rowOfVenue];
  await travel.know(
    venues.map(([, row]) => row),
    { signal },
  );
  const minutesOf = (row: number, home: number) => {
    const ms = millisecondsOf(travel, row, home);
    return ms === unreachable ? null : ms / 60_000;
  };
  return {
    territoryId,
    mode: travel.mode,
    departure: travel.departure,
    cellIds: homes.map((home) => snapshot.cells[home]?.id ?? ''),
    venueIds: venues.map(([id]) => id),
    minutes: homes.map((home) => venues.map(([, row]) => minutesOf(row, home))),
  };
}
