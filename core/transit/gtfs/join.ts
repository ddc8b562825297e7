import { Problem } from '../../problem.ts';
import { dateOfDay } from '../calendar.ts';
import type { Line, Stop, Timetable, TimetableFeed } from '../timetable.ts';
import { layOutDays } from './days.ts';
import type { FeedContent } from './feed.ts';
import type { FeedTrip } from './feed-trips.ts';
import { layOutPatterns } from './lay-out.ts';
import { findPatterns } from './patterns.ts';
import { daysOf, type Service, serviceKey } from './services.ts';
import { whereIn } from './table.ts';

/**
 * Joins feeds into one timetable. Ids get the number of their feed before them ("0:11382"), so that equal
 * ones never meet. Stops, lines and services are numbered by id, hence the order of rows does not matter;
 * those that no trip uses are left out.
 *
 * @throws Problem `bad-import` when time zones differ or no date is common to all feeds.
 */
export function joinFeeds(contents: readonly FeedContent[]): Timetable {
  const timeZone = commonTimeZone(contents);
  const feeds = contents.map(describeFeed);
  checkCommonDate(feeds);
  const stops = numberById(contents.flatMap(usedStops), ({ id }) => id);
  const lines = numberById(contents.flatMap(usedLines), ({ id }) => id);
  const services = new Map<string, { number: number; service: Service }>();
  const usedServices = contents.flatMap(servicesInUse).sort((a, b) => compare(serviceKey(a), serviceKey(b)));
  for (const service of usedServices) {
    const key = serviceKey(service);
    if (!services.has(key)) services.set(key, { number: services.size, service });
  }
  const trips = contents.flatMap((content, feed) =>
    content.trips.map((trip) => ({
      ...trip,
      id: `${feed}:${trip.id}`,
      line: lines.numberOf.get(`${feed}:${trip.lineId}`) ?? 0,
      service: services.get(serviceKey(serviceOf(content, trip)))?.number ?? 0,
      stops: trip.stops.map((stop) => stops.numberOf.get(`${feed}:${content.stops[stop]?.id}`) ?? 0),
    })),
  );
  return {
    timeZone,
    feeds,
    stops: stops.items,
    lines: lines.items,
    ...layOutPatterns(findPatterns(trips)),
    ...layOutDays([...services.values()].map(({ service }) => service)),
  };
}

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

function numberById<T>(list: readonly T[], idOf: (item: T) => string) {
  const items = [...list].sort((a, b) => compare(idOf(a), idOf(b)));
  return { items, numberOf: new Map(items.map((item, number) => [idOf(item), number])) };
}

function commonTimeZone(contents: readonly FeedContent[]): string {
  const [first] = contents;
  if (first === undefined) throw new Problem('bad-import', { faults: [{ field: 'FILE', fault: 'missing' }] });
  const other = contents.find(({ timeZone }) => timeZone !== first.timeZone);
  if (other === undefined) return first.timeZone;
  const field = `${whereIn(other.reading.feed, 'agency.txt')}: agency_timezone`;
  throw new Problem('bad-import', {
    faults: [{ field, fault: 'not-one-of', value: other.timeZone, expected: first.timeZone }],
  });
}

/** First and last day on which anything of the feed runs. */
function describeFeed(content: FeedContent, index: number): TimetableFeed {
  const days = servicesInUse(content).flatMap((service) => daysOf(service) ?? []);
  return {
    id: String(index),
    fileName: content.reading.feed.fileName,
    ...content.info,
    firstDate: dateOfDay(days.reduce((a, b) => Math.min(a, b))),
    lastDate: dateOfDay(days.reduce((a, b) => Math.max(a, b))),
  };
}

/** Feeds for different times cannot answer together for any date. */
function checkCommonDate(feeds: readonly TimetableFeed[]): void {
  const latest = feeds.reduce((a, b) => (a.firstDate >= b.firstDate ? a : b));
  const earliest = feeds.reduce((a, b) => (a.lastDate <= b.lastDate ? a : b));
  if (latest.firstDate <= earliest.lastDate) return;
  const span = ({ firstDate, lastDate }: TimetableFeed) => `${firstDate}/${lastDate}`;
  throw new Problem('bad-import', {
    faults: [
      {
        field: `${latest.fileName}/calendar.txt`,
        fault: 'out-of-range',
        value: span(latest),
        expected: span(earliest),
      },
    ],
  });
}

function usedStops({ stops, trips }: FeedContent, feed: number): Stop[] {
  const used = new Set(trips.flatMap((trip) => trip.stops));
  return stops.flatMap(({ id, name, lonLat }, index) =>
    lonLat === null || !used.has(index) ? [] : [{ id: `${feed}:${id}`, name, lonLat }],
  );
}

function usedLines({ lines, trips }: FeedContent, feed: number): Line[] {
  const used = new Set(trips.map(({ lineId }) => lineId));
  return [...lines.values()]
    .filter(({ id }) => used.has(id))
    .map((line) => ({ ...line, id: `${feed}:${line.id}` }));
}

const servicesInUse = (content: FeedContent): Service[] => [
  ...new Set(content.trips.map((trip) => serviceOf(content, trip))),
];

function serviceOf({ services }: FeedContent, { serviceId }: FeedTrip): Service {
  const service = services.get(serviceId);
  // Trips of unknown services were left out when the feed was read.
  if (service === undefined) throw new Problem('internal');
  return service;
}
