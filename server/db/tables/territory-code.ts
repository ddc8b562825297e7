import type { AtvkGeneration } from '#core/place/atvk.ts';
import { date, integer, nullable, text, texts } from './column.ts';

/** Rows of the classifier of administrative units (ATVK). */
export const territoryCode = {
  version_id: integer(),
  /** In the order of the file. */
  row: integer(),
  code: text(),
  generation: text<AtvkGeneration>(),
  /** 0 country, 1 region, 3 municipality or state city, 4 town or parish. */
  level: integer(),
  name: text(),
  parent_code: nullable(text()),
  valid_from: nullable(date()),
  valid_to: nullable(date()),
  predecessors: texts(),
  successors: texts(),
};
