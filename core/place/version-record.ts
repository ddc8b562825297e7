import type { DatasetVersion } from './provenance.ts';

/** A version as the history of a list knows it. */
export interface VersionRecord extends DatasetVersion {
  /** `forgotten`: rows and files are gone, what is known of it stays. */
  readonly state: 'current' | 'past' | 'forgotten';
  /** RFC 3339 instant at which its import began. */
  readonly startedAt: string;
  /** Whether it takes the place of every other list of its dataset. */
  readonly standsAlone: boolean;
  /** Taken out of use without a successor. */
  readonly isRetired: boolean;
  /** The version in whose favour it became past. */
  readonly replacedBy: number | null;
  /** Rows and files in the database, without indexes; null where nobody measured. */
  readonly sizeBytes: number | null;
}
