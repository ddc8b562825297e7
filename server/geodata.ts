import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type AboutResponse, about } from '#core/contract/about.ts';
import { importFiles } from '#core/contract/import-files.ts';
import { imports } from '#core/contract/imports.ts';
import { slug } from '#core/language/fold.ts';
import { sayWarning } from '#core/language/warnings.ts';
import {
  type DatasetVersion,
  type FileSource,
  fileSources,
  type UserDataset,
  userDatasets,
} from '#core/place/provenance.ts';
import { type Fault, Problem } from '#core/problem.ts';
import { ask, send } from './ask-server.ts';
import { type Config, readConfig } from './config.ts';
import type { Clock, ImportReport, Imports } from './context.ts';
import { type Holder, readHolder } from './db/embedded/lock.ts';
import { readCurrentVersions } from './db/queries/versions.ts';
import { createImports } from './import/index.ts';
import { importShipped } from './import/shipped.ts';
import { geodataFolder, readRegion } from './region.ts';
import { openStorage, type Storage } from './storage.ts';
import { fail, language, say, sayRenamed } from './terminal.ts';

const usage = [
  'npm run geodata -- build',
  ...userDatasets.map((dataset) => `npm run geodata -- import ${dataset} FILE.csv [--list NAME]`),
  'npm run geodata -- import population FILE.csv [--list NAME]',
  'npm run geodata -- import osm FILE.osm.pbf [--list NAME]',
  'npm run geodata -- import gtfs FILE.zip [FILE.zip ...] [--list NAME]',
  'npm run geodata -- import on-demand FILE.json [--list NAME]',
  'npm run geodata -- list',
].join('\n');

const clock: Clock = { now: () => new Date() };

/** One import, whoever does it. */
interface Order {
  /** In this process, which holds the database. */
  readonly here: (imports: Imports) => Promise<ImportReport>;
  /** By the running server. */
  readonly there: (url: string, headers: Readonly<Record<string, string>>) => Promise<ImportReport>;
}

const withStorage = async <T>(config: Config, use: (storage: Storage) => Promise<T>): Promise<T> => {
  const storage = await openStorage(config, clock.now());
  try {
    return await use(storage);
  } finally {
    await storage.close();
  }
};

/** Opens the database itself; the shipped lists come first, because venues and events refer to them. */
const importHere = (config: Config, order: Order): Promise<ImportReport> =>
  withStorage(config, async ({ database }) => {
    const region = await readRegion(config.region);
    const source = { region, folder: geodataFolder };
    await importShipped(database, source, clock.now(), () => undefined, sayRenamed);
    const onImported = async () => undefined;
    const log = { error: (...said: readonly unknown[]) => say(said.map(String).join(' ')) };
    return order.here(createImports({ database, region, clock, onImported, log }));
  });

/**
 * Does it here, or asks the server where one holds the folder. Only a held lock makes the note of its
 * holder true: a holder that was killed leaves its address behind, and who listens there now must not
 * learn the key.
 */
const hereOrThere = async <T>(
  config: Config,
  here: () => Promise<T>,
  there: (holder: Holder, url: string) => Promise<T>,
): Promise<T> => {
  try {
    return await here();
  } catch (error) {
    const isHeld = error instanceof Problem && error.code === 'folder-in-use';
    const holder = isHeld ? readHolder(config.dataDir) : null;
    // Without an address it is still starting, or another command: its process is named.
    if (holder?.url == null) throw error;
    return there(holder, holder.url);
  }
};

const importBy = (config: Config, order: Order): Promise<ImportReport> =>
  hereOrThere(
    config,
    () => importHere(config, order),
    ({ token }, url) => order.there(url, { Authorization: `Bearer ${token}`, 'Accept-Language': language }),
  );

const noFile = (file: string, cause: unknown): never => {
  const faults: Fault[] = [{ field: 'FILE', fault: 'missing', value: file }];
  throw new Problem('bad-import', { faults, cause });
};

