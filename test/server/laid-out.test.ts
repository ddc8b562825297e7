import request from 'supertest';
import { expect, it } from 'vitest';
import type { OccurrenceListing } from '#core/offer/event.ts';
import { bareListing } from '../core/offer/fixture.ts';
import { lightApp } from './light.ts';

it('another day of dates is another extent and another ETag, without an import', async () => {
  let day = '2026-10-24';
  let first = '2026-10-24T19:00:00+03:00';
  const listing = (): OccurrenceListing => ({ ...bareListing, startsAt: first, endsAt: null });
  const app = lightApp({
    laidOutOn: () => day,
    data: { listOccurrences: async () => ({ items: [listing()], numberMatched: 1, nextCursor: null }) },
  });
  const ask = async (tag = '') =>
    request(app).get('/api/v1/collections/events').set({ Host: 'culture.example', 'If-None-Match': tag });
  const intervalOf = (body: { extent: { temporal: { interval: unknown } } }) => body.extent.temporal.interval;

  const today = await ask();
  expect(intervalOf(today.body)).toEqual([[first, first]]);
  expect((await ask(today.get('ETag'))).status).toBe(304);
  day = '2026-10-25';
  first = '2026-10-25T19:00:00+02:00';
  const tomorrow = await ask(today.get('ETag'));
  expect(tomorrow.status).toBe(200);
  expect(intervalOf(tomorrow.body)).toEqual([[first, first]]);
});
