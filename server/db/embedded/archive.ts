import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '#core/problem.ts';
import { bringBack, createDatabase, databaseFolder, openFolder, replacedFolder } from './folder.ts';
import { Keeper } from './keeper.ts';

/** The database of a locked folder as one gzip archive. @throws Problem `not-found` when there is none. */
export const dumpFolder = async (dataDir: string): Promise<Uint8Array> => {
  const folder = databaseFolder(dataDir);
  bringBack(dataDir);
  if (!existsSync(folder)) throw new Problem('not-found', { values: { what: folder } });
  const keeper = await openFolder(dataDir, () => undefined);
  try {
    return await keeper.dump();
  } finally {
    await keeper.close();
  }
};

const refuse = (field: string, fault: 'malformed' | 'missing', expected: string, cause?: unknown): never => {
  throw new Problem('bad-import', { faults: [{ field, fault, expected }], cause });
};

/** Opens it as a server would and looks for our tables. */
const prove = async (folder: string): Promise<void> => {
  const keeper = await Keeper.open(folder);
  try {
    await keeper.query('select count(*) from dataset_version', [], 30_000);
  } finally {
    await keeper.close();
  }
};

const isGzip = (archive: Uint8Array): boolean => archive[0] === 0x1f && archive[1] === 0x8b;

/**
 * Fills a locked folder from an archive. What was there stays until the new database has been opened.
 * @throws Problem `bad-import` when there is a database and `overwrite` is not said, or the archive is none of ours.
 */
export const restoreFolder = async (
  dataDir: string,
  archive: Uint8Array<ArrayBuffer>,
  overwrite: boolean,
): Promise<void> => {
  const folder = databaseFolder(dataDir);
  bringBack(dataDir);
  if (existsSync(folder) && !overwrite) refuse(folder, 'missing', '--overwrite');
  if (!isGzip(archive)) refuse('FILE', 'malformed', 'npm run backup');
  const restored = join(dataDir, 'restored');
  const replaced = replacedFolder(dataDir);
  rmSync(restored, { recursive: true, force: true });
  try {
    await createDatabase(dataDir, restored, archive);
    await prove(restored);
  } catch (cause) {
    rmSync(restored, { recursive: true, force: true });
    return refuse('FILE', 'malformed', 'npm run backup', cause);
  }
  // Left by a restore that was killed at its very end: the database beside it was proven then.
  rmSync(replaced, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, replaced);
  renameSync(restored, folder);
  rmSync(replaced, { recursive: true, force: true });
};
