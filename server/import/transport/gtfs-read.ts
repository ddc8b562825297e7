import type { Bbox } from '#core/place/units.ts';
import { encodeTimetable } from '#core/transit/file.ts';
import { readGtfs } from '#core/transit/gtfs/read.ts';
import type { GtfsReport } from '#core/transit/gtfs/report.ts';
import type { Timetable, TimetableFeed } from '#core/transit/timetable.ts';
import type { BroughtFile } from '../../context.ts';
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
  /** Who published each feed: as it says itself, else whose lines it holds, else the name of its file. */
  readonly publishers: readonly string[];
}

/** Reads archives or folders from disk, at once: seconds for a whole country. @throws Problem as `readGtfsImport`. */
export function readFeeds({ files, bounds }: GtfsTask): GtfsContent {
  const open: OpenFeed[] = [];
  try {
    for (const file of files) open.push(openFeed(file));
    const feeds = open.map(({ feed }) => feed);
    const { timetable, report } = readGtfs(feeds, bounds === null ? {} : { bounds });
    const publishers = timetable.feeds.map((feed) => publisherOf(feed, timetable));
    return { timetable: encodeTimetable(timetable), report, publishers };
  } finally {
    for (const feed of open) feed.close();
  }
}

/** `feed_info.txt` may be left out, and often is; the agencies may not. */
function publisherOf({ id, publisher, fileName }: TimetableFeed, { lines }: Timetable): string {
  const own = lines.filter((line) => line.id.startsWith(`${id}:`));
  const agencies = [...new Set(own.map(({ agency }) => agency))].filter((name) => name !== '');
  return publisher ?? (agencies.join(', ') || fileName);
}
