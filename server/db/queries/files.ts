import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables/index.ts';

type Db = Kysely<Tables>;

/** The hash of a file stands beside it under this name. */
export const hashName = (name: string): string => `${name}.sha256`;

const sizeOfFile = async (db: Db, version: number, name: string): Promise<number | null> => {
  const { rows } = await sql<{ size: number | null }>`
    select sum(octet_length(bytes))::float8 as size from version_file
    where version_id = ${version} and name = ${name}`.execute(db);
  return rows[0]?.size ?? null;
};

const readFile = async (db: Db, version: number, name: string): Promise<Uint8Array | null> => {
  const size = await sizeOfFile(db, version, name);
  if (size === null) return null;
  const whole = new Uint8Array(new SharedArrayBuffer(size));
  let filled = 0;
  for (let part = 0; filled < size || part === 0; part += 1) {
    const row = await db
      .selectFrom('version_file')
      .select('bytes')
      .where('version_id', '=', version)
      .where('name', '=', name)
      .where('part', '=', part)
      .executeTakeFirst();
    if (row === undefined) return null;
    whole.set(row.bytes, filled);
    filled += row.bytes.length;
  }
  return whole;
};

/** A file of JSON of a version; null when there is none. */
export const readJson = async (db: Db, version: number, name: string): Promise<unknown> => {
  const bytes = await readFile(db, version, name);
  return bytes === null ? null : JSON.parse(Buffer.from(bytes).toString('utf8'));
};

/** Files that versions keep. */
export interface VersionFiles {
  /** A whole file in memory that threads can share; null when the version has none of that name. */
  read(version: number, name: string): Promise<Uint8Array | null>;
  /** SHA-256 of the file, hexadecimal; null when there is none. */
  hash(version: number, name: string): Promise<string | null>;
}

export const createVersionFiles = (db: Db): VersionFiles => ({
  read: (version, name) => readFile(db, version, name),
  hash: async (version, name) => {
    const bytes = await readFile(db, version, hashName(name));
    return bytes === null ? null : Buffer.from(bytes).toString('utf8');
  },
});
