import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import type { Region } from '#core/place/region.ts';
import type { Clock } from '#server/context.ts';
import { type Database, embeddedDatabase, postgresDatabase } from '#server/db/database.ts';
import { Keeper } from '#server/db/embedded/keeper.ts';
import { migrate } from '#server/db/migrate.ts';
import { importShipped } from '#server/import/shipped/shipped.ts';

export { everything } from './everything.ts';

export const root = join(import.meta.dirname, '../..');
export const geodataFolder = join(root, 'geodata');
export const modelFolder = join(geodataFolder, 'model');

export const tukums = JSON.parse(readFileSync(join(geodataFolder, 'regions/tukums.json'), 'utf8')) as Region;

/** What ships, as the server reads it. */
export const shippedSource = { region: tukums, folder: geodataFolder };

/** True when the files run on PostgreSQL: `node tools/with-postgres.ts -- npm run test:postgis`. */
export const onPostgres = process.env.TEST_ON === 'postgis';

/** The moment at which all tests take place: a Friday noon in July. */
export const testClock: Clock = { now: () => new Date('2026-07-10T09:00:00Z') };

export interface TestDatabase extends Database {
  /** Where it lies: a data folder, or an address to connect to. */
  readonly place: string;
  /** Closes and removes it. */
  drop(): Promise<void>;
}

/** Everything the prepared database depends on; a change of it prepares a new one. */
const preparedName = (): string => {
  const hash = createHash('sha256').update(testClock.now().toISOString());
  const sources = [
    'migrations/*.ts',
    'geodata/model/*.json',
    'geodata/timetable/*',
    'geodata/on-demand.json',
    'server/db/writes/*.ts',
    'server/import/**/*.ts',
    'core/offer/*.ts',
    'core/language/fold.ts',
    'core/roads/*.ts',
    'core/transit/{file,timetable,on-demand,on-demand-file}.ts',
    'core/transit/gtfs/*.ts',
  ];
  for (const file of globSync(sources, { cwd: root }).sort()) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
};

const fillDatabase = async (database: Database): Promise<void> => {
  await migrate(database.bulk);
  await importShipped(database, shippedSource, testClock.now());
};

const cacheFolder = join(root, 'node_modules/.cache/test-database');

const prepareArchive = async (file: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'culture-map-prepare-'));
  const keeper = await Keeper.open(join(folder, 'database'));
  await fillDatabase(embeddedDatabase(keeper));
  const archive = await keeper.dump();
  await keeper.close();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, archive);
  renameSync(`${file}.${process.pid}`, file);
  // Others may be preparing the same one at this moment: only what is finished and old goes.
  const old = readdirSync(cacheFolder).filter((name) => name.endsWith('.gz') && name !== basename(file));
  for (const name of old) rmSync(join(cacheFolder, name), { force: true });
};

/** A database with the shipped data, from an archive that is made once. */
const openEmbeddedTest = async (): Promise<TestDatabase> => {
  const file = join(cacheFolder, `${preparedName()}.tar.gz`);
  if (!existsSync(file)) await prepareArchive(file);
  const dataDir = mkdtempSync(join(tmpdir(), 'culture-map-test-'));
  const keeper = await Keeper.open(join(dataDir, 'database'), readFileSync(file));
  const database = embeddedDatabase(keeper);
  const drop = async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...database, place: dataDir, drop };
};

const serverUrl = (): string => {
  const { TEST_DATABASE_URL: url } = process.env;
  if (url !== undefined && url !== '') return url;
  throw new Error('TEST_DATABASE_URL is not set. Run: node tools/with-postgres.ts -- npm run test:postgis');
};

/** The address of another database on the same server. */
const urlOf = (database: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
};

/** Runs as the owner of the server, one at a time over all test processes. */
const administer = async (work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(727272)');
    await work(client);
  } finally {
    await client.end();
  }
};

const prepareTemplate = async (client: pg.Client, template: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount === 1) return;
  const making = `${template}_making`;
  await client.query(`drop database if exists ${making}`);
  await client.query(`create database ${making}`);
  const database = postgresDatabase(urlOf(making));
  await fillDatabase(database);
  await database.close();
  await client.query(`alter database ${making} rename to ${template}`);
};

let counter = 0;

const openPostgresTest = async (): Promise<TestDatabase> => {
  const template = `template_${preparedName()}`;
  counter += 1;
  const name = `test_${process.pid}_${counter}`;
  await administer(async (client) => {
    await prepareTemplate(client, template);
    await client.query(`create database ${name} template ${template}`);
  });
  const database = postgresDatabase(urlOf(name));
  const drop = async () => {
    await database.close();
    await administer(async (client) => {
      await client.query(`drop database if exists ${name} with (force)`);
    });
  };
  return { ...database, place: urlOf(name), drop };
};

/** A migrated database with the shipped data, for one test file. */
export const openTestDatabase = (): Promise<TestDatabase> =>
  onPostgres ? openPostgresTest() : openEmbeddedTest();