const listOf = (file: string, given: string | undefined): string =>
  given ?? slug(basename(file).replace(/\..*$/, ''));

/** A list in a CSV file, small enough for the memory. */
const csvOrder = async (dataset: UserDataset, file: string, given: string | undefined): Promise<Order> => {
  const bytes = await readFile(file).catch((cause: unknown) => noFile(file, cause));
  const [list, fileName] = [listOf(file, given), basename(file)];
  const path = imports.path.replace('{dataset}', dataset);
  const query = new URLSearchParams({ list, fileName });
  return {
    here: ({ importCsv }) => importCsv(dataset, list, fileName, bytes),
    there: (url, headers) =>
      ask(`${url}${path}?${query}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'text/csv' },
        body: bytes,
      }),
  };
};

/** Files of a known format, read where they lie or sent as a stream. */
const filesOrder = async (
  source: FileSource,
  files: readonly string[],
  given: string | undefined,
): Promise<Order> => {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        (cause: unknown) => noFile(file, cause),
      ),
    ),
  );
  const list = listOf(files[0] ?? source, given);
  const names = files.map((file) => basename(file));
  const path = importFiles.path.replace('{source}', source);
  const query = new URLSearchParams({ list, fileName: names.join(','), sizes: sizes.join(',') });
  return {
    here: (importer) =>
      importer.importFiles(
        source,
        list,
        files.map((file, i) => ({ name: names[i] ?? file, path: file })),
      ),
    there: (url, headers) =>
      send(
        `${url}${path}?${query}`,
        {
          ...headers,
          'Content-Type': 'application/octet-stream',
          'Content-Length': String(sizes.reduce((sum, size) => sum + size, 0)),
        },
        files,
      ),
  };
};

const printReport = (report: ImportReport): void => {
  for (const warning of report.warnings) say(`! ${sayWarning(warning, language)}`);
  say(`${report.dataset}/${report.list}: ${report.rows} rows, version ${report.versionId}`);
  for (const { dataset, rows } of report.also ?? []) say(`${dataset}/${report.list}: ${rows} rows`);
  // What was read of streets is in the sentences above; the rest of it at GET /api/v1/streets.
  if (report.report !== undefined && report.dataset !== 'streets') {
    say(JSON.stringify(report.report, null, 2));
  }
};

const versionsThere = async (url: string): Promise<readonly DatasetVersion[]> => {
  const { dataVersions } = await ask<AboutResponse>(`${url}${about.path}`);
  return dataVersions;
};

const printLists = async (config: Config): Promise<void> => {
  const versions = await hereOrThere(
    config,
    () => withStorage(config, ({ database }) => readCurrentVersions(database.db)),
    (_, url) => versionsThere(url),
  );
  for (const { dataset, list, id, rowCount, retrievedAt, source } of versions) {
    say(`${dataset}/${list}  version ${id}  ${rowCount} rows  ${retrievedAt}  ${source}`);
  }
};

/** The import that the arguments name; null when they name none. */
const readOrder = async (
  name: string | undefined,
  files: readonly string[],
  list: string | undefined,
): Promise<Order | null> => {
  const [file] = files;
  if (file === undefined) return null;
  const dataset = userDatasets.find((known) => known === name);
  if (dataset !== undefined) return files.length === 1 ? csvOrder(dataset, file, list) : null;
  const source = fileSources.find((known) => known === name);
  return source === undefined ? null : filesOrder(source, files, list);
};

const run = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'string' } },
  });
  const [command, name, ...files] = positionals;
  if (command === 'build') {
    const { buildGeodata } = await import('../geodata/build/main.ts');
    for (const line of buildGeodata()) say(line);
    return;
  }
  if (command === 'list') return printLists(readConfig());
  const order = command === 'import' ? await readOrder(name, files, values.list) : null;
  if (order === null) {
    say(usage);
    process.exitCode = 2;
    return;
  }
  printReport(await importBy(readConfig(), order));
};

await run().catch(fail);
