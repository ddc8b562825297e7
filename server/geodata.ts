import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type AboutResponse, about } from '#core/contract/about.ts';
import { imports } from '#core/contract/imports.ts';
import { slug } from '#core/language/fold.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { type DatasetVersion, type UserDataset, userDatasets } from '#core/place/provenance.ts';
import { type Fault, Problem, type ProblemCode, problemCodes } from '#core/problem.ts';
import { type Config, readConfig } from './config.ts';
import type { Clock, ImportReport } from './context.ts';
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
  'npm run geodata -- list',
].join('\n');

const clock: Clock = { now: () => new Date() };

interface Upload {
  readonly dataset: UserDataset;
  readonly list: string;
  readonly file: string;
  readonly bytes: Buffer<ArrayBuffer>;
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
const importHere = (config: Config, upload: Upload): Promise<ImportReport> =>
  withStorage(config, async ({ database }) => {
    const region = await readRegion(config.region);
    await importShipped(
      database,
      { region, folder: geodataFolder },
      clock.now(),
      () => undefined,
      sayRenamed,
    );
    const onImported = async () => undefined;
    const log = { error: (...said: readonly unknown[]) => say(said.map(String).join(' ')) };
    const importer = createImports({ database, region, clock, onImported, log });
    return importer.importCsv(upload.dataset, upload.list, basename(upload.file), upload.bytes);
  });

interface ProblemBody {
  readonly code?: string;
  readonly errors?: readonly Fault[];
}

const toProblem = ({ code, errors = [] }: ProblemBody): Problem => {
  const known: ProblemCode = problemCodes.find((each) => each === code) ?? 'internal';
  return new Problem(known, { faults: errors, values: { requestId: '-' } });
};

/** What the server answers. @throws Problem its own; `unavailable` when it breaks off or answers no JSON. */
const ask = async <T>(address: string, request: RequestInit): Promise<T> => {
  let isOk: boolean;
  let body: unknown;
  try {
    const response = await fetch(address, request);
    isOk = response.ok;
    body = await response.json();
  } catch (cause) {
    throw new Problem('unavailable', { cause });
  }
  if (!isOk) throw toProblem((body ?? {}) as ProblemBody);
  return body as T;
};

/** Lets the running server import: one process owns the folder. */
const importThere = async (url: string, token: string, upload: Upload): Promise<ImportReport> => {
  const query = new URLSearchParams({ list: upload.list, fileName: basename(upload.file) });
  const path = imports.path.replace('{dataset}', upload.dataset);
  return ask<ImportReport>(`${url}${path}?${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'text/csv', 'Accept-Language': language },
    body: upload.bytes,
  });
};

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

const importFile = (config: Config, upload: Upload): Promise<ImportReport> =>
  hereOrThere(
    config,
    () => importHere(config, upload),
    ({ token }, url) => importThere(url, token, upload),
  );

const readUpload = async (dataset: UserDataset, file: string, list: string | undefined): Promise<Upload> => {
  const bytes = await readFile(file).catch((cause: unknown) => {
    const faults: Fault[] = [{ field: 'FILE', fault: 'missing', value: file }];
    throw new Problem('bad-import', { faults, cause });
  });
  return { dataset, list: list ?? slug(basename(file).replace(/\.[^.]*$/, '')), file, bytes };
};

const printReport = (report: ImportReport): void => {
  for (const warning of report.warnings) say(`! ${sayWarning(warning, language)}`);
  say(`${report.dataset}/${report.list}: ${report.rows} rows, version ${report.versionId}`);
};

const versionsThere = async (url: string): Promise<readonly DatasetVersion[]> => {
  const { dataVersions } = await ask<AboutResponse>(`${url}${about.path}`, {});
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

const run = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'string' } },
  });
  const [command, name, file] = positionals;
  const dataset = userDatasets.find((known) => known === name);
  if (command === 'build') {
    const { buildGeodata } = await import('../geodata/build/main.ts');
    for (const line of buildGeodata()) say(line);
  } else if (command === 'import' && dataset !== undefined && file !== undefined) {
    printReport(await importFile(readConfig(), await readUpload(dataset, file, values.list)));
  } else if (command === 'list') {
    await printLists(readConfig());
  } else {
    say(usage);
    process.exitCode = 2;
  }
};

await run().catch(fail);
