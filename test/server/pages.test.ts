import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { languages, type PageName, pagePath } from '#core/language/routes.ts';
import { everyFeature } from '#server/http/extent.ts';
import { renderPage } from '#server/http/pages/render.ts';
import { readRegion } from '#server/region.ts';
import { lightApp } from './light.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = (path: string) => request(world.app).get(path).set('Host', 'karte.lv');
const idsOf = async (id: 'venues' | 'events' | 'territories') => {
  const ids: string[] = [];
  for await (const feature of everyFeature(world.context.data, id)) ids.push(feature.id);
  return ids;
};
const jsonLdOf = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    (match) => JSON.parse(match[1] ?? '') as Record<string, unknown>,
  );

describe('pages', () => {
  it('have language, title, description, canonical and the other language', async () => {
    for (const page of ['events', 'access', 'figures', 'about'] satisfies PageName[]) {
      for (const language of languages) {
        const path = pagePath(page, language);
        const { text, headers } = await open(`${path}?anything=kept-out`).expect(200);
        expect(headers['content-language']).toBe(language);
        expect(text).toContain(`<html lang="${language}"`);
        expect(text).toContain(
          `<title>${words[language].collections.pages[page][0]} – ${words[language].common.title}</title>`,
        );
        expect(text).toContain('<meta name="description"');
        expect(text).toContain(`<link rel="canonical" href="http://karte.lv${path}">`);
        expect(text).toContain(`hreflang="en" href="http://karte.lv${pagePath(page, 'en')}"`);
        expect(text).toContain(
          `<meta property="og:title" content="${words[language].collections.pages[page][0]}">`,
        );
        expect(text).toContain('<noscript>');
        expect(text).not.toContain('kept-out');
      }
    }
  });

  it('name the region that they are about', async () => {
    const app = lightApp({ context: { region: await readRegion('porto-alegre') } });
    for (const [path, title] of [
      ['/en/access', 'Access – Culture map: Porto Alegre'],
      ['/sasniedzamiba', 'Sasniedzamība – Kultūras karte: Portualegri'],
      ['/api/v1?lang=en', 'Culture map: Porto Alegre, open data'],
    ] as const) {
      const { text } = await request(app).get(path).expect(200);
      expect(text).toContain(title);
      expect(text).not.toContain('Tukum');
    }
  });

  it('of every venue and territory describe it in schema.org', async () => {
    for (const id of (await idsOf('venues')).slice(0, 20)) {
      const venue = await world.context.data.getVenue(id);
      const { text } = await open(pagePath('venue', 'lv', id)).expect(200);
      const [data] = jsonLdOf(text);
      expect(data).toMatchObject({ '@context': 'https://schema.org', name: venue.nameLv });
      expect(data?.['@id']).toBe(`http://karte.lv/vietas/${id}`);
    }
    const { text } = await open('/en/territories/slampes-pagasts').expect(200);
    expect(jsonLdOf(text)[0]).toMatchObject({ '@type': 'AdministrativeArea', name: 'Slampe Parish' });
    expect(text).toMatch(/<dt>Residents<\/dt><dd>[\d\s,\u00a0]+ \(/);
  });

  it('of every coming event tell when and where, and invent nothing', async () => {
    const from = '2026-10-22T00:00:00Z';
    const { items } = await world.context.data.listOccurrences({
      limit: 50,
      cursor: null,
      bbox: null,
      datetime: { from, to: null },
      q: null,
      filters: {},
      sortby: null,
    });
    for (const listing of items) {
      const { text } = await open(pagePath('event', 'lv', listing.id)).expect(200);
      const [data] = jsonLdOf(text);
      expect(data).toMatchObject({
        '@type': 'Event',
        name: listing.event.titleLv,
        startDate: listing.startsAt,
      });
      expect('endDate' in (data ?? {})).toBe(listing.endsAt !== null);
      expect('offers' in (data ?? {})).toBe(listing.event.price.state !== 'not-stated');
      expect('organizer' in (data ?? {})).toBe(listing.event.organiser !== null);
      expect(text).toContain('<dt>Norises laiks</dt>');
      expect(text).toContain('<dt>Ieeja</dt>');
    }
  });

  it('of a kept figure show its picture and alternative text', async () => {
    const made = await request(world.app)
      .post('/api/v1/figures')
      .send({ measure: 'nearest', offer: 'library' });
    expect(made.status).toBe(201);
    const { text } = await open(pagePath('figure', 'en', made.body.id)).expect(200);
    expect(text).toContain(
      `<meta property="og:image" content="http://karte.lv/f/${made.body.id}.png?lang=en">`,
    );
    expect(jsonLdOf(text)[0]).toMatchObject({
      '@type': 'ImageObject',
      caption: made.body.alternativeText.en,
    });
  });

  it('of unknown things are 404 and still a page, in the language of the address', async () => {
    for (const page of ['event', 'venue', 'territory', 'figure'] satisfies PageName[]) {
      for (const language of languages) {
        const { text } = await open(pagePath(page, language, 'no-such-thing')).expect(404);
        expect(text).toContain(`<html lang="${language}"`);
        expect(text).toContain(words[language].collections.page.missing);
        expect(text).toContain('<meta name="robots" content="noindex">');
      }
    }
    await open('/kaut-kas').expect(404);
    expect((await open('/en/something').expect(404)).text).toContain('Page not found');
  });

  it('cannot be broken out of by a text', () => {
    const text = {
      title: '</title><script>alert(1)</script>$&',
      description: '"><img src=x onerror=alert(1)>',
      facts: [['a', '<b>']] as const,
      jsonLd: [{ name: '</script><script>alert(1)</script>' }],
      image: null,
    };
    const template = '<html lang="lv"><!--head--><!--content--></html>';
    const where = { origin: 'http://karte.lv', language: 'lv', place: null, site: '' } as const;
    const html = renderPage(template, text, where);
    expect(html).not.toMatch(/<script>|<img|<b>/);
    expect(html).toContain('$&amp;');
    expect(jsonLdOf(html)).toEqual(text.jsonLd);
  });

  it('are listed in the sitemap, every one of them opening', async () => {
    const { text } = await open('/sitemap.xml').expect(200);
    const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? ''));
    expect(addresses.length).toBeGreaterThan(2 * (await idsOf('venues')).length);
    expect(new Set(addresses.map(String)).size).toBe(addresses.length);
    for (const { pathname } of addresses.filter((_address, index) => index % 25 === 0))
      await open(pathname).expect(200);
    expect((await open('/robots.txt').expect(200)).text).toContain('Sitemap: http://karte.lv/sitemap.xml');
  });
});

