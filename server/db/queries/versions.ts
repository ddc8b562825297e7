import { type Kysely, sql } from 'kysely';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import type { Tables } from '../tables/index.ts';

interface Row {
  id: number;
  dataset: DatasetName;
  list: string;
  title: string;
  source: string;
  licence: string;
  retrieved_at: string;
  file_hash: string;
  row_count: number;
  warnings: readonly string[];
  is_model: boolean;
  imported_at: string;
}

const toVersion = (row: Row): DatasetVersion => ({
  id: row.id,
  dataset: row.dataset,
  list: row.list,
  title: row.title,
  source: row.source,
  licence: row.licence,
  retrievedAt: row.retrieved_at,
  fileHash: row.file_hash,
  rowCount: row.row_count,
  warnings: row.warnings,
  isModel: row.is_model,
  importedAt: row.imported_at,
});

/** The current version of every list, by dataset and list. */
export const readCurrentVersions = async (db: Kysely<Tables>): Promise<readonly DatasetVersion[]> => {
  const { rows } = await sql<Row>`
    select id, dataset, list, title, source, licence, retrieved_at, file_hash, row_count, warnings, is_model,
      imported_at
    from dataset_version
    where state = 'current'
    order by dataset collate "C", list collate "C"`.execute(db);
  return rows.map(toVersion);
};
