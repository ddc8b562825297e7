import type { SaidCode } from './language/said/index.ts';
import type { StreetsWarningCode } from './roads/osm/said.ts';
import type { TimetableWarningCode } from './transit/gtfs/problems.ts';

/** What an import says of a list that it took although something was odd. A new code needs words in both languages. */
export const warningCodes = [
  'same-file',
  'unknown-column',
  'no-date-ahead',
  'position-of-village',
  'no-position',
  'no-position-of-village',
  'swapped-degrees',
  'swapped-metres',
  'outside-map',
  'other-territory',
  'status-assumed',
  'id-renamed',
  'not-refreshed',
  'cells-left-out',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** What became of the row that a finding is about. */
type FindingEffect = 'kept' | 'corrected' | 'dropped';

/** One thing that an import found in a file and a person should know. */
export interface ImportWarning {
  readonly code: WarningCode | TimetableWarningCode | StreetsWarningCode | SaidCode;
  /** File of several, or inside an archive. */
  readonly file?: string;
  /** 1-based line of the file, the header being line 1 (of a shapefile: record, the first being 1); absent where it is about the whole list. */
  readonly row?: number;
  /** Column, property or element. */
  readonly field?: string;
  /** `kept` unless said. */
  readonly effect?: FindingEffect;
  /** Values for the sentence. */
  readonly values: Readonly<Record<string, string | number>>;
}
