import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#core/problem.ts';

/** Who owns a data folder, and where that process can be reached. */
export interface Holder {
  readonly pid: number;
  /** RFC 3339. */
  readonly since: string;
  /** Address of the running server; null while it starts, and for tools that do not listen. */
  readonly url: string | null;
  /** Key that lets a tool on the same machine ask the server to import. */
  readonly token: string;
}

export interface FolderLock {
  readonly holder: Holder;
  /** Writes down where the server listens. */
  announce(url: string): void;
  release(): void;
}

const holderFile = (dataDir: string) => join(dataDir, 'holder.json');

const writeHolder = (dataDir: string, holder: Holder): void => {
  const file = holderFile(dataDir);
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(holder, null, 2)}\n`, { mode: 0o600 });
};

/** The holder as written down; null when nobody wrote or the file is unreadable. */
export const readHolder = (dataDir: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(holderFile(dataDir), 'utf8')) as Holder;
  } catch {
    return null;
  }
};

const inUse = (dataDir: string): Problem => {
  const holder = readHolder(dataDir);
  return new Problem('folder-in-use', {
    values: { folder: dataDir, pid: holder?.pid ?? '?', since: holder?.since ?? '?' },
  });
};

const isBusy = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message);

/** SQLite's exclusive lock is one of the operating system's: it goes when the process ends, however it ends. */
const takeExclusive = (dataDir: string): DatabaseSync => {
  const file = new DatabaseSync(join(dataDir, 'lock.sqlite'), { timeout: 0 });
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive');
    return file;
  } catch (error) {
    file.close();
    throw isBusy(error) ? inUse(dataDir) : error;
  }
};

/**
 * Makes this process the only owner of a data folder.
 * @throws Problem `folder-in-use` naming process and since when; `bad-config` when the folder cannot be written.
 */
export const lockFolder = (dataDir: string, now: Date): FolderLock => {
  let file: DatabaseSync;
  try {
    mkdirSync(dataDir, { recursive: true });
    file = takeExclusive(dataDir);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const expected = `${cause instanceof Error ? cause.message : String(cause)}`;
    throw new Problem('bad-config', { values: { name: 'DATA_DIR', value: dataDir, expected }, cause });
  }
  const holder = {
    pid: process.pid,
    since: now.toISOString(),
    url: null,
    token: randomBytes(24).toString('base64url'),
  };
  writeHolder(dataDir, holder);
  return {
    holder,
    announce: (url) => writeHolder(dataDir, { ...holder, url }),
    release: () => {
      if (!file.isOpen) return;
      rmSync(holderFile(dataDir), { force: true });
      file.close();
    },
  };
};
