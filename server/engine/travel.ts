import { homesOf } from '#core/access/homes.ts';
import type { Destination, Homes } from '#core/access/input.ts';
import type { Venue } from '#core/offer/venue.ts';
import { unreachable } from '#core/roads/reach.ts';
import type { DepartureWindow, TravelMode } from '#core/transit/travel-mode.ts';
import { placeKey, type TravelColumns } from '../db/queries/travel-columns.ts';
import { type Column, placeColumn, readColumn } from './column.ts';
import { createSharedWork } from './shared-work.ts';
import type { Snapshot } from './snapshot.ts';

/** Travel by one mode from every home to venues with a position and to the focal town, a column each. */
export interface Travel {
  readonly mode: TravelMode;
  /** Of public transport; else null. */
  readonly departure: DepartureWindow | null;
  readonly homes: Homes;
  /** Venues by id, then the focal town as the last one; row d of the tables belongs to destination d. */
  readonly destinations: readonly Destination[];
  readonly rowOfVenue: ReadonlyMap<string, number>;
  readonly townRow: number;
  /** Valid for the rows that `know` was awaited for. */
  readonly milliseconds: Int32Array;
  readonly decimetres: Int32Array;
  /** False where the place is too far from any street of the mode. */
  isSnapped(row: number): boolean;
  /** Computes the rows that are not known yet. */
  know(rows: readonly number[], options?: KnowOptions): Promise<void>;
  /**
   * Computes everything that is not known, bit by bit, and tells after each; what another process has kept
   * meanwhile is read.
   */
  knowAll(onStep: (done: number, of: number) => void, signal?: AbortSignal): Promise<void>;
}

interface KnowOptions {
  readonly signal?: AbortSignal | undefined;
  readonly isBackground?: boolean;
}

export interface TravelOptions {
  readonly snapshot: Snapshot;
  readonly mode: TravelMode;
  readonly departure: DepartureWindow | null;
  readonly unknown: Homes['unknown'];
  readonly noWay: Homes['noWay'];
  readonly compute: (
    places: readonly Destination[],
    options: { readonly signal: AbortSignal; readonly isBackground: boolean },
  ) => Promise<readonly Column[]>;
  /** Where columns are kept between starts, and under which name; null keeps none. */
  readonly store: { readonly columns: TravelColumns; readonly basis: string } | null;
  readonly onError: (error: unknown) => void;
}

/** Destinations computed in one task: few, so that a request waits for little that it did not ask for. */
const stretch = 4;
/** Tasks of one job at the same time: as many as there are threads. */
const lanes = 2;

/** Reads what is kept, and computes the rest when it is asked for. */
export async function createTravel(options: TravelOptions): Promise<Travel> {
  const { snapshot, mode, departure } = options;
  const { cells, units, region } = snapshot;
  const placed = snapshot.venues.flatMap(toDestination);
  const destinations = [...placed, { ...region.focalTown, id: region.focalTown.territoryId }];
  const tables = createTables(cells.length, destinations.length);
  await readKept(options, destinations, tables.take);
  const work = createSharedWork<void>(Number.POSITIVE_INFINITY);
  const computePart = async (part: number, signal: AbortSignal, isBackground: boolean) => {
    const rows = rowsOfPart(part, destinations.length).filter((row) => !tables.isKnown(row));
    const places = rows.flatMap((row) => destinations[row] ?? []);
    const columns = await options.compute(places, { signal, isBackground });
    rows.forEach((row, i) => {
      const column = columns[i];
      if (column !== undefined) tables.take(row, column);
    });
    await keep(options, places, columns);
  };
  const know: Travel['know'] = async (rows, { signal, isBackground = false } = {}) => {
    const missing = new Set(rows.filter((row) => !tables.isKnown(row)).map(partOf));
    const parts = [...missing].map((part) =>
      work.recall(String(part), (aborted) => computePart(part, aborted, isBackground), signal),
    );
    await Promise.all(parts);
  };
  return {
    mode,
    departure,
    homes: homesOf(cells, units, options.unknown, options.noWay),
    destinations,
    rowOfVenue: new Map(placed.map(({ id }, row) => [id, row])),
    townRow: placed.length,
    milliseconds: tables.milliseconds,
    decimetres: tables.decimetres,
    isSnapped: tables.isSnapped,
    know,
    async knowAll(onStep, signal) {
      const takeNew: typeof tables.take = (row, column) => tables.isKnown(row) || tables.take(row, column);
      if (tables.knownCount() < destinations.length) await readKept(options, destinations, takeNew);
      onStep(tables.knownCount(), destinations.length);
      for (let part = 0; part * stretch < destinations.length; part += lanes) {
        const parts = Array.from({ length: lanes }, (_, lane) => part + lane);
        const rows = parts.flatMap((each) => rowsOfPart(each, destinations.length));
        await know(rows, { isBackground: true, signal });
        onStep(tables.knownCount(), destinations.length);
      }
    },
  };
}

const partOf = (row: number) => Math.floor(row / stretch);

const rowsOfPart = (part: number, rows: number): number[] =>
  Array.from({ length: stretch }, (_, i) => part * stretch + i).filter((row) => row < rows);

/** Costs of all destinations x homes, row by row, and which rows are there already. */
function createTables(homes: number, rows: number) {
  const table = () => new Int32Array(new SharedArrayBuffer(4 * homes * rows)).fill(unreachable);
  const [milliseconds, decimetres] = [table(), table()];
  const [known, snapped] = [new Uint8Array(rows), new Uint8Array(rows)];
  return {
    milliseconds,
    decimetres,
    take: (row: number, column: Column) => {
      placeColumn(column, row, homes, { milliseconds, decimetres });
      snapped[row] = column[0] ?? 0;
      known[row] = 1;
    },
    isKnown: (row: number) => known[row] === 1,
    isSnapped: (row: number) => snapped[row] === 1,
    knownCount: () => known.reduce((sum, each) => sum + each, 0),
  };
}

/** A failure to keep is told and no more: it costs time at the next start, and no answer. */
async function keep(
  { store, onError }: TravelOptions,
  places: readonly Destination[],
  columns: readonly Column[],
): Promise<void> {
  if (store === null) return;
  const kept = places.flatMap(({ lonLat }, i) => {
    const column = columns[i];
    return column === undefined ? [] : [{ place: lonLat, costs: bytesOf(column) }];
  });
  await store.columns.write(store.basis, kept).catch(onError);
}

async function readKept(
  { store, snapshot, departure, onError }: TravelOptions,
  destinations: readonly Destination[],
  take: (row: number, column: Column) => void,
): Promise<void> {
  if (store === null) return;
  const kept = await store.columns.read(store.basis).catch((error: unknown) => {
    onError(error);
    return new Map<string, Uint8Array>();
  });
  destinations.forEach(({ lonLat }, row) => {
    const bytes = kept.get(placeKey(lonLat));
    const column = bytes && readColumn(bytes, snapshot.cells.length, departure === null);
    if (column) take(row, column);
  });
}

const bytesOf = (column: Column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/** A venue without a position is nowhere to travel to. A venue without an English name keeps its own. */
function toDestination({ id, nameLv, nameEn, position }: Venue): Destination[] {
  return position.state === 'missing'
    ? []
    : [{ id, nameLv, nameEn: nameEn ?? nameLv, lonLat: position.lonLat }];
}
