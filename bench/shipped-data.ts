import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CultureEvent, OccurrenceListing } from '#core/offer/event.ts';
import { expandEvent } from '#core/offer/occurrences.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { PopulationCell, Territory } from '#core/place/territory.ts';
import type { EngineData } from '#server/db/queries/engine.ts';
import type { Content } from '#server/import/build.ts';
import { findShipped } from '#server/import/shipped/shipped-lists.ts';

const folder = fileURLToPath(new URL('../geodata', import.meta.url));

export const shippedRegion = JSON.parse(
  readFileSync(new URL('../geodata/regions/tukums.json', import.meta.url), 'utf8'),
) as Region;

type Rows<T> = { readonly rows: readonly T[] };

/** What ships, as the engine would read it from a database that keeps no travel; dates between two moments. */
export async function shippedData(from: Date, to: Date): Promise<EngineData> {
  const lists = await findShipped({ region: shippedRegion, folder });
  const contents = await Promise.all(lists.map(async (list) => (await list.read()).content));
  const of = (dataset: DatasetName) => contents.find((content) => content.dataset === dataset);
  const rows = <T>(dataset: DatasetName) => (of(dataset) as unknown as Rows<T>).rows;
  const files = contents.map((content: Content) => ('files' in content ? content.files : {}));
  const versions = lists.map(({ dataset }, id): DatasetVersion => versionOf(id, dataset));
  const venues = rows<Venue>('venues');
  const occurrences = rows<CultureEvent>('events').flatMap((event) => datesOf(event, venues, from, to));
  return {
    currentVersions: async () => versions,
    readVersions: async () => versions,
    readCells: async () => rows<PopulationCell>('population'),
    readVenues: async () => venues,
    readTerritories: async () => rows<Territory>('territories'),
    getOccurrence: async (id) => {
      const found = occurrences.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no date ${id}`);
      return found;
    },
    listOccurrences: async () => ({
      items: occurrences,
      numberMatched: occurrences.length,
      nextCursor: null,
    }),
    files: {
      hash: async () => null,
      read: async (id, name) => (files[id] as Record<string, Uint8Array> | undefined)?.[name] ?? null,
    },
    columns: { read: async () => new Map(), write: async () => undefined, sweep: async () => 0 },
  };
}

function datesOf(event: CultureEvent, venues: readonly Venue[], from: Date, to: Date): OccurrenceListing[] {
  return expandEvent(event, from, to).map((date) => {
    const venue = venues.find(({ id }) => id === date.venueId);
    const position = venue?.position;
    return {
      ...date,
      event,
      venueName: venue?.nameLv ?? null,
      territoryId: venue?.territoryId ?? null,
      lonLat: position === undefined || position.state === 'missing' ? null : position.lonLat,
    };
  });
}

const versionOf = (id: number, dataset: DatasetName): DatasetVersion => ({
  id,
  dataset,
  list: 'shipped',
  title: dataset,
  source: 'geodata',
  licence: 'see geodata/SOURCES.md',
  retrievedAt: '2026-11-22',
  fileHash: '',
  rowCount: 0,
  counts: null,
  warnings: [],
  sourceName: 'shipped',
  importId: id,
  isModel: true,
  importedAt: '2026-11-22T00:00:00Z',
});
