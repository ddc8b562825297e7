import type { CultureEvent, Occurrence } from '#core/offer/event.ts';
import { expandEvent, horizonAt } from '#core/offer/occurrences.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { VenueDecisions } from '#core/offer/venue-decisions.ts';
import type { Address } from '#core/place/address.ts';
import type { TerritoryCode } from '#core/place/atvk.ts';
import type { LandcoverArea } from '#core/place/landcover.ts';
import type { PopulationTotal } from '#core/place/population-total.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import type { PopulationCell, Settlement, Territory } from '#core/place/territory.ts';
import type { RoadLine } from '#core/roads/street.ts';
import type { Database } from '../db/database.ts';
import { writeAddresses } from '../db/writes/addresses.ts';
import { writeCells } from '../db/writes/cells.ts';
import { writeFiles } from '../db/writes/files.ts';
import { writeVenueDecisions } from '../db/writes/matches.ts';
import { replaceOccurrences } from '../db/writes/occurrences.ts';
import { writeEvents, writeVenues } from '../db/writes/offer.ts';
import { writeLandcover, writeSettlements, writeTerritories } from '../db/writes/places.ts';
import { writePopulationTotals } from '../db/writes/population.ts';
import { writeRoads } from '../db/writes/streets.ts';
import { writeSurvey } from '../db/writes/survey.ts';
import { writeTerritoryCodes } from '../db/writes/territory-codes.ts';
import { completeVersion, dropVersions, startVersion, type VersionHeader } from '../db/writes/versions.ts';
import { createPauses } from './pauses.ts';

/** Rows that come batch by batch: how many there are is known once they are written. */
interface Streamed<Dataset extends DatasetName, Row> {
  readonly dataset: Dataset;
  readonly batches: AsyncIterable<readonly Row[]>;
  /** How many there may be, for who waits. */
  readonly expected?: number;
}

/** Rows of one list, checked, in the form of the domain. */
export type Content =
  | { readonly dataset: 'territories'; readonly rows: readonly Territory[] }
  | { readonly dataset: 'codes'; readonly rows: readonly TerritoryCode[] }
  | { readonly dataset: 'settlements'; readonly rows: readonly Settlement[] }
  | Streamed<'settlements', Settlement>
  | { readonly dataset: 'population'; readonly rows: readonly PopulationCell[] }
  | {
      readonly dataset: 'population-totals';
      readonly rowCount: number;
      readonly totals: readonly PopulationTotal[];
    }
  | { readonly dataset: 'venues'; readonly rows: readonly Venue[] }
  | { readonly dataset: 'venue-matches'; readonly rowCount: number; readonly decisions: VenueDecisions }
  | {
      readonly dataset: 'events';
      readonly rows: readonly CultureEvent[];
      /** Where reading the list has laid them out already. */
      readonly dates?: readonly Occurrence[];
    }
  | (Streamed<'addresses', Address> & {
      /** Made of the rows as they were read: asked for after the last one. */
      readonly index: () => Uint8Array;
    })
  | { readonly dataset: 'landcover'; readonly rows: readonly LandcoverArea[] }
  | { readonly dataset: 'survey'; readonly rowCount: number; readonly results: readonly SurveyResult[] }
  | {
      readonly dataset: 'streets';
      /** What is drawn. */
      readonly lines: readonly RoadLine[];
      /** What is travelled on (`encodeGraph`), and what the import told (JSON). */
      readonly files: { readonly graph: Uint8Array; readonly report: Uint8Array };
    }
  | {
      readonly dataset: 'timetable';
      /** Trips. */
      readonly rowCount: number;
      /** `encodeTimetable`, and what the import told (JSON). */
      readonly files: { readonly timetable: Uint8Array; readonly report: Uint8Array };
    }
  | {
      readonly dataset: 'on-demand';
      readonly rowCount: number;
      /** The zones (JSON). */
      readonly files: { readonly zones: Uint8Array };
    };

/** How many rows it holds; 0 for what is streamed, of which that is known once it is written. */
export const rowCountOf = (content: Content): number => {
  if (content.dataset === 'streets') return content.lines.length;
  if ('batches' in content) return 0;
  return 'rows' in content ? content.rows.length : content.rowCount;
};

