import type { Geometry } from 'geojson';
import type { z } from 'zod';
import type { CollectionId, collections } from '#core/contract/features/index.ts';
import type { OccurrenceListing } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { LandcoverArea } from '#core/place/landcover.ts';
import type { PopulationCell, Settlement, Territory } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import type { RoadLine } from '#core/roads/street.ts';
import type { Data, ItemsQuery, Page } from '../../context.ts';
import { cellShape } from '../cell-shape.ts';
import { toCell } from './cell.ts';
import { toOccurrence } from './occurrence.ts';
import { toPopulation, toTerritory } from './territory.ts';
import { toVenue } from './venue.ts';

/** A row before it is written: its geometry in degrees, longitude first. */
export interface Feature<Properties> {
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: Properties;
  /** RFC 3339, for the temporal extent; null where a row has no time. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

interface Source<Properties> {
  list(data: Data, query: ItemsQuery): Promise<Page<Feature<Properties>>>;
  get(data: Data, id: string): Promise<Feature<Properties>>;
  /** True where every geometry is a point, so that a table can hold it. */
  readonly isPoints: boolean;
}

type Sources = {
  readonly [Id in CollectionId]: Source<z.output<(typeof collections)[Id]['properties']>>;
};

const point = (lonLat: LonLat | null): Geometry | null =>
  lonLat === null ? null : { type: 'Point', coordinates: [...lonLat] };

const line = (positions: readonly LonLat[]): Geometry => ({
  type: 'LineString',
  coordinates: positions.map((position) => [...position]),
});

const timeless = { startsAt: null, endsAt: null };

function source<Row, Properties>(
  isPoints: boolean,
  list: (data: Data, query: ItemsQuery) => Promise<Page<Row>>,
  get: (data: Data, id: string) => Promise<Row>,
  toFeature: (row: Row) => Feature<Properties>,
): Source<Properties> {
  return {
    isPoints,
    list: async (data, query) => {
      const page = await list(data, query);
      return { ...page, items: page.items.map(toFeature) };
    },
    get: async (data, id) => toFeature(await get(data, id)),
  };
}

const provenanceOf = (row: Territory | Settlement | PopulationCell | RoadLine | LandcoverArea) => ({
  source: row.source,
  confidence: row.confidence,
  isModel: row.isModel,
});

/** Where the features of each collection come from and how a row becomes one. */
export const sources: Sources = {
  territories: source(
    false,
    (data, query) => data.listTerritories(query),
    (data, id) => data.getTerritory(id),
    (row: Territory) => ({ id: row.id, geometry: row.geometry, properties: toTerritory(row), ...timeless }),
  ),
  settlements: source(
    true,
    (data, query) => data.listSettlements(query),
    (data, id) => data.getSettlement(id),
    (row: Settlement) => ({
      id: row.id,
      geometry: point(row.position),
      properties: {
        nameLv: row.nameLv,
        kind: row.kind,
        territoryId: row.territoryId,
        positionQuality: row.positionQuality,
        ...toPopulation(row.population),
        ...provenanceOf(row),
      },
      ...timeless,
    }),
  ),
  venues: source(
    true,
    (data, query) => data.listVenues(query),
    (data, id) => data.getVenue(id),
    (row: Venue) => ({
      id: row.id,
      geometry: point(row.position.state === 'missing' ? null : row.position.lonLat),
      properties: toVenue(row),
      ...timeless,
    }),
  ),
  events: source(
    true,
    (data, query) => data.listOccurrences(query),
    (data, id) => data.getOccurrence(id),
    (row: OccurrenceListing) => ({
      id: row.id,
      geometry: point(row.lonLat),
      properties: toOccurrence(row),
      startsAt: row.startsAt,
      endsAt: row.endsAt,
    }),
  ),
  population: source(
    false,
    (data, query) => data.listCells(query),
    (data, id) => data.getCell(id),
    (row: PopulationCell) => ({
      id: row.id,
      geometry: cellShape(row.id, row.ring),
      properties: toCell(row),
      ...timeless,
    }),
  ),
  roads: source(
    false,
    (data, query) => data.listRoads(query),
    (data, id) => data.getRoad(id),
    (row: RoadLine) => ({
      id: String(row.id),
      geometry: line(row.line),
      properties: {
        ref: row.ref,
        name: row.name,
        highway: row.highway,
        surface: row.surface,
        role: row.role,
        lengthMetres: row.lengthMetres,
        isBuiltUp: row.isBuiltUp,
        oneway: row.oneway,
        ...provenanceOf(row),
      },
      ...timeless,
    }),
  ),
  landcover: source(
    false,
    (data, query) => data.listLandcover(query),
    (data, id) => data.getLandcover(id),
    (row: LandcoverArea) => ({
      id: row.id,
      geometry: row.geometry,
      properties: { kind: row.kind, ...provenanceOf(row) },
      ...timeless,
    }),
  ),
};
