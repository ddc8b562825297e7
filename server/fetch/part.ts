import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { FetchFailure, fromDisk } from './failure.ts';

const partSchema = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});
/** Which state of which file the first part of it is of. */
export type PartOf = z.infer<typeof partSchema>;

export interface Part {
  /** What has arrived, in bytes. */
  readonly bytes: number;
  /** For `If-Range`: a strong entity tag, else a date (RFC 9110, 13.1.5). */
  readonly validator: string;
  readonly of: PartOf;
}

export const partPath = (path: string): string => `${path}.part`;
const notePath = (path: string): string => `${path}.part.json`;

/** By what a server knows a state again; null when it names none that holds byte for byte. */
export const validatorOf = ({ etag, lastModified }: Omit<PartOf, 'url'>): string | null =>
  etag !== null && !etag.startsWith('W/') ? etag : lastModified;

/** What is there of a download that was cut, if it is of this address and can be continued. */
export const readPart = async (path: string, url: string): Promise<Part | null> => {
  const bytes = await stat(partPath(path)).then(
    ({ size }) => size,
    () => 0,
  );
  if (bytes === 0) return null;
  const text = await readFile(notePath(path), 'utf8').catch(() => '');
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const found = partSchema.safeParse(json);
  if (!found.success || found.data.url !== url) return null;
  const validator = validatorOf(found.data);
  return validator === null ? null : { bytes, validator, of: found.data };
};

/** Says of what the part will be, before its first byte is written; an older part is given up. */
export const beginPart = async (path: string, of: PartOf): Promise<void> => {
  await dropPart(path);
  await writeFile(notePath(path), JSON.stringify(of));
};

export const dropPart = async (path: string): Promise<void> => {
  await Promise.all([rm(partPath(path), { force: true }), rm(notePath(path), { force: true })]);
};

export const dropNote = (path: string): Promise<void> => rm(notePath(path), { force: true });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Does it while nobody else writes to this file; a lock of a process that is gone does not count.
 * @throws FetchFailure `in-use`
 */
export const withLock = async <T>(path: string, use: () => Promise<T>): Promise<T> => {
  const lock = `${path}.lock`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const file = await open(lock, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw fromDisk(error, lock);
      const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
      if (attempt > 0 || (pid > 0 && pid !== process.pid && isAlive(pid)) || pid === process.pid) {
        throw new FetchFailure('in-use', { values: { pid } });
      }
      await rm(lock, { force: true });
    }
  }
  try {
    return await use();
  } finally {
    await rm(lock, { force: true });
  }
};
