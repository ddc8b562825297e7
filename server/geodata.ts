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
import { modelFolder, readRegion } from './region.ts';
import { openStorage, type Storage } from './storage.ts';
import { fail, language, say } from './terminal.ts';

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
    await importShipped(database, modelFolder, clock.now(), () => undefined);
    const importer = createImports({ database, region, clock, onImported: async () => undefined });
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

/** Lets the running server import: one process owns the folder. */
const importThere = async (url: string, token: string, upload: Upload): Promise<ImportReport> => {
  const query = new URLSearchParams({ list: upload.list, fileName: basename(upload.file) });
  const path = imports.path.replace('{dataset}', upload.dataset);
  const response = await fetch(`${url}${path}?${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'text/csv', 'Accept-Language': language },
    body: upload.bytes,
  });
  const body = (await response.json()) as unknown;
  if (!response.ok) throw toProblem(body as ProblemBody);
  return body as ImportReport;
};

/** The server that owns the folder, when one does and listens. */
const findServer = (config: Config): (Holder & { readonly url: string }) | null => {
  const holder = config.databaseUrl === null ? readHolder(config.dataDir) : null;
  return holder?.url == null ? null : { ...holder, url: holder.url };
};

/** A holder that was killed leaves its note behind: then nobody answers and the folder is free. */
const isConnectionRefused = (error: unknown): boolean =>
  error instanceof TypeError && /ECONNREFUSED/.test(String((error.cause as { code?: unknown })?.code));

/** Asks the server that owns the folder, or does it here where none does. */
const thereOrHere = async <T>(
  config: Config,
  there: (server: Holder & { readonly url: string }) => Promise<T>,
  here: () => Promise<T>,
): Promise<T> => {
  const server = findServer(config);
  if (server === null) return here();
  try {
    return await there(server);
  } catch (error) {
    if (isConnectionRefused(error)) return here();
    throw error;
  }
};

const importFile = (config: Config, upload: Upload): Promise<ImportReport> =>
  thereOrHere(
    config,
    ({ url, token }) => importThere(url, token, upload),
    () => importHere(config, upload),
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
  const response = await fetch(`${url}${about.path}`);
  const body = (await response.json()) as unknown;
  if (!response.ok) throw toProblem(body as ProblemBody);
  return (body as AboutResponse).dataVersions;
};

const printLists = async (config: Config): Promise<void> => {
  const versions = await thereOrHere(
    config,
    ({ url }) => versionsThere(url),
    () => withStorage(config, ({ database }) => readCurrentVersions(database.db)),
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
