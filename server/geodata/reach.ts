import { importUnderWay } from '#core/contract/imports.ts';
import { Problem } from '#core/problem.ts';
import { ask } from '../ask-server.ts';
import { type Config, readConfig } from '../config.ts';
import type { Clock, ProgressStep } from '../context.ts';
import { type Holder, readHolder } from '../db/embedded/lock.ts';
import { openStorage, type Storage } from '../storage.ts';
import { language } from '../terminal.ts';

export const clock: Clock = { now: () => new Date() };

/** Opens the database that the settings name, and gives it back whatever happens. */
const withStorage = async <T>(use: (storage: Storage, config: Config) => Promise<T>): Promise<T> => {
  const config = readConfig();
  const storage = await openStorage(config, clock.now());
  try {
    return await use(storage, config);
  } finally {
    await storage.close();
  }
};

/** A server that holds the folder, and what lets a command of this machine in. */
export interface RunningServer {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const reach = ({ token }: Holder, url: string): RunningServer => ({
  url,
  headers: { Authorization: `Bearer ${token}`, 'Accept-Language': language },
});

/**
 * Does it here, or asks the server where one holds the folder. Only a held lock makes the note of its
 * holder true: a holder that was killed leaves its address behind, and who listens there now must not
 * learn the key.
 */
export const hereOrThere = async <T>(
  here: (storage: Storage, config: Config) => Promise<T>,
  there: (server: RunningServer) => Promise<T>,
): Promise<T> => {
  try {
    return await withStorage(here);
  } catch (error) {
    const isHeld = error instanceof Problem && error.code === 'folder-in-use';
    const holder = isHeld ? readHolder(readConfig().dataDir) : null;
    // Without an address it is still starting, or another command: its process is named.
    if (holder?.url == null) throw error;
    return there(reach(holder, holder.url));
  }
};

/** How often a server is asked how far it is, in milliseconds. */
const askEveryMs = 500;

/** Waits for work of a server, and tells meanwhile how far it is. */
export const whileThere = async <T>(
  { url }: RunningServer,
  progress: ((step: ProgressStep) => void) | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  const asking = setInterval(() => {
    ask<{ readonly step: ProgressStep | null }>(`${url}${importUnderWay.path}`).then(
      ({ step }) => step && progress?.(step),
      // Nobody needs to know how far it is as much as to be left alone.
      () => undefined,
    );
  }, askEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(asking);
  }
};
