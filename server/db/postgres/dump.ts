import { spawn } from 'node:child_process';
import pg from 'pg';
import { Problem } from '#core/problem.ts';
import { environmentWith } from '../../config.ts';
import { libpqVariables } from './libpq.ts';
import { checkReachable, publicName } from './pool.ts';

const run = (program: string, options: readonly string[], databaseUrl: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const env = environmentWith(libpqVariables(databaseUrl));
    const child = spawn(program, [...options], { env, stdio: ['ignore', 'inherit', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const fail = (detail: string) =>
      reject(new Problem('database-unreachable', { values: { database: publicName(databaseUrl), detail } }));
    child.once('error', () => fail(`${program} is not installed: apt-get install postgresql-client`));
    child.once('close', (code) => (code === 0 ? resolve() : fail(`${program}: ${said.trim().slice(-500)}`)));
  });

/**
 * The queue of jobs is not in a backup: it says what was made of versions by their number, which another state of
 * the database may use for other data; and pg_restore cannot drop its partitions one by one.
 */
const queueSchema = 'pgboss';

/** Writes everything but the queue of jobs into one file of PostgreSQL's custom format. */
export const dumpPostgres = async (databaseUrl: string, file: string): Promise<void> => {
  await checkReachable(databaseUrl);
  const options = ['--format=custom', '--no-owner', `--exclude-schema=${queueSchema}`, `--file=${file}`];
  await run('pg_dump', options, databaseUrl);
};

const withClient = async <T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const holdsOurTables = (databaseUrl: string): Promise<boolean> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ found: string | null }>(
      `select to_regclass('dataset_version')::text as found`,
    );
    return rows[0]?.found != null;
  });

/**
 * Brings a database to the state of such a file, in one transaction: it succeeds whole or changes nothing. The queue
 * of jobs goes: the next start asks for everything anew that is to be made of the data.
 * @throws Problem `bad-import` when our tables are there and `overwrite` is not said.
 */
export const restorePostgres = async (
  databaseUrl: string,
  file: string,
  overwrite: boolean,
): Promise<void> => {
  await checkReachable(databaseUrl);
  if (!overwrite && (await holdsOurTables(databaseUrl))) {
    const field = publicName(databaseUrl);
    throw new Problem('bad-import', { faults: [{ field, fault: 'missing', expected: '--overwrite' }] });
  }
  const options = ['--clean', '--if-exists', '--no-owner', '--single-transaction', '--exit-on-error'];
  const { PGDATABASE = '' } = libpqVariables(databaseUrl);
  await run('pg_restore', [...options, `--dbname=${PGDATABASE}`, file], databaseUrl);
  await withClient(databaseUrl, (client) => client.query(`drop schema if exists ${queueSchema} cascade`));
};
