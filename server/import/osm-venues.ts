import { Worker } from 'node:worker_threads';
import { Findings } from '#core/findings.ts';
import type { Venue } from '#core/offer/venue.ts';
import { Problem } from '#core/problem.ts';
import { osmProvenance } from '#core/roads/osm/drawn-lines.ts';
import type { OsmSites } from '#core/roads/osm/sites.ts';
import type { BroughtFile } from '../context.ts';
import { readListsOfIds } from '../db/queries/known.ts';
import { locateTerritories } from '../db/queries/locate.ts';
import { readPlaces } from '../db/queries/places.ts';
import type { FilesImporter, ReadOptions } from './importer.ts';
import { readSite } from './venue/osm-venues-read.ts';
import type { OsmVenuesMessage, OsmVenuesTask } from './venue/osm-venues-worker.ts';
import { sayOfVenues } from './venue/venue-suggestions.ts';

interface Found {
  readonly found: OsmSites;
  readonly timestamp: string | null;
}

/** Reads a file in a thread of its own, so that a serving process goes on answering. */
const readInThread = ({ name }: BroughtFile, task: OsmVenuesTask): Promise<Found> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./venue/osm-venues-worker.ts', import.meta.url), { workerData: task });
    const fail = (problem: Problem) => {
      reject(problem);
      worker.terminate().catch(() => undefined);
    };
    worker.on('message', (message: OsmVenuesMessage) => {
      if ('found' in message) resolve(message);
      else if ('problem' in message) {
        const { code, faults } = message.problem;
        fail(
          new Problem(code, {
            faults: faults.map((each) => (each.field === 'file' ? { ...each, field: name } : each)),
          }),
        );
      } else fail(new Problem('internal', { cause: new Error(message.error) }));
    });
    worker.on('error', (cause) => fail(new Problem('internal', { cause })));
    worker.on('exit', () => fail(new Problem('internal', { cause: new Error('the reading thread ended') })));
  });

type Unplaced = Omit<Venue, 'territoryId'>;

const locatedAtOnce = 1000;

/** The venues that lie in a town or parish of the map; where it has none, all within the bounds. */
const placeAll = async (
  { database: { bulk } }: ReadOptions,
  venues: readonly Unplaced[],
  findings: Findings,
): Promise<readonly Venue[]> => {
  const { territories } = await readPlaces(bulk);
  const hasUnits = territories.some(({ kind }) => kind === 'town' || kind === 'parish');
  const placed: Venue[] = [];
  for (let i = 0; i < venues.length; i += locatedAtOnce) {
    const some = venues.slice(i, i + locatedAtOnce);
    const points = some.map(({ position }) =>
      position.state === 'missing' ? ([0, 0] as const) : position.lonLat,
    );
    const units = await locateTerritories(bulk, points);
    some.forEach((venue, at) => {
      const territoryId = units[at] ?? null;
      if (territoryId !== null || !hasUnits) placed.push({ ...venue, territoryId });
    });
  }
  const outside = venues.length - placed.length;
  if (outside > 0) {
    findings.leftOut(outside);
    findings.add({ code: 'rows-elsewhere', values: { count: outside } });
  }
  return placed;
};

const withFreeIds = async (
  { database: { db } }: ReadOptions,
  list: string,
  venues: readonly Venue[],
  findings: Findings,
): Promise<readonly Venue[]> => {
  const taken = await readListsOfIds(db, list);
  const other = taken.get(venues.find(({ id }) => taken.has(id))?.id ?? '');
  const count = venues.filter(({ id }) => taken.has(id)).length;
  if (other !== undefined && count * 2 > venues.length) {
    const expected = `--list ${other}`;
    throw new Problem('bad-import', {
      faults: [{ field: 'list', fault: 'duplicate', value: list, expected }],
    });
  }
  return venues.filter(({ id, nameLv }) => {
    if (taken.has(id)) findings.drop({ code: 'id-taken', values: { id, name: nameLv } });
    return !taken.has(id);
  });
};

const refuseEmpty = (file: BroughtFile): never => {
  const expected = 'amenity=library, tourism=museum ...';
  throw new Problem('bad-import', { faults: [{ field: file.name, fault: 'missing', expected }] });
};

/** Places of culture of an OpenStreetMap extract: those of the region that have a name. */
export const osmVenues: FilesImporter = async (options, [file], list) => {
  if (file === undefined) throw new Error('an import of places of culture without a file');
  const findings = new Findings();
  const { bounds } = options.region;
  const { found, timestamp } = await readInThread(file, { path: file.path, bounds });
  for (const { type, id } of found.withoutPosition) {
    findings.read();
    findings.drop({ code: 'osm-no-position', values: { what: `${type} ${id}` } });
  }
  const venues = found.sites.map((site) => readSite(site, list, findings)).filter((venue) => venue !== null);
  const placed = await placeAll(options, venues, findings);
  const rows = await withFreeIds(options, list, placed, findings);
  if (rows.length === 0) return refuseEmpty(file);
  findings.kept(rows.length);
  await sayOfVenues(options.database, list, rows, findings);
  return {
    contents: [{ dataset: 'venues', rows }],
    warnings: [],
    findings,
    title: `OpenStreetMap (${file.name})`,
    source: osmProvenance.source,
    licence: 'ODbL 1.0',
    ...(timestamp === null ? {} : { retrievedAt: timestamp.slice(0, 10) }),
  };
};
