import type { Logger } from 'pino';
import type { Findings } from '#core/findings.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { BroughtFile, Clock, ProgressStep } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Content } from './build.ts';

export interface ImportsOptions {
  readonly database: Database;
  readonly region: Region;
  readonly clock: Clock;
  /** Called after a switch-over, so that whoever keeps data in memory reads it anew. */
  readonly onImported: () => Promise<void>;
  readonly log: Pick<Logger, 'error'>;
}

/** What an importer may use while it reads. */
export interface ReadOptions extends Pick<ImportsOptions, 'database' | 'region' | 'clock'> {
  /**
   * Tells whoever waits how far the reading is, as often as the importer likes. It throws where the import was
   * cancelled: then reading ends at once.
   */
  readonly progress?: (step: ProgressStep) => void;
}

interface Upload {
  readonly list: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

interface Read {
  readonly content: Content;
  readonly warnings: readonly ImportWarning[];
}

/**
 * Reads a file that somebody brings into rows of the domain, and writes nothing.
 * @throws Problem `bad-import` with every fault by row and field.
 */
export type Importer = (options: ReadOptions, upload: Upload) => Promise<Read>;

/** What files of a known format gave: contents that become current together. */
export interface ReadFiles {
  /** The main one first; the report of the import names it. */
  readonly contents: readonly Content[];
  readonly warnings: readonly ImportWarning[];
  /** Every finding by row, and how many rows were read, kept and dropped; complete once the contents are written. */
  readonly findings?: Findings;
  /** Whether all of it is constructed; not unless said. */
  readonly isModel?: boolean;
  /** Datasets of which other lists stay, though the source takes the place of all lists of the others. */
  readonly beside?: readonly DatasetName[];
  /** What the files say of themselves; else their names, and "not stated". */
  readonly title?: string;
  readonly source?: string;
  readonly licence?: string;
  /** ISO 8601 date of what is in the files; else the day of the import. */
  readonly retrievedAt?: string;
}

/**
 * Reads files of a known format where they lie, and writes nothing.
 * @throws Problem `bad-import` with what is wrong, by file and row.
 */
export type FilesImporter = (
  options: ReadOptions,
  files: readonly BroughtFile[],
  list: string,
) => Promise<ReadFiles>;