/** Told after every batch: rows written, of so many; null where nobody knows. */
export type Step = (done: number, of: number | null) => void;

/** So many rows are turned into SQL at once: those of a whole country would not fit the memory. */
const stretch = 5000;

function* stretchesOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let i = 0; i < rows.length; i += stretch) yield rows.slice(i, i + stretch);
}

/** Writes rows stretch by stretch, wherever they come from; returns how many there were. */
const inStretches = async <Row>(
  content:
    | { readonly rows: readonly Row[] }
    | { readonly batches: AsyncIterable<readonly Row[]>; readonly expected?: number },
  step: Step,
  write: (rows: readonly Row[]) => Promise<void>,
): Promise<number> => {
  const isStreamed = 'batches' in content;
  const of = isStreamed ? (content.expected ?? null) : content.rows.length;
  let done = 0;
  for await (const rows of isStreamed ? content.batches : stretchesOf(content.rows)) {
    await write(rows);
    done += rows.length;
    step(done, of);
  }
  return done;
};

/** Every date of these events within the horizon around `now`. */
export const layOut = async (events: readonly CultureEvent[], now: Date): Promise<readonly Occurrence[]> => {
  const { from, to } = horizonAt(now);
  const pause = createPauses();
  const dates: Occurrence[] = [];
  for (const event of events) {
    dates.push(...expandEvent(event, from, to));
    await pause();
  }
  return dates;
};

/** Returns how many rows were written, where that was not known before. */
const write = async (
  bulk: Database['bulk'],
  version: number,
  content: Content,
  now: Date,
  step: Step,
): Promise<number | undefined> => {
  switch (content.dataset) {
    case 'territories':
      return inStretches(content, step, (rows) => writeTerritories(bulk, version, rows));
    case 'codes':
      await writeTerritoryCodes(bulk, version, content.rows);
      return undefined;
    case 'survey':
      await writeSurvey(bulk, version, content.results);
      return undefined;
    case 'settlements':
      return inStretches(content, step, (rows) => writeSettlements(bulk, version, rows));
    case 'population':
      return inStretches(content, step, (rows) => writeCells(bulk, version, rows));
    case 'population-totals':
      await writePopulationTotals(bulk, version, content.totals);
      return undefined;
    case 'venues':
      return inStretches(content, step, (rows) => writeVenues(bulk, version, rows));
    case 'venue-matches':
      await writeVenueDecisions(bulk, version, content.decisions);
      return undefined;
    case 'landcover':
      return inStretches(content, step, (rows) => writeLandcover(bulk, version, rows));
    case 'addresses': {
      const count = await inStretches(content, step, (rows) => writeAddresses(bulk, version, rows));
      await writeFiles(bulk, version, { index: content.index() });
      return count;
    }
    case 'streets':
      await inStretches({ rows: content.lines }, step, (rows) => writeRoads(bulk, version, rows));
      await writeFiles(bulk, version, content.files);
      return undefined;
    case 'timetable':
    case 'on-demand':
      await writeFiles(bulk, version, content.files);
      return undefined;
    case 'events':
      await inStretches(content, step, (rows) => writeEvents(bulk, version, rows));
      await replaceOccurrences(bulk, version, content.dates ?? (await layOut(content.rows, now)));
      return undefined;
  }
};

/** A version that is whole and that nobody sees yet. */
export interface Built {
  readonly id: number;
  readonly dataset: DatasetName;
  readonly rowCount: number;
}

/**
 * Writes a version beside the current one, where nobody sees it; returns its number for the switch-over.
 * When anything fails, nothing of it stays.
 * @param clean for taking it back, where `bulk` does nothing more once the import was cancelled.
 */
export const buildVersion = async (
  { bulk, clean = bulk }: Pick<Database, 'bulk'> & { readonly clean?: Database['bulk'] },
  header: VersionHeader,
  content: Content,
  now: Date,
  step: Step = () => undefined,
): Promise<Built> => {
  const id = await startVersion(bulk, header, now);
  try {
    const rowCount = (await write(bulk, id, content, now, step)) ?? header.rowCount;
    await completeVersion(bulk, id, { rowCount });
    return { id, dataset: content.dataset, rowCount };
  } catch (error) {
    await dropVersions(clean, [id]).catch(() => undefined);
    throw error;
  }
};
