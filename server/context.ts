import type { Logger } from 'pino';
import type { AccessAnswer, AccessQuery, TravelTimes, Way } from '#core/access/answer.ts';
import type {
  RoundTripAnswer,
  RoundTripJourneys,
  RoundTripQuery,
  ShiftAnswer,
  TerritoryRoundTrips,
} from '#core/access/round-trip-answer.ts';
import type { FigureAnswer, FigureListing, FigureSpecification } from '#core/contract/figure.ts';
import type { Language } from '#core/language/routes.ts';
import type { CultureEvent, OccurrenceListing } from '#core/offer/event.ts';
import type { VenueSuggestions } from '#core/offer/match-file.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Difference } from '#core/place/difference.ts';
import type { FileOrigin } from '#core/place/file-origin.ts';
import type { LandcoverArea } from '#core/place/landcover.ts';
import type {
  DatasetName,
  DatasetVersion,
  FileSource,
  RowCounts,
  UserDataset,
} from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import type { PopulationCell, Settlement, Territory } from '#core/place/territory.ts';
import type { Bbox } from '#core/place/units.ts';
import type { VersionRecord } from '#core/place/version-record.ts';
import type { RoadLine } from '#core/roads/street.ts';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import type { ProgressAnswer, TimetableAnswer } from '#core/transit/timetable-answer.ts';
import type { DepartureWindow, TravelMode } from '#core/transit/travel-mode.ts';
import type { ImportWarning } from '#core/warning.ts';

