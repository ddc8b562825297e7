import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Region } from '#core/place/region.ts';
import { createApp } from './app.ts';
import { readAssumptions, readTravelSettings } from './assumptions.ts';
import type { Config } from './config.ts';
import type { Clock, Context } from './context.ts';
import { createData } from './db/queries/data.ts';
import { createEngineData } from './db/queries/engine.ts';
import { createFigureStore } from './db/queries/figures.ts';
import { withinRegion } from './db/queries/region-data.ts';
import { readCurrentVersions } from './db/queries/versions.ts';
import { createEngine } from './engine/index.ts';
import { createFigures } from './figures/index.ts';
import { createImports } from './import/index.ts';
import { importShipped } from './import/shipped/shipped.ts';
import { layOutDates } from './jobs/lay-out-dates.ts';
import { type StartedJobs, startJobs } from './jobs/start.ts';
import { readMethodPages } from './methods.ts';
import { geodataFolder, openRegion } from './region.ts';
import { type Listening, listen } from './serve.ts';
import { readSourceListings } from './sources.ts';
import { openStorage, type Storage } from './storage.ts';
import { say, sayRenamed } from './terminal.ts';
import { type VersionWatch, watchVersions } from './version-watch.ts';

const clientFolder = fileURLToPath(new URL('../client/dist', import.meta.url));
const packageFile = new URL('../package.json', import.meta.url);
const { version: softwareVersion } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

/** How long versions are believed where another process may import, in milliseconds. */
const sharedVersionsMs = 2_000;

/** Ends what was started, last first, whatever fails on the way. */
class Endings {
  readonly #ends: (() => Promise<void> | void)[] = [];

  add(end: () => Promise<void> | void): void {
    this.#ends.push(end);
  }

  async run(): Promise<void> {
    for (let end = this.#ends.pop(); end !== undefined; end = this.#ends.pop()) {
      try {
        await end();
      } catch (error) {
        process.stderr.write(`${String(error)}\n`);
      }
    }
  }
}

const loadShipped = async ({ database }: Storage, region: Region, now: Date): Promise<void> => {
  const sayLoading = (dataset: string, rows: number) =>
    say(`Loading ${dataset}: ${rows.toLocaleString('en')} rows ...`);
  await importShipped(database, { region, folder: geodataFolder }, now, sayLoading, sayRenamed);
  await layOutDates(database, now);
};

const createContext = async (
  config: Config,
  region: Region,
  clock: Clock,
  { database }: Storage,
  watch: VersionWatch,
  laidOut: Date,
  endings: Endings,
): Promise<Context & { readonly jobs: StartedJobs }> => {
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const data = createData(database.db, watch.current, region);
  const engine = createEngine({
    data: createEngineData(database.db, watch.current),
    region,
    clock,
    log,
    settings: await readTravelSettings(),
    assumptions: await readAssumptions(region),
    cacheFolder: join(config.dataDir, 'cache'),
  });
  endings.add(() => engine.close());
  say('Reading the street network into memory ...');
  await engine.refresh();
  const store = createFigureStore(database.db);
  const readVersions = () => readCurrentVersions(database.db);
  const figures = createFigures({ store, engine, data, readVersions, region, clock, softwareVersion });
  const jobs = startJobs({ database, clock, engine, figures, log, laidOut });
  endings.add(jobs.stop);
  const onImported = async () => {
    watch.forget();
    await engine.refresh();
    jobs.look();
  };
  const imports = createImports({ database, region, clock, onImported, log });
  return { region, data: withinRegion(data, region), engine, imports, figures, jobs, clock, log };
};

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts everything and listens once it is usable.
 * @param clientReady when the page is built; the database opens meanwhile.
 * @throws Problem for whatever a person can act on; nothing is left open then.
 */
export const startServer = async (
  config: Config,
  clock: Clock,
  clientReady: Promise<void> = Promise.resolve(),
): Promise<RunningServer> => {
  const endings = new Endings();
  try {
    const storage = await openStorage(config, clock.now());
    endings.add(() => storage.close());
    const laidOut = clock.now();
    const region = await openRegion(config.region);
    await loadShipped(storage, region, laidOut);
    const { database, importToken } = storage;
    const maxAgeMs = database.kind === 'embedded' ? Number.POSITIVE_INFINITY : sharedVersionsMs;
    const watch = watchVersions(() => readCurrentVersions(database.db), maxAgeMs);
    const context = await createContext(config, region, clock, storage, watch, laidOut, endings);
    await clientReady;
    const [methods, sources] = await Promise.all([readMethodPages(), readSourceListings()]);
    const app = createApp(context, {
      importToken,
      clientFolder,
      softwareVersion,
      methods,
      sources,
      laidOutOn: context.jobs.laidOutOn,
    });
    const listening: Listening = await listen(app, config);
    endings.add(() => listening.close());
    storage.announce(listening.url);
    context.jobs.look();
    return { url: listening.url, close: () => endings.run() };
  } catch (error) {
    await endings.run();
    throw error;
  }
};
