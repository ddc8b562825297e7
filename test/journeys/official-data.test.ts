/** A municipality takes the model away piece by piece: fetched from publishers, brought in, seen, and taken back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AboutResponse } from '#core/contract/about.ts';
import type { AccessResponse } from '#core/contract/envelope.ts';
import { dataPageWords } from '#core/language/data-page.ts';
import { words } from '#core/language/index.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import { type Imitation, imitate } from '../imitation-server.ts';
import {
  gridPeople,
  moreFiles,
  type OfficialFiles,
  officialFiles,
  officialPeople,
} from '../official/tukums.ts';
import { expectAccessible, expectNoSidewaysScroll, mapIdle, openWorld, visit, type World } from './world.ts';

const text = dataPageWords.lv;
const { names } = words.lv.shell.aboutData;
const modelBadge = words.lv.common.modelData;

/** Which badges the fetched source changes, and what they say before and after. */
const steps: readonly (readonly [source: string, dataset: DatasetName, before: string, after: string])[] = [
  ['atvk', 'codes', text.states.none, text.states.official],
  ['csp-territories', 'territories', modelBadge, text.states.official],
  ['csp-population', 'population-totals', text.states.none, text.states.official],
  ['csp-grid', 'population', modelBadge, text.states.official],
  ['varis-addresses', 'addresses', text.states.none, text.states.official],
  ['kisc-objects', 'venues', text.states.facts, `${text.states.official} ${text.states.facts}`],
  ['osm', 'streets', modelBadge, text.states.openStreetMap],
  ['vdb', 'settlements', text.states.facts, text.states.official],
  ['gtfs', 'timetable', modelBadge, text.states.official],
];

const both = (said: string) => ({ lv: said, en: said });

/** What the list of sources says of a publisher on this machine. */
const sourceOf = (url: string, { id, files, content }: OfficialFiles) => ({
  id,
  title: both(id),
  publisher: both('imitated publisher'),
  licence: 'CC BY 4.0',
  licenceUrl: null,
  landingPage: `${url}/${id}`,
  changes: both('never'),
  downloads: Object.keys(files).map((file) => ({
    file,
    from: { kind: 'address', url: `${url}/${id}/${file}` },
    content,
    mostMegabytes: 50,
  })),
  byHand: both('by hand'),
});

