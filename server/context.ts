import type { Logger } from 'pino';
import type { AccessAnswer, AccessQuery, TravelTimes, Way } from '#core/access/answer.ts';
import type { FigureAnswer, FigureListing, FigureSpecification } from '#core/contract/figure.ts';
import type { Language } from '#core/language/routes.ts';
import type { CultureEvent, OccurrenceListing } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { LandcoverArea } from '#core/place/landcover.ts';
import type { DatasetName, DatasetVersion, UserDataset } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { PopulationCell, Settlement, Territory } from '#core/place/territory.ts';
import type { Bbox } from '#core/place/units.ts';
import type { StreetEdge } from '#core/roads/street.ts';
import type { DepartureWindow, TravelMode } from '#core/transit/travel-mode.ts';
import type { ImportWarning } from '#core/warning.ts';

/** The few things a handler may use. */
export interface Context {
  readonly region: Region;
  readonly data: Data;
  readonly engine: Engine;
  readonly imports: Imports;
  readonly figures: Figures;
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
  listRoads(query: ItemsQuery): Promise<Page<StreetEdge>>;
  getRoad(id: string): Promise<StreetEdge>;
  listLandcover(query: ItemsQuery): Promise<Page<LandcoverArea>>;
  getLandcover(id: string): Promise<LandcoverArea>;
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

/** Travel and measures on the current data version. */
export interface Engine {
  access(query: AccessQuery): Promise<AccessAnswer>;
  /** The answer on exactly these versions; null when they are not the current ones. */
  accessOn(versions: readonly DatasetVersion[], query: AccessQuery): Promise<AccessAnswer | null>;
  /** Nearest first. */
  ways(query: WaysQuery): Promise<readonly Way[]>;
  travelTimes(territoryId: string, mode: TravelMode, departure: DepartureWindow | null): Promise<TravelTimes>;
  /** True once the network of the current data version is held in memory. */
  isReady(): boolean;
}

export interface ImportReport {
  readonly dataset: DatasetName;
  readonly list: string;
  readonly versionId: number;
  readonly rows: number;
  readonly warnings: readonly ImportWarning[];
}

/** A user's own lists. All or nothing; faults are thrown as `bad-import` with row and field. */
export interface Imports {
  importCsv(dataset: UserDataset, list: string, fileName: string, bytes: Uint8Array): Promise<ImportReport>;
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
