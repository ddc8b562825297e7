import { readFile, rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Problem } from '#core/problem.ts';
import { type Config, readConfig } from './config.ts';
import { dumpFolder, restoreFolder } from './db/embedded/archive.ts';
import { lockFolder } from './db/embedded/lock.ts';
import { dumpPostgres, restorePostgres } from './db/postgres/dump.ts';
import { fail, say } from './terminal.ts';

const usage = `npm run backup [-- FILE]
npm run restore -- FILE [--overwrite]`;

/** Only the owner of the folder may read or replace it as a whole. */
const withLock = async <T>(config: Config, use: () => Promise<T>): Promise<T> => {
  const lock = lockFolder(config.dataDir, new Date());
  try {
    return await use();
  } finally {
    lock.release();
  }
};

const stamp = (): string => new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-');

/** Written under another name first: a backup cut short is never taken for a whole one. */
const save = async (config: Config, given: string | undefined): Promise<void> => {
  const { databaseUrl } = config;
  const file = given ?? `backup-${stamp()}.${databaseUrl === null ? 'tar.gz' : 'dump'}`;
  const part = `${file}.part`;
  if (databaseUrl === null)
    await withLock(config, async () => writeFile(part, await dumpFolder(config.dataDir)));
  else await dumpPostgres(databaseUrl, part);
  await rename(part, file);
  say(`Saved: ${file}`);
};

const readArchive = (file: string): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(file).catch((cause: unknown) => {
    throw new Problem('bad-import', { faults: [{ field: 'FILE', fault: 'missing', value: file }], cause });
  });

const restore = async (config: Config, file: string, overwrite: boolean): Promise<void> => {
  const archive = await readArchive(file);
  if (config.databaseUrl !== null) await restorePostgres(config.databaseUrl, file, overwrite);
  else await withLock(config, () => restoreFolder(config.dataDir, archive, overwrite));
  say(`Restored from ${file}`);
};

const run = async (): Promise<void> => {
  const options = { overwrite: { type: 'boolean', default: false } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [command, file] = positionals;
  if (command === 'save') return save(readConfig(), file);
  if (command === 'restore' && file !== undefined) return restore(readConfig(), file, values.overwrite);
  say(usage);
  process.exitCode = 2;
};

await run().catch(fail);
