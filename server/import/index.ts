import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sayWarning } from '#core/language/warnings.ts';
import {
  type DatasetName,
  type DatasetVersion,
  type FileSource,
  licenceNotStated,
  type UserDataset,
} from '#core/place/provenance.ts';
import { type Fault, Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { BroughtFile, ImportReport, Imports } from '../context.ts';
import { readCurrentVersions } from '../db/queries/versions.ts';
import { dropVersions, switchOver } from '../db/writes/versions.ts';
import { buildVersion, type Content, rowCountOf } from './build.ts';
import { events } from './events.ts';
import { fileImporters } from './files.ts';
import type { Importer, ImportsOptions, ReadFiles } from './importer.ts';
import { venues } from './venues.ts';

/** The family of importers. A `UserDataset` without an entry here does not compile. */
const importers: { readonly [Dataset in UserDataset]: Importer } = { venues, events };

/** What one import brings, and what it takes the place of. */
interface Bringing extends ReadFiles {
  readonly list: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly replaced: readonly DatasetName[];
}

const checkList = (list: string): void => {
  const isGood = /^[a-z0-9][a-z0-9-]{0,59}$/.test(list) && list !== 'shipped';
  if (isGood) return;
  const expected = 'a-z 0-9 - (1-60), not "shipped"';
  throw new Problem('bad-import', { faults: [{ field: 'list', fault: 'malformed', value: list, expected }] });
};

/** A list that is current already, read from the very same bytes. */
const findSame = async (
  { database }: ImportsOptions,
  dataset: DatasetName,
  list: string,
  fileHash: string,
): Promise<DatasetVersion | undefined> =>
  (await readCurrentVersions(database.db)).find(
    (version) => version.dataset === dataset && version.list === list && version.fileHash === fileHash,
  );

const unchanged = ({ dataset, list, id, rowCount }: DatasetVersion): ImportReport => ({
  dataset,
  list,
  versionId: id,
  rows: rowCount,
  warnings: [{ code: 'same-file', values: {} }],
});

/** Builds the versions and makes them current in one moment; on failure nothing of them stays. */
const store = async ({ database, clock }: ImportsOptions, bringing: Bringing): Promise<readonly number[]> => {
  const now = clock.now();
  const headerOf = (content: Content, isMain: boolean) => ({
    dataset: content.dataset,
    list: bringing.list,
    title: bringing.title ?? bringing.fileName,
    source: bringing.source ?? bringing.fileName,
    licence: bringing.licence ?? licenceNotStated,
    retrievedAt: bringing.retrievedAt ?? now.toISOString().slice(0, 10),
    fileHash: bringing.fileHash,
    rowCount: rowCountOf(content),
    // As in the shipped lists, what a version says of itself is in English.
    warnings: isMain ? bringing.warnings.map((warning) => sayWarning(warning, 'en')) : [],
    isModel: false,
  });
  const built: number[] = [];
  try {
    for (const [i, content] of bringing.contents.entries()) {
      built.push(await buildVersion(database, headerOf(content, i === 0), content, now));
    }
    await switchOver(database.bulk, built, now, bringing.replaced);
  } catch (error) {
    await dropVersions(database.bulk, built).catch(() => undefined);
    throw error;
  }
  return built;
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

const finish = async (options: ImportsOptions, bringing: Bringing): Promise<ImportReport> => {
  const [versionId = 0] = await store(options, bringing);
  const [main, ...others] = bringing.contents.map((content) => ({
    dataset: content.dataset,
    rows: rowCountOf(content),
  }));
  if (main === undefined) throw new Error('an importer gave nothing');
  const warnings = [...bringing.warnings, ...(await announce(options))];
  return {
    ...main,
    list: bringing.list,
    versionId,
    warnings,
    ...(others.length === 0 ? {} : { also: others }),
    ...reportOf(bringing),
  };
};

/** Streets and timetables keep what their import told with the version. */
const reportOf = ({ contents: [main] }: Bringing): Pick<ImportReport, 'report'> =>
  main !== undefined && 'files' in main && 'report' in main.files
    ? { report: JSON.parse(Buffer.from(main.files.report).toString('utf8')) as unknown }
    : {};

const importCsv = async (
  options: ImportsOptions,
  dataset: UserDataset,
  list: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<ImportReport> => {
  checkList(list);
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const same = await findSame(options, dataset, list, fileHash);
  if (same !== undefined) return unchanged(same);
  const { content, warnings } = await importers[dataset](options, { list, fileName, bytes });
  return finish(options, { contents: [content], warnings, list, fileName, fileHash, replaced: [] });
};

const importFiles = async (
  options: ImportsOptions,
  source: FileSource,
  list: string,
  files: readonly BroughtFile[],
): Promise<ImportReport> => {
  checkList(list);
  const { main, mostFiles, isBeside, read } = fileImporters[source];
  if (files.length < 1 || files.length > mostFiles) {
    const fault: Fault = {
      field: 'FILE',
      fault: 'out-of-range',
      value: `${files.length}`,
      expected: `1-${mostFiles}`,
    };
    throw new Problem('bad-import', { faults: [fault] });
  }
  const fileHash = await hashOfFiles(files);
  const same = await findSame(options, main, list, fileHash);
  if (same !== undefined) return unchanged(same);
  const found = await read(options, files, list);
  const fileName = files.map(({ name }) => name).join(', ');
  // What a file does not hold does not replace anything.
  const replaced = isBeside ? [] : found.contents.map(({ dataset }) => dataset);
  return finish(options, { ...found, list, fileName, fileHash, replaced });
};

const hashOfFiles = async (files: readonly BroughtFile[]): Promise<string> => {
  const hash = createHash('sha256');
  for (const { path } of files)
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/** Imports of what people bring, one after the other. */
export const createImports = (options: ImportsOptions): Imports => {
  let last: Promise<unknown> = Promise.resolve();
  const inLine = (work: () => Promise<ImportReport>): Promise<ImportReport> => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
  return {
    importCsv: (...order) => inLine(() => importCsv(options, ...order)),
    importFiles: (...order) => inLine(() => importFiles(options, ...order)),
  };
};
