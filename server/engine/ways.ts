import type { TravelTimes, Way } from '#core/access/answer.ts';
import { selectVenues } from '#core/access/offer.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import { seedsTo } from '#core/roads/journey.ts';
import { createSearch, unreachable } from '#core/roads/reach.ts';
import { findWay } from '#core/roads/way.ts';
import type { WaysQuery } from '../context.ts';
import { describeLegs, drawLine } from './legs.ts';
import type { Snapshot } from './snapshot.ts';
import type { Travel } from './travel.ts';

/** Ways from a cell to the nearest venues that count, or to the focal town; nearest first. */
export function answerWays(snapshot: Snapshot, travel: Travel, query: WaysQuery): Way[] {
  const { cellId, destination, venueStatuses, limit } = query;
  const home = snapshot.cells.findIndex(({ id }) => id === cellId);
  const cell = snapshot.cells[home];
  if (!cell) throw new Problem('not-found', { values: { what: cellId } });
  const rows =
    destination === 'focal-town'
      ? [travel.townRow]
      : selectVenues(snapshot.venues, destination, venueStatuses).venues.flatMap(
          ({ id }) => travel.rowOfVenue.get(id) ?? [],
        );
  const time = (row: number) =>
    travel.matrix.milliseconds[row * travel.matrix.originCount + home] ?? unreachable;
  const nearestFirst = rows.toSorted((a, b) => time(a) - time(b) || a - b).slice(0, limit);
  return nearestFirst.flatMap((row) => wayTo(snapshot, travel, cell, home, row) ?? []);
}

function wayTo(
  snapshot: Snapshot,
  travel: Travel,
  cell: PopulationCell,
  home: number,
  row: number,
): Way | null {
  const { graph, edges } = snapshot.streets;
  const { mode } = travel;
  const target = travel.destinations[row];
  if (!target) return null;
  const origin = travel.origins[home] ?? null;
  const end = travel.destinationSnaps[row] ?? null;
  const ends = {
    mode,
    from: { label: cell.nearestSettlement, lonLat: cell.centre },
    to: {
      venueId: row === travel.townRow ? null : target.id,
      nameLv: target.nameLv,
      nameEn: target.nameEn,
      lonLat: target.lonLat,
    },
  };
  const none = {
    minutes: null,
    km: null,
    offRoadMetres: { start: 0, end: 0 },
    line: [],
    legs: [],
    journeys: [],
  };
  if (!origin || !end) return { ...ends, ...none, reason: 'unsnapped' };
  const reach = createSearch(graph.modes[mode].in)(seedsTo(graph, mode, end));
  const way = findWay(graph, mode, origin, end, reach);
  if (!way) return { ...ends, ...none, reason: 'no-route' };
  return {
    ...ends,
    minutes: way.milliseconds / 60_000,
    km: way.decimetres / 10_000,
    reason: null,
    offRoadMetres: { start: origin.offRoadDecimetres / 10, end: end.offRoadDecimetres / 10 },
    line: drawLine(cell.centre, target.lonLat, way, edges),
    legs: describeLegs(origin, end, way, edges),
    journeys: [],
  };
}

/** Minutes from every cell of a territory (or of the whole municipality) to every venue with a position. */
export function answerTravelTimes(snapshot: Snapshot, travel: Travel, territoryId: string): TravelTimes {
  const isWhole = territoryId === snapshot.region.municipalityId;
  if (!isWhole && !snapshot.units.some(({ id }) => id === territoryId)) {
    throw new Problem('not-found', { values: { what: territoryId } });
  }
  const homes = snapshot.cells.flatMap((cell, home) =>
    isWhole || cell.territoryId === territoryId ? [{ id: cell.id, home }] : [],
  );
  const { matrix } = travel;
  const minutesOf = (row: number, home: number) => {
    const ms = matrix.milliseconds[row * matrix.originCount + home] ?? unreachable;
    return ms === unreachable ? null : ms / 60_000;
  };
  const venues = [...travel.rowOfVenue];
  return {
    territoryId,
    mode: travel.mode,
    departure: null,
    cellIds: homes.map(({ id }) => id),
    venueIds: venues.map(([id]) => id),
    minutes: homes.map(({ home }) => venues.map(([, row]) => minutesOf(row, home))),
  };
}
