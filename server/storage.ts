import type { Config } from './config.ts';
import { type Database, type OpeningStep, openEmbedded, openPostgres } from './db/database.ts';
import { lockFolder } from './db/embedded/lock.ts';
import { dropAbandoned } from './db/writes/versions.ts';
import { say } from './terminal.ts';

/** An open database together with what has to be given back with it. */
export interface Storage {
  readonly database: Database;
  /** Key for importing through the running server; null where a tool reaches the database by itself. */
  readonly importToken: string | null;
  /** Tells tools on this machine where the server listens. */
  announce(url: string): void;
  close(): Promise<void>;
}

const steps: Readonly<Record<OpeningStep, string>> = {
  'bringing-back': 'A restore was cut short: taking back the database as it was before ...',
  creating: 'Creating the database (only the first time, 10-30 s) ...',
  opening: 'Opening the database ...',
  migrating: 'Checking the tables ...',
};

const hourMs = 3_600_000;

const openFolderStorage = async (config: Config, now: Date): Promise<Storage> => {
  const lock = lockFolder(config.dataDir, now);
  try {
    const database = await openEmbedded(config.dataDir, (step) => say(steps[step]));
    await dropAbandoned(database.bulk, now);
    const close = async () => {
      await database.close();
      lock.release();
    };
    return { database, importToken: lock.holder.token, announce: lock.announce, close };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** Opens the database that the settings name, takes the lock where there is one, and tidies up. */
export const openStorage = async (config: Config, now: Date): Promise<Storage> => {
  if (config.databaseUrl === null) return openFolderStorage(config, now);
  const database = await openPostgres(config.databaseUrl, (step) => say(steps[step]));
  // Another process may be importing at this moment: only what is old was abandoned.
  await dropAbandoned(database.bulk, new Date(now.getTime() - hourMs));
  return { database, importToken: null, announce: () => undefined, close: () => database.close() };
};
