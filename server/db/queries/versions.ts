import { type Kysely, sql } from 'kysely';
import type { DatasetName, DatasetVersion, RowCounts, Said, SourceName } from '#core/place/provenance.ts';
import type { VersionRecord } from '#core/place/version-record.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { VersionState } from '../tables/dataset-version.ts';
import type { Tables } from '../tables/index.ts';
import { readJson } from './files.ts';

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
  warnings: readonly Said[];
  counts: RowCounts | null;
  source_name: SourceName;
  import_id: number;
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
  counts: row.counts,
  warnings: row.warnings,
  sourceName: row.source_name,
  importId: row.import_id,
  isModel: row.is_model,
  importedAt: row.imported_at,
});

const columns =
  sql.raw(`id, dataset, list, title, source, licence, retrieved_at, file_hash, row_count, counts,
  warnings, source_name, import_id, is_model, imported_at`);

/** The current version of every list, by dataset and list. */
export const readCurrentVersions = async (db: Kysely<Tables>): Promise<readonly DatasetVersion[]> => {
  const { rows } = await sql<Row>`
    select ${columns} from dataset_version
    where state = 'current'
    order by dataset collate "C", list collate "C"`.execute(db);
  return rows.map(toVersion);
};

interface RecordRow extends Row {
  state: Exclude<VersionState, 'building'>;
  started_at: string;
  stands_alone: boolean;
  is_retired: boolean;
  replaced_by: number | null;
  size_bytes: number | null;
}

const recordColumns = sql`${columns}, state, started_at, stands_alone, is_retired, replaced_by, size_bytes`;

const toRecord = (row: RecordRow): VersionRecord => ({
  ...toVersion(row),
  state: row.state,
  startedAt: row.started_at,
  standsAlone: row.stands_alone,
  isRetired: row.is_retired,
  replacedBy: row.replaced_by,
  sizeBytes: row.size_bytes,
});

/** Every version that was ever whole, the newest first. */
export const readVersionRecords = async (db: Kysely<Tables>): Promise<readonly VersionRecord[]> => {
  const { rows } = await sql<RecordRow>`
    select ${recordColumns} from dataset_version where state <> 'building' order by id desc`.execute(db);
  return rows.map(toRecord);
};

/** What the import of a version found; null where there is no such version, or where nothing of it was kept. */
export const readFindings = async (
  db: Kysely<Tables>,
  version: number,
): Promise<readonly ImportWarning[] | null> =>
  // Written by the import as a list of these.
  (await readJson(db, version, 'findings')) as readonly ImportWarning[] | null;
