import type { Bbox } from '../../place/units.ts';
import type { Timetable } from '../timetable.ts';
import { readFeed } from './feed.ts';
import { joinFeeds } from './join.ts';
import { type GtfsReport, reportOf } from './report.ts';
import type { GtfsFeed } from './table.ts';

export interface GtfsOptions {
  /** Stops outside are not read: `Region.networkBounds`. Absent: all are. */
  readonly bounds?: Bbox;
}

/**
 * Reads feeds in GTFS Schedule (gtfs.org/documentation/schedule/reference) into one timetable, and says what
 * was odd about them. What each oddity leads to is told in `docs/import.md`.
 *
 * @throws Problem `bad-import` when a feed cannot be trusted as a whole: a table or column is missing, no trip
 *   can be used, nothing ever runs, time zones differ, no date is common to all feeds.
 */
export function readGtfs(
  feeds: readonly GtfsFeed[],
  options: GtfsOptions = {},
): { readonly timetable: Timetable; readonly report: GtfsReport } {
  const contents = feeds.map((feed) => readFeed(feed, options.bounds ?? null));
  const timetable = joinFeeds(contents);
  return { timetable, report: reportOf(contents, timetable) };
}
