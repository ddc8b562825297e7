import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '#core/problem.ts';
import { Keeper } from './keeper.ts';
import type { WorkerStart } from './messages.ts';

/** Where the database lies inside the data folder. */
export const databaseFolder = (dataDir: string): string => join(dataDir, 'database');

/** Where a restore puts what it replaces, until the new database has its name. */
export const replacedFolder = (dataDir: string): string => join(dataDir, 'replaced');

const makingPrefix = 'making-';

/** What every PostgreSQL folder has; without it PGlite would start a new database on top. */
const parts = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'pg_xact'];

/** PG_CONTROL_FILE_SIZE of PostgreSQL. */
const controlBytes = 8192;

const damaged = (folder: string, detail: string, cause?: unknown): Problem =>
  new Problem('folder-damaged', { values: { folder, detail }, cause });

const checkParts = (folder: string): void => {
  const missing = parts.find((part) => !existsSync(join(folder, part)));
  if (missing !== undefined) throw damaged(folder, `${missing} –`);
  const { size } = statSync(join(folder, 'global/pg_control'));
  if (size !== controlBytes) throw damaged(folder, `global/pg_control: ${size} B`);
};

/** What an attempt to open leaves behind, if it was not there before. */
const pidFile = (folder: string): string => join(folder, 'postmaster.pid');

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const openExisting = async (folder: string): Promise<Keeper> => {
  checkParts(folder);
  const hadPid = existsSync(pidFile(folder));
  let keeper: Keeper;
  try {
    keeper = await Keeper.open(folder);
  } catch (error) {
    if (!hadPid) rmSync(pidFile(folder), { force: true });
    throw damaged(folder, describe(error), error);
  }
  try {
    await keeper.query('select count(*) from pg_class', [], 30_000);
    return keeper;
  } catch (error) {
    await keeper.close();
    throw damaged(folder, describe(error), error);
  }
};

/** Leftovers of a first start that was killed. */
const clearMaking = (dataDir: string): void => {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(makingPrefix)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
};

/**
 * Makes a database in a folder beside and gives it its name when it is complete and closed, so that a
 * start killed half-way leaves nothing that looks like a database.
 */
export const createDatabase = async (
  dataDir: string,
  target: string,
  archive: WorkerStart['archive'] = null,
): Promise<void> => {
  mkdirSync(dataDir, { recursive: true });
  const making = mkdtempSync(join(dataDir, makingPrefix));
  const folder = join(making, 'database');
  const keeper = await Keeper.open(folder, archive);
  try {
    await keeper.query('create extension if not exists postgis', [], 120_000);
  } finally {
    await keeper.close();
  }
  renameSync(folder, target);
  rmSync(making, { recursive: true, force: true });
};

/**
 * Gives a database its name back that a restore had put aside when it was killed; the restore is then as if
 * it had not begun. Returns whether there was one.
 */
export const bringBack = (dataDir: string): boolean => {
  const [folder, replaced] = [databaseFolder(dataDir), replacedFolder(dataDir)];
  if (existsSync(folder) || !existsSync(replaced)) return false;
  renameSync(replaced, folder);
  return true;
};

/** What opening a folder may come to before it is open. */
export type FolderStep = 'bringing-back' | 'creating' | 'opening';

/**
 * Opens the database of a data folder that this process has locked, creating it the first time.
 * @param archive a backup to create it from.
 * @throws Problem `folder-damaged`; the folder is left as it was.
 */
export const openFolder = async (
  dataDir: string,
  report: (step: FolderStep) => void,
  archive: WorkerStart['archive'] = null,
): Promise<Keeper> => {
  const folder = databaseFolder(dataDir);
  clearMaking(dataDir);
  if (bringBack(dataDir)) report('bringing-back');
  if (!existsSync(folder)) {
    report('creating');
    await createDatabase(dataDir, folder, archive);
  }
  report('opening');
  return openExisting(folder);
};