/** The few things a handler may use. */
export interface Context {
  readonly region: Region;
  readonly data: Data;
  readonly engine: Engine;
  readonly imports: Imports;
  readonly figures: Figures;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Clock {
  now(): Date;
}

/** What a page of any collection can be narrowed by. */
export interface ItemsQuery {
  /** 1 to 10,000. */
  readonly limit: number;
  /** Opaque; only ever a `nextCursor` of the same query. A broken one is `bad-query`. */
  readonly cursor: string | null;
  readonly bbox: Bbox | null;
  /** RFC 3339 instants, inclusive; null is open. */
  readonly datetime: { readonly from: string | null; readonly to: string | null } | null;
  /** Words to find, folded: "jaunpils" finds "Jaunpils pils", "kandava" finds "Kandāva". */
  readonly q: string | null;
  /** Property = value, names as in `core/contract/features` (`filters`, `sortables`); a comma-separated value means "one of". */
  readonly filters: Readonly<Record<string, string>>;
  readonly sortby: { readonly property: string; readonly descending: boolean } | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly numberMatched: number;
  readonly nextCursor: string | null;
}

/** Reads. `get` throws `not-found`, `find` may return null, `list` lists. Only current dataset versions are seen. */
export interface Data {
  currentVersions(): Promise<readonly DatasetVersion[]>;
  listTerritories(query: ItemsQuery): Promise<Page<Territory>>;
  getTerritory(id: string): Promise<Territory>;
  listSettlements(query: ItemsQuery): Promise<Page<Settlement>>;
  getSettlement(id: string): Promise<Settlement>;
  listCells(query: ItemsQuery): Promise<Page<PopulationCell>>;
  getCell(id: string): Promise<PopulationCell>;
  listVenues(query: ItemsQuery): Promise<Page<Venue>>;
  getVenue(id: string): Promise<Venue>;
  /** Occurrences, by start; `datetime` matches those under way in the interval; filter `event` picks one event. */
  listOccurrences(query: ItemsQuery): Promise<Page<OccurrenceListing>>;
  getOccurrence(id: string): Promise<OccurrenceListing>;
  getEvent(id: string): Promise<CultureEvent>;
  listRoads(query: ItemsQuery): Promise<Page<RoadLine>>;
  getRoad(id: string): Promise<RoadLine>;
  listLandcover(query: ItemsQuery): Promise<Page<LandcoverArea>>;
  getLandcover(id: string): Promise<LandcoverArea>;
  /** `AddressIndex` of each current list of addresses, as JSON; empty where there are none. */
  listAddressIndexes(): Promise<readonly string[]>;
  /** What the import of the current streets or timetable told, as JSON; null where there is none. */
  findReport(dataset: 'streets' | 'timetable'): Promise<unknown>;
  /** Zones of on-demand transport, in the order of their file; empty where there are none. Throws `unavailable` in the moment of an import. */
  listOnDemandZones(): Promise<readonly OnDemandZone[]>;
  /** Rows of venues that may be one place and wait for a decision, and what people decided. */
  listVenueSuggestions(): Promise<VenueSuggestions>;
  /** What residents answered, of one territory and one question or of all (null); empty where there is no survey. */
  listSurveyResults(query: {
    readonly territoryId: string | null;
    readonly questionId: string | null;
  }): Promise<readonly SurveyResult[]>;
  /** Every version that was ever whole, the newest first. */
  listVersions(): Promise<readonly VersionRecord[]>;
  /** What the import of a version found, by row; null where there is no such version, or nothing of it was kept. */
  findFindings(version: number): Promise<readonly ImportWarning[] | null>;
  /** True while one trivial query returns its one row. */
  isAlive(): Promise<boolean>;
}

/** From one cell to the venues that an access answer with the same offer and statuses counts, or to the focal town. */
export interface WaysQuery {
  readonly cellId: string;
  readonly destination: AccessQuery['offer'] | 'focal-town';
  /** A venue asked for by name counts whatever its status. */
  readonly venueStatuses: AccessQuery['venueStatuses'];
  readonly mode: TravelMode;
  readonly departure: DepartureWindow | null;
  /** At most so many. */
  readonly limit: number;
}

/**
 * Travel and measures on the current data version. Whoever asked and no longer waits says so by `signal`:
 * work that nobody else waits for is broken off, and the promise fails with `unavailable`.
 */
export interface Engine {
  access(query: AccessQuery, signal?: AbortSignal): Promise<AccessAnswer>;
  /** The answer on exactly these versions; null when they are not the current ones. */
  accessOn(versions: readonly DatasetVersion[], query: AccessQuery): Promise<AccessAnswer | null>;
  /** Reads anew if need be; true when these are the versions that the next questions are answered on. */
  isOn(versions: readonly DatasetVersion[]): Promise<boolean>;
  /** Nearest first. */
  ways(query: WaysQuery, signal?: AbortSignal): Promise<readonly Way[]>;
  travelTimes(
    territoryId: string,
    mode: TravelMode,
    departure: DepartureWindow | null,
    signal?: AbortSignal,
  ): Promise<TravelTimes>;
  /** Who can come to one date of an event and get home again. Throws `not-found`. */
  roundTrip(query: RoundTripQuery, signal?: AbortSignal): Promise<RoundTripAnswer>;
  /** The same for one home, stop by stop. Throws `not-found`. */
  roundTripJourneys(query: RoundTripQuery, cellId: string, signal?: AbortSignal): Promise<RoundTripJourneys>;
  /** Every date under way between two RFC 3339 instants (cancelled ones left out), for all homes of a territory. */
  territoryRoundTrips(
    territoryId: string,
    mode: TravelMode,
    from: string,
    to: string,
    signal?: AbortSignal,
  ): Promise<TerritoryRoundTrips>;
  /** What moving the event, or the last departure, would do. Throws `not-found`. */
  shift(occurrenceId: string, mode: TravelMode, signal?: AbortSignal): Promise<ShiftAnswer>;
  /** What the timetable covers; null when there is none. */
  timetable(): Promise<TimetableAnswer | null>;
  /** True once the network of the current data version is held in memory. */
  isReady(): boolean;
}

export interface ImportReport {
  readonly dataset: DatasetName;
  readonly list: string;
  readonly versionId: number;
  readonly rows: number;
  readonly warnings: readonly ImportWarning[];
  /** What came out of the same file besides, for example land cover beside streets. */
  readonly also?: readonly { readonly dataset: DatasetName; readonly rows: number }[];
  /** What the file held, was guessed and left out, where the importer tells. */
  readonly report?: unknown;
  /** What became of the rows of the files, where the importer counts. */
  readonly counts?: RowCounts;
  /** Every finding by row, where the importer lists them; of more than a thousand of a kind the rest is counted. */
  readonly findings?: readonly ImportWarning[];
  /** Against what these versions take the place of. */
  readonly differences?: readonly Difference[];
  /** Only looked at: nothing was changed, and the version is gone again. */
  readonly isCheck?: true;
  /** The difference as a drawing (SVG), where it was asked for. */
  readonly map?: string;
}

/** How far a long piece of work is, in its own unit. */
export interface ProgressStep {
  /** Name of a file or a dataset. */
  readonly what: string;
  readonly done: number;
  /** Null where nobody knows. */
  readonly of: number | null;
}

/** How an import is done. */
export interface ImportManner {
  /** Where the files were fetched from, if they were. */
  readonly origin?: FileOrigin;
  /** Reads, builds and compares, then takes everything back. */
  readonly isCheck?: boolean;
  /** Draws the difference in this language. */
  readonly mapIn?: Language;
  readonly progress?: (step: ProgressStep) => void;
  /** Fires when whoever asked does not want it any more; then nothing is changed. */
  readonly signal?: AbortSignal;
}

/** A file that somebody brings, as it lies on the disk of this machine: it may be larger than the memory. */
export interface BroughtFile {
  /** What it was called where it came from. */
  readonly name: string;
  readonly path: string;
}

/** Work that goes on beside requests. */
export interface Jobs {
  progress(): ProgressAnswer;
}

/** A user's own lists. All or nothing; faults are thrown as `bad-import` with row and field. */
export interface Imports {
  importCsv(
    dataset: UserDataset,
    list: string,
    fileName: string,
    bytes: Uint8Array,
    manner?: ImportManner,
  ): Promise<ImportReport>;
  /** Replaces every list of what the source gives. Timetables are joined from several files; else there is one. */
  importFiles(
    source: FileSource,
    list: string,
    files: readonly BroughtFile[],
    manner?: ImportManner,
  ): Promise<ImportReport>;
  /**
   * Makes a past version current, with everything that its import made. Throws `not-found`, `version-forgotten`;
   * `bad-import` where ids would be given twice.
   */
  use(version: number): Promise<readonly VersionRecord[]>;
  /** Deletes a past version. Throws `not-found`, `version-in-use`, `version-forgotten`. */
  forget(version: number): Promise<VersionRecord>;
  /** How far the import that is being done is; null where none is. */
  underWay(): ProgressStep | null;
  /** Takes a list out of use without a successor. Throws `not-found`, `dataset-needed`. */
  retire(dataset: DatasetName, list: string): Promise<VersionRecord>;
}

/** Drawing and keeping of figures; `server/figures` builds it from a store, the engine and the data. */
export interface Figures {
  /** The SVG that `freeze` would keep, without keeping it. */
  preview(specification: FigureSpecification, language: Language): Promise<string>;
  freeze(specification: FigureSpecification): Promise<FigureAnswer>;
  /** Throws `not-found`. */
  get(id: string): Promise<FigureAnswer>;
  svg(id: string, language: Language): Promise<string>;
  /** 300 dpi, with the resolution written into the file. */
  png(id: string, language: Language): Promise<Uint8Array>;
  /** Newest first. */
  list(limit: number): Promise<readonly FigureListing[]>;
}

/** A figure as kept for ever. */
export interface StoredFigure {
  readonly id: string;
  readonly createdAt: string;
  /** Canonical JSON of the specification. */
  readonly specification: unknown;
  /** What a list tells of it. */
  readonly summary: FigureSummary;
  /** The access answer and the versions it was drawn from. */
  readonly frozen: unknown;
  readonly svgLv: string;
  readonly svgEn: string;
}

export interface FigureSummary {
  readonly title: { readonly lv: string; readonly en: string };
  readonly isModel: boolean;
  /** Names method, settings and data; another one today means that the figure is superseded. */
  readonly basis: string;
}

export interface FigureStore {
  /**
   * Keeps the first of an id; saving the same id again changes nothing.
   *
   * @throws Problem `figures-full` when no more may be kept.
   */
  save(figure: StoredFigure): Promise<void>;
  find(id: string): Promise<StoredFigure | null>;
  /** Newest first, without the figures themselves. */
  list(
    limit: number,
  ): Promise<readonly Pick<StoredFigure, 'id' | 'createdAt' | 'specification' | 'summary'>[]>;
}
