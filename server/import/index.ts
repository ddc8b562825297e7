import { createHash } from 'node:crypto';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';
import type { Clock, ImportReport, Imports } from '../context.ts';
import type { Database } from '../db/database.ts';
import { idsOfOtherLists, readKnownVenues } from '../db/queries/known.ts';
import { locateTerritories } from '../db/queries/locate.ts';
import { readPlaces } from '../db/queries/places.ts';
import { readCurrentVersions } from '../db/queries/versions.ts';
import { dropVersions, switchOver } from '../db/writes/versions.ts';
import { buildVersion, type Content, rowCountOf } from './build.ts';
import { readEventsCsv } from './events-csv.ts';
import { createGazetteer } from './gazetteer.ts';
import { readVenuesCsv, uniqueNames } from './venues-csv.ts';

export interface ImportsOptions {
  readonly database: Database;
  readonly region: Region;
  readonly clock: Clock;
  /** Called after a switch-over, so that whoever keeps data in memory reads it anew. */
  readonly onImported: () => Promise<void>;
}

type UserDataset = 'venues' | 'events';

interface Read {
  readonly content: Content;
  readonly warnings: readonly string[];
}

interface Upload {
  readonly list: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const readVenues = async ({ database, region }: ImportsOptions, upload: Upload): Promise<Read> => {
  const { db } = database;
  const { territories, settlements } = await readPlaces(db);
  const { rows, warnings } = await readVenuesCsv(upload.bytes, {
    list: upload.list,
    fileName: upload.fileName,
    bounds: region.bounds,
    gazetteer: createGazetteer(territories, settlements),
    takenIds: await idsOfOtherLists(db, 'venues', upload.list),
    locate: (points) => locateTerritories(db, points),
  });
  return { content: { dataset: 'venues', rows }, warnings };
};

const readEvents = async ({ database, clock }: ImportsOptions, upload: Upload): Promise<Read> => {
  const venues = await readKnownVenues(database.db);
  const { rows, warnings } = readEventsCsv(upload.bytes, {
    list: upload.list,
    fileName: upload.fileName,
    now: clock.now(),
    venueIds: new Set(venues.map(({ id }) => id)),
    venueNames: uniqueNames(venues),
    takenIds: await idsOfOtherLists(database.db, 'events', upload.list),
  });
  return { content: { dataset: 'events', rows }, warnings };
};

const checkList = (list: string): void => {
  const isGood = /^[a-z0-9][a-z0-9-]{0,59}$/.test(list) && list !== 'shipped';
  if (isGood) return;
  const expected = 'a-z 0-9 - (1-60), not "shipped"';
  throw new Problem('bad-import', { faults: [{ field: 'list', fault: 'malformed', value: list, expected }] });
};

const findSame = (
  versions: readonly DatasetVersion[],
  dataset: UserDataset,
  list: string,
  fileHash: string,
): DatasetVersion | undefined =>
  versions.find(
    (version) => version.dataset === dataset && version.list === list && version.fileHash === fileHash,
  );

const unchanged = (dataset: UserDataset, version: DatasetVersion): ImportReport => ({
  dataset,
  list: version.list,
  versionId: version.id,
  rows: version.rowCount,
  warnings: ['the same file is already the current version; nothing was changed', ...version.warnings],
});

/** Builds the version and makes it current; on failure nothing of it stays. */
const store = async (
  { database, clock, onImported }: ImportsOptions,
  upload: Upload,
  fileHash: string,
  { content, warnings }: Read,
): Promise<number> => {
  const now = clock.now();
  const header = {
    dataset: content.dataset,
    list: upload.list,
    title: upload.fileName,
    source: upload.fileName,
    licence: 'not stated',
    retrievedAt: now.toISOString().slice(0, 10),
    fileHash,
    rowCount: rowCountOf(content),
    warnings,
    isModel: false,
  };
  const version = await buildVersion(database, header, content, now);
  try {
    await switchOver(database.bulk, [version], now);
  } catch (error) {
    await dropVersions(database.bulk, [version]).catch(() => undefined);
    throw error;
  }
  await onImported();
  return version;
};

/** Imports of a user's own lists, one after the other. */
export const createImports = (options: ImportsOptions): Imports => {
  let last: Promise<unknown> = Promise.resolve();

  const importNow = async (dataset: UserDataset, upload: Upload): Promise<ImportReport> => {
    checkList(upload.list);
    const fileHash = createHash('sha256').update(upload.bytes).digest('hex');
    const versions = await readCurrentVersions(options.database.db);
    const same = findSame(versions, dataset, upload.list, fileHash);
    if (same !== undefined) return unchanged(dataset, same);
    const read = dataset === 'venues' ? await readVenues(options, upload) : await readEvents(options, upload);
    const versionId = await store(options, upload, fileHash, read);
    return { dataset, list: upload.list, versionId, rows: rowCountOf(read.content), warnings: read.warnings };
  };

  return {
    importCsv: (dataset, list, fileName, bytes) => {
      const run = last.then(() => importNow(dataset, { list, fileName, bytes }));
      last = run.catch(() => undefined);
      return run;
    },
  };
};
