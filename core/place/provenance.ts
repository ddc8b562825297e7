/** Where a fact comes from and how far to trust it; travels with every row. */
export interface Provenance {
  /** Who says so: document, register or web page, as text. */
  readonly source: string;
  /** In the source's own grading, for example "high", "low (schematic)". */
  readonly confidence: string;
  /** True for everything constructed by a model and not observed. */
  readonly isModel: boolean;
}

export type DatasetName =
  | 'territories'
  | 'settlements'
  | 'population'
  | 'venues'
  | 'events'
  | 'streets'
  | 'landcover'
  | 'timetable'
  | 'on-demand'
  | 'codes'
  | 'population-totals'
  | 'addresses'
  | 'venue-matches'
  | 'survey';

/** What comes with the project; the rest is there once somebody brings it. */
export type ShippedDataset = Exclude<
  DatasetName,
  'codes' | 'population-totals' | 'addresses' | 'venue-matches' | 'survey'
>;

/** Licence of a list whose file states none. */
export const licenceNotStated = 'not stated';

/** What people bring lists of; each has an importer in `server/import`. */
export const userDatasets = ['venues', 'events'] as const satisfies readonly DatasetName[];
export type UserDataset = (typeof userDatasets)[number];

/** What people bring as files of a known format, by the name of the command. */
export const fileSources = [
  'osm',
  'gtfs',
  'population',
  'on-demand',
  'csp-territories',
  'varis-territories',
  'varam-municipalities',
  'atvk',
  'kisc-objects',
  'culture-statistics',
  'osm-venues',
  'venue-matches',
  'csp-grid',
  'csp-population',
  'geostat',
  'varis-addresses',
  'vdb',
  'ical',
  'survey',
] as const;
export type FileSource = (typeof fileSources)[number];

/** Who read the rows of a version: an importer, or the project itself. */
export type SourceName = FileSource | UserDataset | 'shipped';

/** What became of the rows of the files, in rows. */
export interface RowCounts {
  readonly read: number;
  readonly kept: number;
  /** Kept after something in them was put right. */
  readonly corrected: number;
  readonly dropped: number;
}

/** One sentence in every language. */
export interface Said {
  readonly lv: string;
  readonly en: string;
}

/**
 * One imported state of one list. `list` tells lists of the same dataset apart: "shipped" comes with
 * the project, every other name is a user's own list beside it. At most one version of each
 * (dataset, list) is current.
 */
export interface DatasetVersion {
  readonly id: number;
  readonly dataset: DatasetName;
  readonly list: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  /** ISO 8601 date on which the source was read. */
  readonly retrievedAt: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string;
  readonly rowCount: number;
  /** Null where nobody counted: what ships, streets and timetables, which tell in a report of their own. */
  readonly counts: RowCounts | null;
  readonly warnings: readonly Said[];
  readonly isModel: boolean;
  readonly sourceName: SourceName;
  /** The same of all versions that one import made: they become current together. */
  readonly importId: number;
  /** RFC 3339 instant at which it became current, the last time. */
  readonly importedAt: string;
}

/**
 * Names the state of these datasets, or of all, whatever the order in which their versions are listed.
 * A version is never changed, so the same name is the same data.
 */
export const stateOf = (
  versions: readonly DatasetVersion[],
  datasets: readonly DatasetName[] | null = null,
): string =>
  versions
    .filter(({ dataset }) => datasets === null || datasets.includes(dataset))
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join(',');
