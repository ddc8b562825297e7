import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables/index.ts';

type Db = Kysely<Tables>;

/** Bytes of a file of a version; null when the version has none of that name. */
export const sizeOfFile = async (db: Db, version: number, name: string): Promise<number | null> => {
  const { rows } = await sql<{ size: number | null }>`
    select sum(octet_length(bytes))::float8 as size from version_file
    where version_id = ${version} and name = ${name}`.execute(db);
  return rows[0]?.size ?? null;
};

/** A whole file of a version in memory that threads can share; null when there is none. */
export const readFile = async (db: Db, version: number, name: string): Promise<Uint8Array | null> => {
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

/** Names of the files each version has, of the versions asked for. */
export const listFiles = async (
  db: Db,
  versions: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> => {
  if (versions.length === 0) return new Map();
  const rows = await db
    .selectFrom('version_file')
    .select(['version_id', 'name'])
    .distinct()
    .where('version_id', 'in', [...versions])
    .execute();
  return new Map(
    versions.map((id) => [id, rows.filter(({ version_id }) => version_id === id).map(({ name }) => name)]),
  );
};
