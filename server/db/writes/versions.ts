import type { Kysely } from 'kysely';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import type { Tables } from '../tables/index.ts';

type Db = Kysely<Tables>;

/** What is known of a list before its rows are written. */
export type VersionHeader = Omit<DatasetVersion, 'id' | 'importedAt'>;

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
      warnings: JSON.stringify(header.warnings),
      is_model: header.isModel,
      state: 'building',
      started_at: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/**
 * Makes complete versions the current ones, all in one moment; those they replace become past. Their files go:
 * nothing reads them any more, and with every import a graph or a timetable would stay for ever.
 * @param replaced datasets of which no other list stays current: a real network replaces the shipped one.
 */
export const switchOver = (
  db: Db,
  versionIds: readonly number[],
  now: Date,
  replaced: readonly DatasetName[] = [],
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await trx
      .updateTable('dataset_version')
      .set({ state: 'past' })
      .where('dataset', 'in', ['', ...replaced] as DatasetName[])
      .where('state', '=', 'current')
      .execute();
    for (const id of versionIds) {
      const { dataset, list } = await trx
        .selectFrom('dataset_version')
        .select(['dataset', 'list'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await trx
        .updateTable('dataset_version')
        .set({ state: 'past' })
        .where('dataset', '=', dataset)
        .where('list', '=', list)
        .where('state', '=', 'current')
        .execute();
      await trx
        .updateTable('dataset_version')
        .set({ state: 'current', imported_at: now.toISOString() })
        .where('id', '=', id)
        .execute();
    }
    const past = trx.selectFrom('dataset_version').select('id').where('state', '=', 'past');
    await trx.deleteFrom('version_file').where('version_id', 'in', past).execute();
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
