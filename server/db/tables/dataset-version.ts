import type { DatasetName } from '#core/place/provenance.ts';
import { date, flag, identity, instant, integer, jsonb, nullable, text } from './column.ts';

export type VersionState = 'building' | 'current' | 'past';

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
  warnings: jsonb<readonly string[]>(),
  is_model: flag(),
  state: text<VersionState>(),
  started_at: instant(),
  imported_at: nullable(instant()),
};
