import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { AccessAnswer, Classes, Way } from '#core/access/answer.ts';
import { classOf } from '#core/access/classes.ts';
import { markerImageId } from '#core/map/markers.ts';
import { classColours } from '#core/map/palette.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import { fanOffsets } from './fan.ts';
import { type RingOf, ringsOf } from './rings.ts';

/** Gap between marks of venues that share one point, in screen pixels. */
const markGapPixels = 16;

const emptyCollection: FeatureCollection = { type: 'FeatureCollection', features: [] };

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

/** What fills an area: the colour of its class, or the mark of a blank. Never both, never neither. */
export function fillOf(value: number | null, classes: Classes): { colour: string } | { blank: true } {
  if (value === null) return { blank: true };
  const colours = classColours(classes.breaks.length + 1, classes.largerIsBetter);
  const colour = colours[classOf(classes, value)];
  return colour === undefined ? { blank: true } : { colour };
}

/** Cells with the fill of their class. */
export function cellFeatures({ cells, classes }: AccessAnswer): FeatureCollection {
  const ringOf = ringsOf(cells);
  return collection(
    cells.id.map((id, index) => cellArea(id, ringOf(id), fillOf(cells.value[index] ?? null, classes))),
  );
}

/** One cell with what fills it. */
export const cellArea = (id: string, ring: ReturnType<RingOf>, fill: object): Feature => ({
  type: 'Feature',
  id,
  properties: { id, ...fill },
  geometry: { type: 'Polygon', coordinates: [ring.map(([lon, lat]) => [lon, lat])] },
});

/** Id of the n-th outline among the features of the cells. */
export const outlineId = (index: number): string => `outline-${index}`;

/** One line around each set of cells, along the edges that only one cell of the set has. */
export function outlineFeatures(sets: readonly (readonly string[])[], ringOf: RingOf): Feature[] {
  return sets.map((ids, index) => {
    const edges = new Map<string, Position[] | null>();
    for (const edge of ids.flatMap((one) => cellEdges(ringOf(one)))) {
      const key = keyOf(edge);
      edges.set(key, edges.has(key) ? null : edge);
    }
    const id = outlineId(index);
    const coordinates = [...edges.values()].filter((edge) => edge !== null);
    return { type: 'Feature', id, properties: { id }, geometry: { type: 'MultiLineString', coordinates } };
  });
}

/** Lines between neighbouring cells that different venues serve, so that catchments can be told apart. */
export function catchmentFeatures({ cells }: AccessAnswer): Feature[] {
  const served = new Map<string, number | null>();
  const coordinates: Position[][] = [];
  const ringOf = ringsOf(cells);
  cells.id.forEach((id, index) => {
    const venue = cells.venue[index] ?? null;
    for (const edge of cellEdges(ringOf(id))) {
      const key = keyOf(edge);
      const across = served.get(key);
      if (across === undefined) served.set(key, venue);
      else if (across !== venue) coordinates.push(edge);
    }
  });
  const geometry: Geometry = { type: 'MultiLineString', coordinates };
  return [
    { type: 'Feature', id: 'catchments', properties: { id: 'catchments', catchments: true }, geometry },
  ];
}

/** The same for both cells of an edge, whichever way they go along it. */
const keyOf = (edge: Position[]): string => edge.map(String).sort().join(' ');

function cellEdges(ring: ReturnType<RingOf>): Position[][] {
  // Neighbours compute a shared corner each for itself: rounded to 1 cm it is one point.
  const corners = ring.map(([lon, lat]): Position => [roundDegrees(lon), roundDegrees(lat)]);
  return corners.slice(1).map((corner, index) => [corners[index] ?? corner, corner]);
}

const roundDegrees = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Borders of parishes and towns with the fill of their value; units without a row are left unfilled. */
export function territoryFeatures(borders: FeatureCollection, answer: AccessAnswer): FeatureCollection {
  const rows = new Map(answer.territories.map((row) => [row.id, row]));
  return collection(
    borders.features.map((feature) => {
      const row = rows.get(String(feature.properties?.id));
      if (row === undefined) return feature;
      return { ...feature, properties: { ...feature.properties, ...fillOf(row.value, answer.classes) } };
    }),
  );
}

interface MarkedVenue {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly lonLat: readonly [number, number];
}

/** Marks of venues by kind; those on one point are told to stand apart on the screen. */
export function venueFeatures(
  venues: readonly MarkedVenue[],
  kindOf: (venueId: string) => VenueKind | null,
): FeatureCollection {
  const offsets = fanOffsets(venues, markGapPixels);
  return collection(
    venues.map(({ id, nameLv, nameEn, lonLat }) => {
      const kind = kindOf(id);
      return {
        type: 'Feature',
        id,
        properties: {
          id,
          nameLv,
          nameEn,
          ...(kind === null ? {} : { marker: markerImageId(kind) }),
          offset: offsets.get(id) ?? [0, 0],
        },
        geometry: { type: 'Point', coordinates: [lonLat[0], lonLat[1]] },
      };
    }),
  );
}

/** A journey as a line; its first and last stretch are dashed where they were walked off the network. */
export function wayFeatures(way: Way | null): FeatureCollection {
  if (way === null || way.line.length < 2) return emptyCollection;
  const points = way.line.map(([lon, lat]) => [lon, lat]);
  const startsOff = way.offRoadMetres.start > 0 && points.length > 2;
  const endsOff = way.offRoadMetres.end > 0 && points.length > 3;
  const road = points.slice(startsOff ? 1 : 0, endsOff ? -1 : undefined);
  const parts: [string, number[][]][] = [['road', road]];
  if (startsOff) parts.push(['off-road', points.slice(0, 2)]);
  if (endsOff) parts.push(['off-road', points.slice(-2)]);
  return collection(
    parts.map(([role, coordinates]): Feature => {
      const geometry: Geometry = { type: 'LineString', coordinates };
      return { type: 'Feature', properties: { role }, geometry };
    }),
  );
}
