import { createHash } from 'node:crypto';
import { sayWarning } from '#core/language/warnings.ts';
import { type DatasetVersion, licenceNotStated, type UserDataset } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { ImportReport, Imports } from '../context.ts';
import { readCurrentVersions } from '../db/queries/versions.ts';
import { dropVersions, switchOver } from '../db/writes/versions.ts';
import { buildVersion, rowCountOf } from './build.ts';
import { events } from './events.ts';
import type { Importer, ImportsOptions, Read, Upload } from './importer.ts';
import { venues } from './venues.ts';

/** The family of importers. A `UserDataset` without an entry here does not compile. */
const importers: { readonly [Dataset in UserDataset]: Importer } = { venues, events };

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
  warnings: [{ code: 'same-file', values: {} }],
});

/** Builds the version and makes it current; on failure nothing of it stays. */
const store = async (
  { database, clock }: ImportsOptions,
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
    licence: licenceNotStated,
    retrievedAt: now.toISOString().slice(0, 10),
    fileHash,
    rowCount: rowCountOf(content),
    // As in the shipped lists, what a version says of itself is in English.
    warnings: warnings.map((warning) => sayWarning(warning, 'en')),
    isModel: false,
  };
  const version = await buildVersion(database, header, content, now);
  try {
    await switchOver(database.bulk, [version], now);
  } catch (error) {
    await dropVersions(database.bulk, [version]).catch(() => undefined);
    throw error;
  }
  return version;
};

/** The list is current by now, so what fails here is no failure of the import. */
const announce = async ({ onImported, log }: ImportsOptions): Promise<readonly ImportWarning[]> => {
  try {
    await onImported();
    return [];
  } catch (error) {
    log.error({ err: error }, 'a list was imported and could not be read into memory');
    const detail = error instanceof Error ? error.message : String(error);
    return [{ code: 'not-refreshed', values: { detail } }];
  }
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
    const read = await importers[dataset](options, upload);
    const versionId = await store(options, upload, fileHash, read);
    const warnings = [...read.warnings, ...(await announce(options))];
    return { dataset, list: upload.list, versionId, rows: rowCountOf(read.content), warnings };
  };

  return {
    importFiles: () => Promise.reject(new Problem('unavailable')),
    importCsv: (dataset, list, fileName, bytes) => {
      const run = last.then(() => importNow(dataset, { list, fileName, bytes }));
      last = run.catch(() => undefined);
      return run;
    },
  };
};