describe('calendars', () => {
  const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
  const valuesOf = (text: string, name: string) =>
    linesOf(text)
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1));
  const toIcs = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

  it('hold the events of the same filters as the collection, as the same instants on both sides of the clock change', async () => {
    const query = 'datetime=2026-10-20/2026-11-05';
    const page = await request(world.app)
      .get(`/api/v1/collections/events/items?limit=1000&${query}`)
      .expect(200);
    const { text, headers } = await open(`/api/v1/events.ics?${query}`).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const features = page.body.features as {
      id: string;
      properties: { startsAt: string; endsAt: string | null };
    }[];
    const offsets = new Set(features.map(({ properties }) => properties.startsAt.slice(-6)));
    expect(offsets).toEqual(new Set(['+03:00', '+02:00']));
    const uids = features.map(({ id }) => `${id}@tukums.culture-map`);
    expect(valuesOf(text, 'UID')).toEqual(uids);
    const elsewhere = await request(world.app)
      .get(`/api/v1/events.ics?${query}`)
      .set('Host', 'www.tukums.lv:8443')
      .expect(200);
    expect(valuesOf(elsewhere.text, 'UID')).toEqual(uids);
    expect(valuesOf(text, 'DTSTART')).toEqual(features.map(({ properties }) => toIcs(properties.startsAt)));
    const ends = features.flatMap(({ properties }) =>
      properties.endsAt === null ? [] : [toIcs(properties.endsAt)],
    );
    expect(valuesOf(text, 'DTEND')).toEqual(ends);
  });

  it('of one date speak the language asked for and point to its page', async () => {
    const [id = ''] = await idsOf('events');
    const listing = await world.context.data.getOccurrence(id);
    const lv = await open(`/api/v1/events/${id}.ics`).expect(200);
    const en = await open(`/api/v1/events/${id}.ics?lang=en`).expect(200);
    expect(lv.headers['content-disposition']).toBe(`attachment; filename="${id}.ics"`);
    expect(linesOf(lv.text)).toContain(`URL;VALUE=URI:http://karte.lv/pasakumi/${id}`);
    expect(linesOf(en.text)).toContain(`URL;VALUE=URI:http://karte.lv/en/events/${id}`);
    expect(valuesOf(lv.text, 'SUMMARY')[0]?.replaceAll('\\', '')).toContain(listing.event.titleLv);
    await open('/api/v1/events/no-such-date.ics').expect(404);
    const narrowed = await open('/api/v1/events.ics?category=cinema&price=free').expect(200);
    expect(valuesOf(narrowed.text, 'UID').length).toBeLessThan(
      valuesOf((await open('/api/v1/events.ics')).text, 'UID').length,
    );
  });
});
