import type { z } from 'zod';
import { endpoint, type Format, identifier, onceFor, plainQueryOf } from './define.ts';
import { collections, datasetsOf } from './features/index.ts';
import { type Narrowing, narrowing, readNarrowing } from './narrowing.ts';

const formats = { ics: { mediaType: 'text/calendar', schema: null } } as const satisfies Record<
  string,
  Format
>;

const query = onceFor((regionCrs) =>
  plainQueryOf(narrowing(collections.events, regionCrs)).transform(
    (values, context): Narrowing => readNarrowing(collections.events, values, context),
  ),
);

/** `GET /api/v1/events.ics`: the events of any filter, to subscribe to. */
export const calendar = {
  ...endpoint({
    path: '/api/v1/events.ics',
    summary: 'Events of any filter as a calendar (iCalendar, RFC 5545)',
    formats,
    datasets: datasetsOf('events'),
    formatOf: () => 'ics',
  }),
  query: (_path: unknown, regionCrs: number): z.ZodType<Narrowing> => query(regionCrs),
};

/** `GET /api/v1/events/{occurrenceId}.ics`: one date, to add to a calendar. */
export const occurrenceCalendar = endpoint({
  path: '/api/v1/events/{occurrenceId}.ics',
  summary: 'One date of an event as a calendar',
  parameters: { occurrenceId: identifier },
  formats,
  datasets: datasetsOf('events'),
  formatOf: () => 'ics',
});
