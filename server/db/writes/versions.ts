import { type Kysely, sql } from 'kysely';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import { type Tables, tables } from '../tables/index.ts';
import { completePlacement, placeAhead } from './placement.ts';

type Db = Kysely<Tables>;

/** What is known of a list before its rows are written. */
export interface VersionHeader extends Omit<DatasetVersion, 'id' | 'importedAt' | 'importId'> {
  /** Number of the first version of the same import; absent for the first itself. */
  readonly importId?: number;
  /** Whether it takes the place of every other list of its dataset. */
  readonly standsAlone: boolean;
}

/** Starts a version that nobody sees yet; returns its number. */
export const startVersion = async (db: Db, header: VersionHeader, now: Date): Promise<number> => {
  const { id } = await db
    .insertInto('dataset_version')
    .values({
      dataset: header.dataset,
      list: header.list,
      title: header.title,
      source: header.source,
      licence: header.licence,
      retrieved_at: header.retrievedAt,
      file_hash: header.fileHash,
      row_count: header.rowCount,
      counts: header.counts === null ? null : JSON.stringify(header.counts),
      warnings: JSON.stringify(header.warnings),
      is_model: header.isModel,
      source_name: header.sourceName,
      import_id: header.importId ?? 0,
      stands_alone: header.standsAlone,
      is_retired: false,
      state: 'building',
      started_at: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (header.importId === undefined) {
    await db.updateTable('dataset_version').set({ import_id: id }).where('id', '=', id).execute();
  }
  return id;
};

/** What is known of a version only after its rows are written. */
export type Completion = Partial<Pick<DatasetVersion, 'rowCount' | 'counts' | 'warnings'>>;

/** Tables whose rows belong to a version. */
const versioned = Object.entries(tables)
  .filter(([, columns]) => 'version_id' in columns)
  .map(([name]) => name);

/** Bytes of a version as its rows and files lie in the database, without indexes. */
const sizeOf = async (db: Db, id: number): Promise<number> => {
  const sums = versioned.map(
    (name) =>
      sql`(select coalesce(sum(pg_column_size(t)), 0) from ${sql.table(name)} t where version_id = ${id})`,
  );
  const { rows } = await sql<{ size: number }>`select (${sql.join(sums, sql` + `)})::float8 as size`.execute(
    db,
  );
  return rows[0]?.size ?? 0;
};

/** Writes down what is known of a version that is being built, and how large it is. */
export const completeVersion = async (db: Db, id: number, known: Completion): Promise<void> => {
  await db
    .updateTable('dataset_version')
    .set({
      ...(known.rowCount === undefined ? {} : { row_count: known.rowCount }),
      ...(known.counts == null ? {} : { counts: JSON.stringify(known.counts) }),
      ...(known.warnings === undefined ? {} : { warnings: JSON.stringify(known.warnings) }),
      size_bytes: await sizeOf(db, id),
    })
    .where('id', '=', id)
    .execute();
};

/** Makes the current versions past that these take the place of. */
const replace = async (trx: Db, id: number): Promise<void> => {
  const { dataset, list, stands_alone } = await trx
    .selectFrom('dataset_version')
    .select(['dataset', 'list', 'stands_alone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  let replaced = trx
    .updateTable('dataset_version')
    .set({ state: 'past', replaced_by: id })
    .where('dataset', '=', dataset)
    .where('state', '=', 'current')
    .where('id', '<>', id);
  if (!stands_alone) replaced = replaced.where('list', '=', list);
  await replaced.execute();
};

/**
 * Makes complete versions the current ones, all in one moment; those they replace become past and stay whole.
 * A version that stands alone replaces every list of its dataset: a real network replaces the shipped one.
 * Where everything lies is reckoned before, so that nobody sees a venue in a parish of other borders.
 * @param check looks, when nobody else can switch over any more, whether it is still right to; it throws if not.
 */
export const switchOver = async (
  db: Db,
  versionIds: readonly number[],
  now: Date,
  check: (trx: Db) => Promise<void> = async () => undefined,
): Promise<void> => {
  await placeAhead(db, versionIds);
  await db.transaction().execute(async (trx) => {
    // Of two processes that switch over at the same time, the second must see what the first made current: it
    // replaces that, too, or two grids of residents would be current together.
    await sql`select pg_advisory_xact_lock(hashtext('switch-over'))`.execute(trx);
    await check(trx);
    for (const id of versionIds) {
      await replace(trx, id);
      const { numUpdatedRows } = await trx
        .updateTable('dataset_version')
        .set({ state: 'current', imported_at: now.toISOString(), replaced_by: null, is_retired: false })
        .where('id', '=', id)
        .where('state', '<>', 'forgotten')
        .executeTakeFirstOrThrow();
      // Somebody swept it up or forgot it meanwhile: then nothing is switched.
      if (numUpdatedRows !== 1n) throw new Error(`version ${id} is not there any more`);
    }
    await completePlacement(trx);
  });
};

/** Puts complete versions aside as past ones, for whoever wants to use them later. */
export const putAside = async (db: Db, versionIds: readonly number[], now: Date): Promise<void> => {
  if (versionIds.length === 0) return;
  await db
    .updateTable('dataset_version')
    .set({ state: 'past', imported_at: now.toISOString() })
    .where('id', 'in', [...versionIds])
    .where('state', '=', 'building')
    .execute();
};

/** Takes a list out of use without a successor; returns whether it was current. */
export const retireList = async (db: Db, dataset: DatasetName, list: string): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('dataset_version')
    .set({ state: 'past', replaced_by: null, is_retired: true })
    .where('dataset', '=', dataset)
    .where('list', '=', list)
    .where('state', '=', 'current')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/** Deletes rows and files of a past version; what is known of it stays. Returns whether it was a past one. */
export const forgetVersion = (db: Db, id: number): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('dataset_version')
      .set({ state: 'forgotten', size_bytes: 0 })
      .where('id', '=', id)
      .where('state', '=', 'past')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    for (const name of versioned)
      await sql`delete from ${sql.table(name)} where version_id = ${id}`.execute(trx);
    await trx.deleteFrom('placement').where('territories_version', '=', id).execute();
    return true;
  });

/** Takes back versions that were not completed, with all their rows. */
export const dropVersions = async (db: Db, versionIds: readonly number[]): Promise<void> => {
  if (versionIds.length === 0) return;
  await db
    .deleteFrom('dataset_version')
    .where('id', 'in', [...versionIds])
    .where('state', '=', 'building')
    .execute();
};

/** Sweeps up what imports left behind that were killed; returns how many. */
export const dropAbandoned = async (db: Db, startedBefore: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('dataset_version')
    .where('state', '=', 'building')
    .where('started_at', '<', startedBefore.toISOString())
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
};
