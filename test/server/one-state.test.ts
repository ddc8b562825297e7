import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { bareVenue } from '../core/offer/fixture.ts';
import { version } from '../toytown/engine-data.ts';
import { lightApp } from './light.ts';

const items = '/api/v1/collections/venues/items';

describe('an answer is of one state of the data', () => {
  it('is asked for again when an import switches over while it is made', async () => {
    let current = 1;
    let answers = 0;
    const app = lightApp({
      data: {
        currentVersions: async () => [version(current, 'venues')],
        listVenues: async () => {
          answers += 1;
          if (answers === 1) current = 2;
          return {
            items: [{ ...bareVenue, nameLv: `Vieta ${answers}` }],
            numberMatched: 1,
            nextCursor: null,
          };
        },
      },
    });
    const first = await request(app).get(items).set('Host', 'map.test');
    expect(first.body.features[0].properties.nameLv).toBe('Vieta 2');
    const again = await request(app)
      .get(items)
      .set({ Host: 'map.test', 'If-None-Match': first.headers.etag ?? '' });
    expect(again.status).toBe(304);
  });

  it('gives up with 503 when the data never come to rest', async () => {
    let current = 1;
    const app = lightApp({
      data: {
        currentVersions: async () => [version(current, 'venues')],
        listVenues: async () => {
          current += 1;
          return { items: [], numberMatched: 0, nextCursor: null };
        },
      },
    });
    const answer = await request(app).get(items);
    expect(answer.status).toBe(503);
    expect(answer.body.type).toMatch(/unavailable/);
  });
});
