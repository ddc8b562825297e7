import { dayOfDate, tripsByDay, weekdayOf } from '../calendar.ts';
import type { Timetable } from '../timetable.ts';
import type { FeedContent } from './feed.ts';
import type { FeedCounts } from './feed-trips.ts';
import type { GtfsProblem, GtfsTable } from './problems.ts';

/** What an import says of one feed. Counts are of what is used, unless they say otherwise. */
export interface GtfsFeedReport extends FeedCounts {
  readonly id: string;
  readonly fileName: string;
  readonly firstDate: string;
  readonly lastDate: string;
  /** Rows of each table read. */
  readonly rows: Readonly<Partial<Record<GtfsTable, number>>>;
  readonly stops: number;
  readonly lines: number;
  readonly trips: number;
  readonly problems: readonly GtfsProblem[];
}

/** Trips on the dates of one day of the week, within the dates that all feeds cover. */
interface WeekdayTrips {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  readonly dates: number;
  readonly leastTrips: number;
  readonly mostTrips: number;
}

export interface GtfsReport {
  readonly feeds: readonly GtfsFeedReport[];
  /** First and last date that all feeds cover. */
  readonly firstDate: string;
  readonly lastDate: string;
  readonly weekdays: readonly WeekdayTrips[];
}

export function reportOf(contents: readonly FeedContent[], timetable: Timetable): GtfsReport {
  const feeds = contents.map((content, index) => feedReport(content, timetable, index));
  const firstDate =
    feeds
      .map((feed) => feed.firstDate)
      .sort()
      .at(-1) ?? '';
  const lastDate = feeds.map((feed) => feed.lastDate).sort()[0] ?? '';
  return { feeds, firstDate, lastDate, weekdays: weekdayTrips(timetable, firstDate, lastDate) };
}

function feedReport(content: FeedContent, timetable: Timetable, index: number): GtfsFeedReport {
  const { reading, counts, trips } = content;
  const feed = timetable.feeds[index];
  const ofFeed = ({ id }: { readonly id: string }) => id.startsWith(`${index}:`);
  return {
    id: String(index),
    fileName: reading.feed.fileName,
    firstDate: feed?.firstDate ?? '',
    lastDate: feed?.lastDate ?? '',
    rows: Object.fromEntries(reading.rows),
    stops: timetable.stops.filter(ofFeed).length,
    lines: timetable.lines.filter(ofFeed).length,
    trips: trips.length,
    ...counts,
    problems: reading.problems.list(),
  };
}

function weekdayTrips(timetable: Timetable, firstDate: string, lastDate: string): WeekdayTrips[] {
  const start = dayOfDate(timetable.firstDate) ?? 0;
  const [first, last] = [dayOfDate(firstDate) ?? 0, dayOfDate(lastDate) ?? 0];
  const trips = [...tripsByDay(timetable)]
    .map((count, index) => ({ count, day: start + index }))
    .filter(({ day }) => day >= first && day <= last);
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const counts = trips.filter(({ day }) => weekdayOf(day) === weekday).map(({ count }) => count);
    if (counts.length === 0) return [];
    const leastTrips = counts.reduce((a, b) => Math.min(a, b));
    const mostTrips = counts.reduce((a, b) => Math.max(a, b));
    return [{ weekday, dates: counts.length, leastTrips, mostTrips }];
  });
}
