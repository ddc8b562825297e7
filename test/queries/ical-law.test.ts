import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CultureEvent, eventStatuses, type OccurrenceListing } from '#core/offer/event.ts';
import { writeCalendar } from '#core/offer/ical.ts';
import { writeWall } from '#core/offer/local-time.ts';
import { expandEvent, horizonAt } from '#core/offer/occurrences.ts';
import { readCalendar } from '#server/import/event/ical-calendar.ts';

const now = new Date('2026-07-10T09:00:00Z');
const { from, to } = horizonAt(now);

const minute = 60_000;
/** Any minute of the horizon on the clocks of Latvia, both nights when clocks change included. */
const start = fc
  .integer({ min: Math.ceil(from.getTime() / minute), max: Math.floor(to.getTime() / minute) - 40 * 1440 })
  .map((minutes) => writeWall(minutes * minute));

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((said) => `N ${said}`);

const someEvent = fc.record({
  title: text,
  description: fc.option(text),
  start,
  durationMinutes: fc.option(fc.integer({ min: 0, max: 5000 })),
  rrule: fc.option(
    fc.constantFrom('FREQ=WEEKLY;COUNT=4', 'FREQ=DAILY;INTERVAL=3;COUNT=9', 'FREQ=MONTHLY;COUNT=3'),
  ),
  status: fc.constantFrom(...eventStatuses),
});

const toEvent = (
  made: typeof someEvent extends fc.Arbitrary<infer T> ? T : never,
  i: number,
): CultureEvent => ({
  id: `event-${i}`,
  list: 'test',
  titleLv: made.title,
  titleEn: null,
  descriptionLv: made.description,
  descriptionEn: null,
  category: 'other',
  audience: [],
  umbrellaId: null,
  venueId: null,
  place: 'Zāle, Tukums',
  organiser: null,
  price: { state: 'not-stated' },
  rule: { startLocal: made.start, durationMinutes: made.durationMinutes, rrule: made.rrule, exceptLocal: [] },
  status: made.status,
  changes: [],
  modelFields: [],
  url: null,
  source: 'test',
  confidence: 'high',
  isModel: false,
});

const listingsOf = (event: CultureEvent): readonly OccurrenceListing[] =>
  expandEvent(event, from, to).map((date) => ({
    ...date,
    event,
    venueName: null,
    territoryId: null,
    lonLat: null,
  }));

const write = (listings: readonly OccurrenceListing[]): Uint8Array =>
  new TextEncoder().encode(
    writeCalendar(listings, {
      name: 'Kalendārs',
      language: 'LV',
      domain: 'example.org',
      stamp: now,
      textsOf: ({ event, id }) => ({
        title: event.titleLv,
        description: event.descriptionLv,
        url: `https://example.org/${id}`,
      }),
    }),
  );

/** RFC 5545 knows one word for "as planned" and "moved", and none for a missing end that is not its start. */
const told = ({ startsAt, endsAt, status }: Pick<OccurrenceListing, 'startsAt' | 'endsAt' | 'status'>) =>
  [startsAt, endsAt, status === 'moved' ? 'scheduled' : status].join(' ');

it('a calendar that we wrote gives the same dates when it is read back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someEvent, { minLength: 1, maxLength: 5 }), async (made) => {
      const listings = made.map(toEvent).flatMap(listingsOf);
      const { dates, rows, findings } = await readCalendar(write(listings), {
        list: 'back',
        fileName: 'back.ics',
        now,
        findPlace: () => ({ state: 'unknown' }),
      });
      expect(dates.map(told).sort()).toEqual(listings.map(told).sort());
      expect(new Set(rows.map(({ titleLv }) => titleLv)).size).toBeLessThanOrEqual(made.length);
      expect(findings.counts).toMatchObject({ read: listings.length, kept: listings.length, dropped: 0 });
    }),
    { numRuns: 60 },
  );
});
