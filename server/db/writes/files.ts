import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { hashName } from '../queries/files.ts';
import type { Tables } from '../tables/index.ts';

/** Small enough for one statement of either database, large enough that a graph is a few of them. */
const partBytes = 4_000_000;

/** Keeps files with a version, by name, in parts, each with its hash. A file of no bytes has one empty part. */
export const writeFiles = async (
  db: Kysely<Tables>,
  version: number,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<void> => {
  for (const [name, bytes] of Object.entries(files)) {
    for (let part = 0; part === 0 || part * partBytes < bytes.length; part += 1) {
      const row = { version_id: version, name, part, bytes: copyOf(bytes, part) };
      await db.insertInto('version_file').values(row).execute();
    }
    const hash = Buffer.from(createHash('sha256').update(bytes).digest('hex'));
    const row = { version_id: version, name: hashName(name), part: 0, bytes: hash };
    await db.insertInto('version_file').values(row).execute();
  }
};

/** A copy in memory of its own: the drivers take no views into shared memory. */
const copyOf = (bytes: Uint8Array, part: number): Uint8Array =>
  Buffer.from(bytes.slice(part * partBytes, (part + 1) * partBytes));
