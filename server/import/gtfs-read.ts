import type { Bbox } from '#core/place/units.ts';
import { encodeTimetable } from '#core/transit/file.ts';
import { readGtfs } from '#core/transit/gtfs/read.ts';
import type { GtfsReport } from '#core/transit/gtfs/report.ts';
import type { BroughtFile } from '../context.ts';
import { type OpenFeed, openFeed } from './gtfs-tables.ts';

/** Feeds to be read into one timetable. */
export interface GtfsTask {
  readonly files: readonly BroughtFile[];
  /** Stops outside are not read; null: all are. */
  readonly bounds: Bbox | null;
}

export interface GtfsContent {
  /** `encodeTimetable`. */
  readonly timetable: Uint8Array<ArrayBuffer>;
  readonly report: GtfsReport;
  /** Who published the feeds, as they say themselves. */
  readonly publishers: readonly string[];
}

/** Reads archives or folders from disk, at once: seconds for a whole country. @throws Problem as `readGtfsImport`. */
export function readFeeds({ files, bounds }: GtfsTask): GtfsContent {
  const open: OpenFeed[] = [];
  try {
    for (const file of files) open.push(openFeed(file));
    const feeds = open.map(({ feed }) => feed);
    const { timetable, report } = readGtfs(feeds, bounds === null ? {} : { bounds });
    const publishers = timetable.feeds.flatMap(({ publisher }) => publisher ?? []);
    return { timetable: encodeTimetable(timetable), report, publishers };
  } finally {
    for (const feed of open) feed.close();
  }
}
