import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs a command with a PostgreSQL of its own that is thrown away afterwards:
 *   node tools/with-postgres.ts -- npm run test:postgis
 * The command finds its address in TEST_DATABASE_URL. One that is already set is used as it is.
 */
const binaries = '/usr/lib/postgresql/15/bin';
const packages = 'apt-get install postgresql-15-postgis-3 postgresql-15-pgrouting';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** PostgreSQL refuses to run as root; then user postgres runs it. */
const isRoot = process.getuid?.() === 0;
const asOwner = (program: string, options: readonly string[]): readonly [string, readonly string[]] =>
  isRoot
    ? ['/usr/sbin/runuser', ['-u', 'postgres', '--', join(binaries, program), ...options]]
    : [join(binaries, program), options];

const run = (program: string, options: readonly string[]): void => {
  const [file, all] = asOwner(program, options);
  execFileSync(file, all, { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() });
};

const ownFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  chmodSync(folder, 0o700);
  if (isRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  return folder;
};

/** Starts it; nothing has to survive, so nothing is flushed to the disk. */
const startPostgres = async (): Promise<{ readonly url: string; readonly stop: () => void }> => {
  if (!existsSync(join(binaries, 'initdb'))) throw new Error(`PostgreSQL 15 is missing: ${packages}`);
  const folder = ownFolder();
  const data = join(folder, 'data');
  const port = await freePort();
  run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off`;
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start']);
  const stop = () => {
    run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
};

const runCommand = ([program = 'true', ...options]: readonly string[], url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, TEST_DATABASE_URL: url };
    const child = spawn(program, options, { env, stdio: 'inherit' });
    const end = () => child.kill('SIGTERM');
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

const given = process.argv.slice(2);
const command = given[0] === '--' ? given.slice(1) : given;
const { TEST_DATABASE_URL: existing } = process.env;
const postgres = existing === undefined ? await startPostgres() : { url: existing, stop: () => undefined };
try {
  process.exitCode = await runCommand(command, postgres.url);
} finally {
  postgres.stop();
}
