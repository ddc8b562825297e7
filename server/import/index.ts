import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { DatasetName, DatasetVersion, FileSource, UserDataset } from '#core/place/provenance.ts';
import { type Fault, Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { BroughtFile, ImportManner, ImportReport, Imports, ProgressStep } from '../context.ts';
import { readCurrentVersions } from '../db/queries/versions.ts';
import { compare } from './compare.ts';
import { events } from './events.ts';
import { fileImporters } from './files.ts';
import type { Importer, ImportsOptions, ReadOptions } from './importer.ts';
import { withOrigin } from './origin.ts';
import { forget, retire, useVersion } from './past.ts';
import { type Bringing, store } from './store.ts';
import { venues } from './venues.ts';

/** The family of importers. A `UserDataset` without an entry here does not compile. */
const importers: { readonly [Dataset in UserDataset]: Importer } = { venues, events };

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

/** What streets and timetables keep with the version of their import's own account. */
const accountOf = ([main]: Bringing['contents']): Pick<ImportReport, 'report'> =>
  main !== undefined && 'files' in main && 'report' in main.files
    ? { report: JSON.parse(Buffer.from(main.files.report).toString('utf8')) as unknown }
    : {};

const finish = async (
  options: ImportsOptions,
  bringing: Bringing,
  manner: ImportManner,
): Promise<ImportReport> => {
  const stored = await store(options, bringing, manner, async (found) => ({
    ...found,
    ...(await compare(options, found.built, manner)),
  }));
  const [main, ...others] = stored.built;
  if (main === undefined) throw new Error('an importer gave nothing');
  const announced = manner.isCheck ? [] : await announce(options);
  return {
    dataset: main.dataset,
    list: bringing.list,
    versionId: main.id,
    rows: main.rowCount,
    warnings: [...bringing.warnings, ...announced],
    ...(others.length === 0
      ? {}
      : { also: others.map(({ dataset, rowCount: rows }) => ({ dataset, rows })) }),
    ...accountOf(bringing.contents),
    ...(stored.counts === null ? {} : { counts: stored.counts }),
    ...(bringing.findings === undefined ? {} : { findings: stored.findings }),
    differences: stored.differences,
    ...(stored.map === undefined ? {} : { map: stored.map }),
    ...(manner.isCheck ? { isCheck: true } : {}),
  };
};

/** Whoever reads tells how far it is, and hears in the same moment that nobody waits any more. */
const readOptions = (
  { database, region, clock }: ImportsOptions,
  { progress, signal }: ImportManner,
): ReadOptions => ({
  database,
  region,
  clock,
  progress: (step) => {
    signal?.throwIfAborted();
    progress?.(step);
  },
});

/** What is read; fails as soon as the import is cancelled, though a thread may read on for nobody. */
const unlessCancelled = async <T>(reading: Promise<T>, { signal }: ImportManner): Promise<T> => {
  if (signal === undefined) return reading;
  reading.catch(() => undefined);
  const cancelled = new Promise<never>((_, reject) => {
    const refuse = () => reject(signal.reason as Error);
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
  return Promise.race([reading, cancelled]);
};

const importCsv = async (
  options: ImportsOptions,
  dataset: UserDataset,
  list: string,
  fileName: string,
  bytes: Uint8Array,
  manner: ImportManner,
): Promise<ImportReport> => {
  checkList(list);
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const same = await findSame(options, dataset, list, fileHash);
  if (same !== undefined) return unchanged(same);
  const reading = importers[dataset](readOptions(options, manner), { list, fileName, bytes });
  const { content, warnings } = await unlessCancelled(reading, manner);
  const bringing = { contents: [content], warnings, list, fileName, fileHash, sourceName: dataset };
  return finish(options, { ...bringing, standsAlone: false }, manner);
};

const importFiles = async (
  options: ImportsOptions,
  source: FileSource,
  given: string,
  files: readonly BroughtFile[],
  manner: ImportManner,
): Promise<ImportReport> => {
  const { main, mostFiles, isBeside, list = given, read: reader } = fileImporters[source];
  checkList(list);
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
  const read = await unlessCancelled(reader(readOptions(options, manner), files, list), manner);
  const found = withOrigin(read, manner.origin);
  const fileName = files.map(({ name }) => name).join(', ');
  const bringing = { ...found, list, fileName, fileHash, sourceName: source, standsAlone: !isBeside };
  return finish(options, bringing, manner);
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
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
  let step: ProgressStep | null = null;
  /** An import in line: begun only if somebody still waits for it, and told of while it goes on. */
  const importInLine = (
    manner: ImportManner,
    work: (told: ImportManner) => Promise<ImportReport>,
  ): Promise<ImportReport> =>
    inLine(async () => {
      manner.signal?.throwIfAborted();
      const progress = (now: ProgressStep) => {
        step = now;
        manner.progress?.(now);
      };
      try {
        return await work({ ...manner, progress });
      } finally {
        step = null;
      }
    });
  return {
    importCsv: (dataset, list, fileName, bytes, manner = {}) =>
      importInLine(manner, (told) => importCsv(options, dataset, list, fileName, bytes, told)),
    importFiles: (source, list, files, manner = {}) =>
      importInLine(manner, (told) => importFiles(options, source, list, files, told)),
    underWay: () => step,
    use: (version) =>
      inLine(async () => {
        const { versions } = await useVersion(options, version);
        await announce(options);
        return versions;
      }),
    forget: (version) => inLine(() => forget(options, version)),
    retire: (dataset, list) =>
      inLine(async () => {
        const retired = await retire(options, dataset, list);
        await announce(options);
        return retired;
      }),
  };
};
