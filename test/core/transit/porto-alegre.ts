import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { LonLat } from '#core/place/units.ts';
import { buildGraph, type StreetGraph } from '#core/roads/graph.ts';
import { buildSnapIndex, type SnapIndex } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { readGtfs } from '#core/transit/gtfs/read.ts';
import { linkTimetable, type TransitNetwork } from '#core/transit/link.ts';
import { defaultTransitSettings } from '#core/transit/settings.ts';
import type { Timetable } from '#core/transit/timetable.ts';
import { readOsmStreets } from '#server/import/transport/osm-file.ts';

/*
 * Porto Alegre, a real city: an OpenStreetMap extract, the feeds of its buses and of its train, and cells
 * where people live. They lie beside the project where they are kept, never in it.
 */
const folder = new URL('../../../../shared/real/porto-alegre/', import.meta.url);
const file = (name: string) => new URL(name, folder);
export const hasPortoAlegre = existsSync(file('poa_osm.pbf'));

/** A Monday on which both feeds run. */
export const monday = '2019-05-13';

export interface PortoAlegre {
  readonly graph: StreetGraph;
  readonly index: SnapIndex;
  readonly network: TransitNetwork;
  readonly cells: readonly { readonly id: string; readonly lonLat: LonLat }[];
  readonly places: ReadonlyMap<string, LonLat>;
}

function readTimetable(): Timetable {
  return readGtfs(['poa_eptc.zip', 'poa_trensurb.zip'].map(readFeed)).timetable;
}

async function readStreets(): Promise<StreetGraph> {
  const { columns } = await readOsmStreets(readFileSync(file('poa_osm.pbf')));
  return buildGraph(columns, defaultSpeeds, 32722);
}

export async function readPortoAlegre(): Promise<PortoAlegre> {
  const graph = await readStreets();
  const index = buildSnapIndex(graph);
  return {
    graph,
    index,
    network: linkTimetable(graph, index, readTimetable(), defaultTransitSettings),
    cells: readRows('poa_hexgrid.csv').map(([id = '', lon, lat]) => ({
      id,
      lonLat: [Number(lon), Number(lat)],
    })),
    places: new Map(
      readRows('poa_points_of_interest.csv').map(([id = '', lat, lon]) => [id, [Number(lon), Number(lat)]]),
    ),
  };
}

/** Rows of one table of a feed as they stand in it, header first. */
export function readTable(feed: string, table: string): string[] {
  const bytes = unzipSync(readFileSync(file(feed)), { filter: ({ name }) => name === table })[table];
  return new TextDecoder().decode(bytes).split(/\r?\n/);
}

function readFeed(fileName: string) {
  const tables = unzipSync(readFileSync(file(fileName)));
  const text = (bytes: Uint8Array) => [new TextDecoder().decode(bytes)];
  return {
    fileName,
    tables: Object.fromEntries(Object.entries(tables).map(([name, bytes]) => [name, text(bytes)])),
  };
}

const readRows = (name: string): string[][] =>
  readFileSync(file(name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
