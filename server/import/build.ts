import type { CultureEvent, Occurrence } from '#core/offer/event.ts';
import { expandEvent, horizonAt } from '#core/offer/occurrences.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { LandcoverArea } from '#core/place/landcover.ts';
import type { PopulationTotal } from '#core/place/population-total.ts';
import type { PopulationCell, Settlement, Territory } from '#core/place/territory.ts';
import type { RoadLine } from '#core/roads/street.ts';
import type { Database } from '../db/database.ts';
import { writeCells } from '../db/writes/cells.ts';
import { writeFiles } from '../db/writes/files.ts';
import { replaceOccurrences } from '../db/writes/occurrences.ts';
import { writeEvents, writeVenues } from '../db/writes/offer.ts';
import { writeLandcover, writeSettlements, writeTerritories } from '../db/writes/places.ts';
import { writePopulationTotals } from '../db/writes/population.ts';
import { writeRoads } from '../db/writes/streets.ts';
import { dropVersions, startVersion, type VersionHeader } from '../db/writes/versions.ts';
import { createPauses } from './pauses.ts';

/** Rows of one list, checked, in the form of the domain. */
export type Content =
  | { readonly dataset: 'territories'; readonly rows: readonly Territory[] }
  | { readonly dataset: 'settlements'; readonly rows: readonly Settlement[] }
  | { readonly dataset: 'population'; readonly rows: readonly PopulationCell[] }
  | {
      readonly dataset: 'population-totals';
      readonly rowCount: number;
      readonly totals: readonly PopulationTotal[];
    }
  | { readonly dataset: 'venues'; readonly rows: readonly Venue[] }
  | {
      readonly dataset: 'events';
      readonly rows: readonly CultureEvent[];
      /** Where reading the list has laid them out already. */
      readonly dates?: readonly Occurrence[];
    }
  | { readonly dataset: 'landcover'; readonly rows: readonly LandcoverArea[] }
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

export const rowCountOf = (content: Content): number => {
  if (content.dataset === 'streets') return content.lines.length;
  return 'rows' in content ? content.rows.length : content.rowCount;
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

const write = async ({ bulk }: Database, version: number, content: Content, now: Date): Promise<void> => {
  switch (content.dataset) {
    case 'territories':
      return writeTerritories(bulk, version, content.rows);
    case 'settlements':
      return writeSettlements(bulk, version, content.rows);
    case 'population':
      return writeCells(bulk, version, content.rows);
    case 'population-totals':
      return writePopulationTotals(bulk, version, content.totals);
    case 'venues':
      return writeVenues(bulk, version, content.rows);
    case 'landcover':
      return writeLandcover(bulk, version, content.rows);
    case 'streets':
      await writeRoads(bulk, version, content.lines);
      return writeFiles(bulk, version, content.files);
    case 'timetable':
    case 'on-demand':
      return writeFiles(bulk, version, content.files);
    case 'events':
      await writeEvents(bulk, version, content.rows);
      await replaceOccurrences(bulk, version, content.dates ?? (await layOut(content.rows, now)));
      return;
  }
};

/**
 * Writes a version beside the current one, where nobody sees it; returns its number for the switch-over.
 * When anything fails, nothing of it stays.
 */
export const buildVersion = async (
  database: Database,
  header: VersionHeader,
  content: Content,
  now: Date,
): Promise<number> => {
  const version = await startVersion(database.bulk, header, now);
  try {
    await write(database, version, content, now);
    return version;
  } catch (error) {
    await dropVersions(database.bulk, [version]).catch(() => undefined);
    throw error;
  }
};
