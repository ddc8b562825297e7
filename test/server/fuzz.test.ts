import fc from 'fast-check';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { lightApp } from './light.ts';

const app = lightApp({ limits: { readsPerMinute: 1e6, writesPerMinute: 1e6, figuresPerHour: 1e6 } });

/** Any bytes, percent-encoded: also those that are no UTF-8. */
const encodedBytes = fc
  .uint8Array({ maxLength: 12 })
  .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
const names = [
  'limit',
  'bbox',
  'bbox-crs',
  'crs',
  'datetime',
  'q',
  'kind',
  'sortby',
  'cursor',
  'f',
  'lang',
  'offer',
  'mode',
  'date',
  'from',
  'to',
  'cell',
  'level',
  'percentile',
  'windowMinutes',
  'startShiftMinutes',
  'endShiftMinutes',
];
const values = [
  '',
  '1',
  '-1',
  '1e9',
  'NaN',
  '1,2,3,4',
  '2026-01-01/..',
  'library',
  '%00',
  '%ff',
  '[]',
  '../..',
  'null',
  'public-transport',
  '2026-10-24',
  '-240',
  '1kmX448Y313',
];
const parameter = fc.tuple(
  fc.oneof(fc.constantFrom(...names), encodedBytes),
  fc.oneof(fc.constantFrom(...values), encodedBytes),
);
const query = fc
  .array(parameter, { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));

describe('whatever is asked', () => {
  it('a collection answers or says what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const answer = await request(app).get(`/api/v1/collections/venues/items?${text}`);
        expect([200, 400]).toContain(answer.status);
        if (answer.status === 400) expect(answer.body.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('a question on travel is answered, or says what is wrong', async () => {
    const addresses = [
      '/api/v1/occurrences/talka/round-trip',
      '/api/v1/occurrences/talka/round-trip/journeys',
      '/api/v1/occurrences/talka/shift',
      '/api/v1/round-trips/slampe',
      '/api/v1/timetable',
      '/api/v1/on-demand',
      '/api/v1/streets',
      '/api/v1/progress',
      '/api/v1/events.ics',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...addresses), query, async (address, text) => {
        const answer = await request(app).get(`${address}?${text}`);
        expect([200, 400], `${address}?${text}`).toContain(answer.status);
        if (answer.status === 400) expect(answer.body.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it('a path leads somewhere, nowhere, or is malformed', async () => {
    const path = fc.array(
      fc.oneof(encodedBytes, fc.constantFrom('api', 'v1', 'collections', 'f', '..', 'en', 'venues')),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(path, async (parts) => {
        const answer = await request(app).get(`/${parts.join('/')}`);
        expect([200, 308, 400, 404]).toContain(answer.status);
      }),
      { numRuns: 300 },
    );
  });

  it('a body is drawn or refused', async () => {
    const body = fc.oneof(
      fc.json({ maxDepth: 30 }),
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify({ measure: 'nearest', title: value })),
      fc.jsonValue().map((value) => JSON.stringify({ measure: 'round-trip', occurrenceId: value })),
      fc
        .jsonValue()
        .map((value) => JSON.stringify({ measure: 'round-trip', occurrenceId: 'a', mode: value })),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const answer = await request(app).post('/api/v1/figures/preview').type('json').send(text);
        expect([200, 400]).toContain(answer.status);
      }),
      { numRuns: 200 },
    );
  });
});
