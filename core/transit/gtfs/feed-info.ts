import { type Reading, readTable } from './table.ts';

export interface FeedInfo {
  readonly publisher: string | null;
  readonly version: string | null;
}

/** Who published the feed and which state of it this is; both null without `feed_info.txt`. */
export function readFeedInfo(reading: Reading): FeedInfo {
  let info: FeedInfo = { publisher: null, version: null };
  const layout = {
    table: 'feed_info.txt',
    required: [],
    optional: ['feed_publisher_name', 'feed_version'],
  } as const;
  readTable(reading, layout, (at) => (cells) => {
    info = {
      publisher: info.publisher ?? (cells[at.feed_publisher_name] || null),
      version: info.version ?? (cells[at.feed_version] || null),
    };
  });
  return info;
}
