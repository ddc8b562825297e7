import type { Geometry } from 'geojson';
import type { DatasetName } from './provenance.ts';

/** What happened to one row between two versions; rows are told apart by id. */
export type Change = 'added' | 'changed' | 'gone';

/** One row that is not the same in both versions. */
export interface ChangedRow {
  readonly id: string;
  /** What it is called; null where rows of the dataset have no name. */
  readonly name: string | null;
  readonly change: Change;
  /** Columns whose values differ, of a row that changed. */
  readonly fields: readonly string[];
}

/** A new version against the versions that it takes the place of; where a row comes from does not count. */
export interface Difference {
  readonly dataset: DatasetName;
  /** Rows. */
  readonly same: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  /** The first of each kind. */
  readonly examples: readonly ChangedRow[];
}

/** Where a row that is not the same lies, in degrees; null on the side where it is not, or has no place. */
export interface ChangedShape {
  readonly change: Change;
  readonly before: Geometry | null;
  readonly after: Geometry | null;
}

/** What is drawn of a difference: the rows that have a place, of each kind as many as a drawing can hold. */
export interface DrawnDifference {
  readonly difference: Difference;
  readonly shapes: readonly ChangedShape[];
  /** Rows of each kind that are drawn at most. */
  readonly limit: number;
}
