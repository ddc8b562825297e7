import type { DatasetName, RowCounts, Said, SourceName } from '#core/place/provenance.ts';
import { date, flag, identity, instant, integer, jsonb, nullable, real, text } from './column.ts';

/** `forgotten`: rows and files are gone, what is known of it stays. */
export type VersionState = 'building' | 'current' | 'past' | 'forgotten';

export const datasetVersion = {
  id: identity(),
  dataset: text<DatasetName>(),
  list: text(),
  title: text(),
  source: text(),
  licence: text(),
  retrieved_at: date(),
  file_hash: text(),
  row_count: integer(),
  warnings: jsonb<readonly Said[]>(),
  counts: nullable(jsonb<RowCounts>()),
  is_model: flag(),
  source_name: text<SourceName>(),
  /** Number of the first version that the same import made. */
  import_id: integer(),
  /** Whether it takes the place of every other list of its dataset. */
  stands_alone: flag(),
  /** Rows and files as they lie in the database, in bytes; null of versions older than this column. */
  size_bytes: nullable(real()),
  /** The version in whose favour it became past; null where it was retired or never current. */
  replaced_by: nullable(integer()),
  /** Taken out of use without a successor. */
  is_retired: flag(),
  state: text<VersionState>(),
  started_at: instant(),
  imported_at: nullable(instant()),
};