describe('a municipality brings official data', () => {
  let world: World;
  let publisher: Imitation;
  let sources = '';
  const before = new Map<string, number>();

  const api = async <T>(path: string) => (await fetch(`${world.url}/api/v1${path}`)).json() as Promise<T>;
  const versions = async () => (await api<AboutResponse>('/about')).dataVersions;
  const people = async () => (await api<AccessResponse>('/access/way-to-town?mode=car')).result.total.people;
  const badgeOf = (page: Page, dataset: DatasetName) =>
    page
      .getByRole('table', { name: text.datasets })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: names[dataset], exact: true }) })
      .getByRole('cell')
      .first();

  beforeAll(async () => {
    const files = [...officialFiles(), ...moreFiles()];
    publisher = await imitate(
      Object.fromEntries(
        files.flatMap(({ id, files: own }) =>
          Object.entries(own).map(([name, body]) => [`/${id}/${name}`, { body }]),
        ),
      ),
    );
    world = await openWorld();
    sources = join(world.folder, 'imitated-sources.json');
    writeFileSync(sources, JSON.stringify({ sources: files.map((one) => sourceOf(publisher.url, one)) }));
    for (const { dataset, list, id } of await versions()) before.set(`${dataset}/${list}`, id);
  }, 300_000);
  afterAll(async () => {
    await world?.close();
    await publisher?.close();
  });

  it.each(steps)(
    'fetches %s, and the badge of %s changes',
    async (source, dataset, was, is) => {
      const { page, context } = await visit(world, '/par-datiem');
      await expect.poll(() => badgeOf(page, dataset).textContent(), { timeout: 30_000 }).toBe(was);
      const { code, output } = await world.run(
        'server/geodata.ts',
        'fetch',
        source,
        '--import',
        '--sources',
        sources,
      );
      expect(output).not.toMatch(/Error/);
      expect(code, output).toBe(0);
      await page.reload();
      await expect.poll(() => badgeOf(page, dataset).textContent(), { timeout: 30_000 }).toBe(is);
      const [version] = (await versions()).filter(
        (one) => one.dataset === dataset && one.sourceName === source,
      );
      expect(version).toMatchObject({ isModel: false });
      await context.close();
    },
    120_000,
  );

  it('reckons with what was brought: residents of the grid, parishes of the statistical office', async () => {
    expect(await people()).toBe(gridPeople);
    const { features } = await api<{
      features: readonly { id: string; properties: Record<string, unknown> }[];
    }>('/collections/territories/items?kind=parish&limit=100');
    expect(features).toHaveLength(21);
    for (const { id, properties } of features) {
      expect([id, properties.people, properties.peopleSeries]).toEqual([id, officialPeople.get(id), 'CSP']);
      expect(properties.atvk2021IsInferred).toBe(false);
    }
  });

  it('names the publishers under the map, and leads from a parish to its source in two clicks', async () => {
    const { page, context, complaints } = await visit(world, '/teritorijas/slampes-pagasts');
    await page.getByText(words.lv.events.sourceAndConfidence).first().click();
    await page.getByRole('link', { name: names.territories, exact: true }).first().click();
    await page.waitForURL(/par-datiem#data-territories-csp-territories/);
    await page.getByRole('heading', { name: new RegExp(`^${names.territories}`) }).waitFor();
    await expectAccessible(page);
    await page.goto(`${world.url}/sasniedzamiba`);
    await mapIdle(page);
    const credit = page.locator('.map-attribution').first();
    expect(await credit.locator('summary').textContent()).toContain('© OpenStreetMap');
    await credit.locator('summary').click();
    expect(await credit.locator('ul').textContent()).toContain('ODbL');
    expect(complaints).toEqual([]);
    await context.close();
  }, 120_000);

  it('finds her farm on her own device, asking nobody', async () => {
    const { page, context } = await visit(world, '/');
    const asked: string[] = [];
    page.on('request', (request) =>
      asked.push(decodeURIComponent(request.url()) + (request.postData() ?? '')),
    );
    const home = page.getByLabel(words.lv.events.homeAddress, { exact: true });
    await home.fill('Rožkalni, Slampe');
    await page
      .getByRole('option', { name: /Rožkalni.*Slampes pag/ })
      .first()
      .click();
    await page
      .getByText(/\d\smin/)
      .filter({ visible: true })
      .first()
      .waitFor();
    expect(asked.filter((address) => /ro[zž]kalni/i.test(address))).toEqual([]);
    expect(page.url()).not.toMatch(/ro[zž]kalni/i);
    await context.close();
  }, 60_000);

  it('takes it all back with `use`, version by version', async () => {
    for (const [source, dataset, was] of steps.filter(([, , state]) => state !== text.states.none)) {
      const shipped = before.get(`${dataset}/shipped`);
      const command =
        source === 'kisc-objects' ? ['retire', 'venues/kisc-objects'] : ['use', String(shipped)];
      const { code, output } = await world.run('server/geodata.ts', ...command);
      expect(code, output).toBe(0);
      const { page, context } = await visit(world, '/par-datiem');
      await expect.poll(() => badgeOf(page, dataset).textContent(), { timeout: 30_000 }).toBe(was);
      await context.close();
    }
    // Woods and lakes came with the streets of OpenStreetMap.
    const { code, output } = await world.run(
      'server/geodata.ts',
      'use',
      String(before.get('landcover/shipped')),
    );
    expect(code, output).toBe(0);
    expect(await people()).toBe(43_645);
    const current = new Map((await versions()).map(({ dataset, list, id }) => [`${dataset}/${list}`, id]));
    for (const [list, id] of before) expect([list, current.get(list)]).toEqual([list, id]);
  }, 240_000);

  it.each([
    ['varam-municipalities', 'territories'],
    ['varis-territories', 'territories'],
    ['geostat', 'population'],
    ['culture-statistics', 'venues'],
    ['osm-venues', 'venues'],
    ['survey', 'survey'],
    ['ical', 'events'],
  ] as const)(
    'fetches %s as well, and it counts from then on',
    async (source, dataset) => {
      const { code, output } = await world.run(
        'server/geodata.ts',
        ...['fetch', source, '--import', '--sources', sources],
      );
      expect(code, output).toBe(0);
      const current = (await versions()).filter((one) => one.dataset === dataset);
      expect(current.map(({ sourceName }) => sourceName)).toContain(source);
    },
    60_000,
  );

  it('is readable on a phone in both languages', async () => {
    for (const path of ['/par-datiem', '/en/about-the-data']) {
      const { page, context, complaints } = await visit(world, path, 390);
      await page.getByRole('table').first().waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      await context.close();
    }
  }, 60_000);
});
