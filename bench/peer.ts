import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);
const binaries = '/usr/lib/postgresql/15/bin';
const extensions = '/usr/share/postgresql/15/extension';

/** A PostgreSQL of the moment, on a free folder; gone when stopped. */
export interface Peer {
  readonly hasRouting: boolean;
  /** Address of a new database with PostGIS (and pgRouting where installed) in it. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Null when Debian's PostgreSQL 15 with PostGIS is not installed. */
export async function startPeer(port: number): Promise<Peer | null> {
  if (!existsSync(`${binaries}/initdb`) || !existsSync(`${extensions}/postgis.control`)) return null;
  const folder = await mkdtemp(join(tmpdir(), 'bench-postgres-'));
  // PostgreSQL refuses to run as root, so root hands the folder to the user that the package made.
  const isRoot = process.getuid?.() === 0;
  const asOwner = (command: string, ...args: string[]) =>
    isRoot
      ? run('/usr/sbin/runuser', ['-u', 'postgres', '--', command, ...args], { cwd: folder })
      : run(command, args, { cwd: folder });
  await chmod(folder, 0o755);
  if (isRoot) await run('chown', ['postgres', folder]);
  const data = join(folder, 'data');
  const stop = async () => {
    await asOwner(`${binaries}/pg_ctl`, '-D', data, '-m', 'immediate', 'stop').catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await asOwner(`${binaries}/initdb`, '-D', data, '-U', 'bench', '--auth=trust', '-E', 'UTF8');
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
    await asOwner(`${binaries}/pg_ctl`, '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start');
  } catch (error) {
    await stop();
    throw error;
  }
  const hasRouting = existsSync(`${extensions}/pgrouting.control`);
  const address = (database: string) => `postgres://bench@127.0.0.1:${port}/${database}`;
  return {
    hasRouting,
    async createDatabase(name) {
      await withClient(address('postgres'), (client) => client.query(`create database ${name}`));
      const wanted = hasRouting ? 'pgrouting' : 'postgis';
      await withClient(address(name), (client) => client.query(`create extension ${wanted} cascade`));
      return address(name);
    },
    stop,
  };
}

/** Runs work on one connection and ends it. */
export async function withClient<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
