import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { selectVenues } from '#core/access/offer.ts';
import { pagePath } from '#core/language/routes.ts';
import type { VenueSuggestions } from '#core/offer/match-file.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Site } from '#server/http/call.ts';
import { countedTwice } from '#server/http/undecided-pairs.ts';
import { bareVenue } from '../core/offer/fixture.ts';
import { version } from '../toytown/engine-data.ts';
import { lightApp } from './light.ts';

const rowOf = (id: string) => ({ id, list: 'mine', nameLv: `=Nosaukums ${id}` });
const suggestions: VenueSuggestions = {
  undecided: [
    { keep: rowOf('a'), other: rowOf('b'), distanceMetres: 12, score: 0.95, reasons: ['same-name', 'near'] },
    { keep: rowOf('c'), other: rowOf('d'), distanceMetres: null, score: 0.8, reasons: ['alike-name'] },
  ],
  decided: { places: [[rowOf('e'), rowOf('f'), rowOf('g')]], apart: [[rowOf('h'), rowOf('i')]] },
};
const merged: Venue = {
  ...bareVenue,
  merged: [{ id: 'old-hall', list: 'shipped', nameLv: 'Vecā zāle', source: 'somebody' }],
};
const app = lightApp({
  data: {
    listVenueSuggestions: async () => suggestions,
    getVenue: async (id) =>
      id === 'old-hall' || id === bareVenue.id ? merged : Promise.reject(new Error(id)),
  },
});

const address = '/api/v1/venue-suggestions';

describe('pairs that may be one place', () => {
  it('are told with the number that waits for a decision', async () => {
    const { body } = await request(app).get(`${address}?lang=en`).expect(200);
    expect(body.result).toEqual(suggestions);
    expect(body.method.id).toBe('same-place');
    expect(body.caveats).toEqual([expect.stringContaining('wait for a decision: 2')]);
    const latvian = await request(app).get(`${address}?lang=lv`);
    expect(latvian.body.caveats[0]).toContain('2 pāri gaida lēmumu');
  });

  it('are a table to decide in, what is decided first', async () => {
    const { text } = await request(app).get(`${address}?f=csv&lang=en`).expect(200);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ decision, keep, id, otherId }) => [decision, keep, id, otherId])).toEqual([
      ['same', 'e', 'e', 'f'],
      ['same', 'f', 'f', 'g'],
      ['different', '', 'h', 'i'],
      ['', 'a', 'a', 'b'],
      ['', 'c', 'c', 'd'],
    ]);
    expect(rows[3]).toMatchObject({
      distanceMetres: '12',
      score: '0.95',
      reasons: 'one name; next to each other',
    });
    expect(rows[3]?.name, 'no formula').toBe("'=Nosaukums a");
  });

  it('say nothing beside an empty answer', async () => {
    const { body } = await request(lightApp()).get(address).expect(200);
    expect(body.caveats).toEqual([]);
  });
});

describe('a venue that was merged into another', () => {
  it('leads to that one: as a feature with every id, list and source', async () => {
    const { body } = await request(app).get('/api/v1/collections/venues/items/old-hall').expect(200);
    expect(body.id).toBe(bareVenue.id);
    expect(body.properties).toMatchObject({
      mergedIds: ['old-hall'],
      mergedLists: ['shipped'],
      mergedSources: ['somebody'],
    });
  });

  it('leads to that one: as a page, for now', async () => {
    const { headers } = await request(app)
      .get(`${pagePath('venue', 'en', 'old-hall')}?mode=foot`)
      .expect(302);
    expect(headers.location).toBe(`${pagePath('venue', 'en', bareVenue.id)}?mode=foot`);
    await request(app)
      .get(pagePath('venue', 'lv', bareVenue.id))
      .expect(200);
  });

  it('still names that one where reach is asked for by its old id', () => {
    expect(selectVenues([merged], { venueId: 'old-hall' }, ['open']).venues).toEqual([merged]);
    expect(() => selectVenues([merged], { venueId: 'other' }, ['open'])).toThrow();
  });
});

describe('venues that a measure counts', () => {
  it('are counted twice where both rows of an undecided pair are among them, as long as nobody decides', async () => {
    let asked = 0;
    const data = {
      listVenueSuggestions: async () => {
        asked += 1;
        return suggestions;
      },
    } as unknown as Site['data'];
    const site = { data } as Site;
    const state = [version(1, 'venues')];
    expect(await countedTwice(site, state, new Set(['a', 'b', 'c']))).toBe(1);
    expect(await countedTwice(site, state, new Set(['a', 'd']))).toBe(0);
    expect(asked).toBe(1);
    await countedTwice(site, [version(2, 'venues')], new Set());
    expect(asked).toBe(2);
  });
});
