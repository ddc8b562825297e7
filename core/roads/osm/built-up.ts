import Flatbush from 'flatbush';
import type { OsmArea } from './areas.ts';
import { metresPerUnit } from './distance.ts';
import type { OsmExtract } from './extract.ts';
import type { Network } from './network.ts';
import { isInRing } from './rings.ts';
import type { RoadProfile } from './road.ts';
import type { OsmSettings } from './settings.ts';

/** How it is known, or guessed, that a road runs through a built-up area or does not. */
export type BuiltUpReason = 'zone' | 'area' | 'lit-or-pavement' | 'streets-around' | 'none';

/** Tells of any point whether one of the areas covers it. */
function createCover(areas: readonly OsmArea[]): (lon: number, lat: number) => boolean {
  if (areas.length === 0) return () => false;
  const index = new Flatbush(areas.length);
  for (const { rings } of areas) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const outline = rings[0] ?? [];
    for (let i = 0; i < outline.length; i += 2) {
      west = Math.min(west, outline[i] ?? 0);
      east = Math.max(east, outline[i] ?? 0);
      south = Math.min(south, outline[i + 1] ?? 0);
      north = Math.max(north, outline[i + 1] ?? 0);
    }
    index.add(west, south, east, north);
  }
  index.finish();
  const covers = (area: OsmArea | undefined, lon: number, lat: number) =>
    (area?.rings.filter((ring) => isInRing(ring, lon, lat)).length ?? 0) % 2 === 1;
  return (lon, lat) => index.search(lon, lat, lon, lat, (i) => covers(areas[i], lon, lat)).length > 0;
}

/** Metres of residential streets in each square of the grid. */
function createDensity(extract: OsmExtract, network: Network, squareMetres: number) {
  const lat0 = network.nodeLonLat[1] ?? 0;
  const { east, north } = metresPerUnit(lat0);
  const squareOf = (lon: number, lat: number) =>
    Math.floor((lon * east) / squareMetres) * 1e6 + Math.floor((lat * north) / squareMetres);
  const metres = new Map<number, number>();
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    const { highway } = profileOf(extract, network, edge);
    if (highway !== 'residential' && highway !== 'living_street') continue;
    const square = squareOf(...middleOf(network, edge));
    metres.set(square, (metres.get(square) ?? 0) + (network.edgeDecimetres[edge] ?? 0) / 10);
  }
  return (lon: number, lat: number) => metres.get(squareOf(lon, lat)) ?? 0;
}

export const profileOf = (extract: OsmExtract, network: Network, edge: number): RoadProfile => {
  const profile = extract.profiles[extract.roads.profile[network.edgeWay[edge] ?? 0] ?? 0];
  if (profile === undefined) throw new Error(`edge ${edge} without a profile`);
  return profile;
};

/** The middle point of the drawn line, near enough to ask what surrounds an edge. */
function middleOf({ lineOffset, linePoints }: Network, edge: number): [lon: number, lat: number] {
  const [first, end] = [lineOffset[edge] ?? 0, lineOffset[edge + 1] ?? 0];
  const middle = (first + end - 1) / 2;
  const [a, b] = [2 * Math.floor(middle), 2 * Math.ceil(middle)];
  const between = (i: number, j: number) => ((linePoints[i] ?? 0) + (linePoints[j] ?? 0)) / 2;
  return [between(a, b), between(a + 1, b + 1)];
}

/**
 * Judges every edge. What a tag says of the law of the place counts first; then areas mapped as settled;
 * then light or a pavement; at last a dense net of residential streets around.
 */
export function createBuiltUpJudge(
  extract: OsmExtract,
  network: Network,
  areas: readonly OsmArea[],
  settings: OsmSettings,
): (edge: number) => { readonly isBuiltUp: boolean; readonly reason: BuiltUpReason } {
  const least = settings.leastBuiltUpHectares * 10_000;
  const isCovered = createCover(
    areas.filter(
      ({ kind, squareMetres }) => kind === 'place' || (kind === 'built-up' && squareMetres >= least),
    ),
  );
  const density = createDensity(extract, network, settings.streetSquareMetres);
  return (edge) => {
    const { limit, looksBuiltUp } = profileOf(extract, network, edge);
    if (limit.zone !== null) return { isBuiltUp: limit.zone === 'built-up', reason: 'zone' };
    const middle = middleOf(network, edge);
    if (isCovered(...middle)) return { isBuiltUp: true, reason: 'area' };
    if (looksBuiltUp) return { isBuiltUp: true, reason: 'lit-or-pavement' };
    const isDense = density(...middle) >= settings.leastStreetMetres;
    return { isBuiltUp: isDense, reason: isDense ? 'streets-around' : 'none' };
  };
}
