import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VersionFiles } from '../db/queries/files.ts';

/**
 * Files of versions, kept on this machine's disk by their hash beside the database, which reads many times
 * slower. What the cache says is proven by the hash; a file that does not fit is thrown away and read anew.
 * @param folder null keeps nothing.
 */
export function cachedFiles(
  files: VersionFiles,
  folder: string | null,
): {
  /** A whole file in memory that threads can share; null when the version has none of that name. */
  read(version: number, name: string): Promise<Uint8Array | null>;
  /** Throws away what was not read since the cache was made. */
  sweep(): Promise<void>;
} {
  if (folder === null) return { read: files.read, sweep: async () => undefined };
  const used = new Set<string>();
  return {
    async read(version, name) {
      const hash = await files.hash(version, name);
      if (hash === null) return files.read(version, name);
      used.add(hash);
      const path = join(folder, hash);
      const kept = await readProven(path, hash);
      if (kept !== null) return kept;
      const bytes = await files.read(version, name);
      // Without room on the disk the server goes on; it reads the database at the next start, too.
      if (bytes !== null) await keep(folder, path, bytes).catch(() => undefined);
      return bytes;
    },
    async sweep() {
      const names = await readdir(folder).catch(() => []);
      for (const name of names) if (!used.has(name)) await rm(join(folder, name), { force: true });
    },
  };
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function readProven(path: string, hash: string): Promise<Uint8Array | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    if (filled === size && hashOf(bytes) === hash) return bytes;
  } catch {
    // A disk that cannot be read is a file that does not fit.
  } finally {
    await file.close();
  }
  await rm(path, { force: true }).catch(() => undefined);
  return null;
}

/** Under another name first: a process that is killed leaves no half of a file behind. */
async function keep(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const making = `${path}.${process.pid}`;
  await writeFile(making, bytes);
  await rename(making, path);
}
