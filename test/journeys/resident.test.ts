import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectNothingStored,
  mapIdle,
  openWorld,
  visit,
  type World,
} from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 180_000);
afterAll(() => world.close());

const { events } = words.lv;

describe('a resident looks for something to go to', () => {
  it('sees what is on before the map is there, and the map after it', async () => {
    const guest = await visit(world, '/');
    const { page } = guest;
    await page.getByRole('article').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('lv');
    await mapIdle(page);
    expect(await page.getByRole('article').count()).toBeGreaterThan(5);
    expect(guest.complaints).toEqual([]);
    await expectAccessible(page);
    await expectNothingStored(guest);
    await guest.context.close();
  });

  it('chooses her village and reads how long the way is, without sending a position', async () => {
    const guest = await visit(world, '/');
    const { page } = guest;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel(events.home).fill('Zentene');
    await page.getByLabel(events.home).press('Enter');
    await page
      .getByText(/\d+\smin\S*\sar automašīnu/)
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('home')).toBe('zentene');
    expect(
      asked
        .filter((url) => url.includes('travel-times'))
        .every((url) => url.includes('/travel-times/zentenes-pagasts')),
    ).toBe(true);
    expect(asked.some((url) => url.includes('travel-times'))).toBe(true);
    await guest.context.close();
  });

  it('uses her position and it stays in the browser', async () => {
    const context = await world.browser.newContext({
      locale: 'lv-LV',
      viewport: { width: 390, height: 844 },
      permissions: ['geolocation'],
      geolocation: { longitude: 23.13787, latitude: 57.05123 },
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await page.goto(world.url);
    await page.getByRole('article').first().waitFor();
    await page.getByText(events.travelTitle, { exact: true }).first().click();
    await page.getByRole('button', { name: events.nearMe }).click();
    await page
      .getByText(/min\S*\sar automašīnu/)
      .first()
      .waitFor();
    expect(asked.some((url) => url.includes('travel-times/semes-pagasts'))).toBe(true);
    expect([...asked, page.url()].filter((url) => /23\.13|57\.05|1kmX/.test(url))).toEqual([]);
    await context.close();
  });

  it('narrows the list and takes it home as a calendar', async () => {
    const guest = await visit(world, '/?when=30days&category=cinema');
    const { page } = guest;
    await page.getByRole('article').first().waitFor();
    const href = await page.getByRole('link', { name: events.calendar }).getAttribute('href');
    const calendar = await (await fetch(new URL(href ?? '', world.url))).text();
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const titles = await page.getByRole('article').getByRole('heading').allInnerTexts();
    expect(calendar.match(/BEGIN:VEVENT/g)?.length ?? 0).toBeGreaterThanOrEqual(titles.length);
    await guest.context.close();
  });

  it('opens an event, its venue and its parish, each a page that machines can read', async () => {
    const guest = await visit(world, '/');
    const { page } = guest;
    const card = page
      .getByRole('article')
      .filter({ has: page.locator('a[href^="/vietas/"]') })
      .first();
    await card.waitFor();
    const eventPage = await card.locator('a[href^="/pasakumi/"]').first().getAttribute('href');
    const venuePage = await card.locator('a[href^="/vietas/"]').first().getAttribute('href');
    for (const [path, type] of [
      [eventPage, /"@type":"(\w*Event|Festival|EventSeries)"/],
      [venuePage, /"@type":"\w+"/],
      ['/teritorijas/zentenes-pagasts', /"AdministrativeArea"/],
    ] as const) {
      const html = await (await fetch(world.url + (path ?? ''))).text();
      expect(html).toContain('application/ld+json');
      expect(html).toMatch(type);
      await page.goto(world.url + (path ?? ''));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    }
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('reads everything in English too', async () => {
    const guest = await visit(world, '/', 1280);
    const { page } = guest;
    await page.getByRole('article').first().waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: words.en.shell.doors.events }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expectAccessible(page);
    await guest.context.close();
  });

  it.each([320, 390])('has everything on a screen %i px wide', async (width) => {
    for (const path of ['/', '/en', '/teritorijas/zentenes-pagasts', '/par-datiem', '/en/about-the-data']) {
      const guest = await visit(world, path, width);
      await guest.page.getByRole('heading', { level: 1 }).waitFor();
      await guest.page.waitForLoadState('networkidle');
      await expectNoSidewaysScroll(guest.page);
      await expectAccessible(guest.page);
      await guest.context.close();
    }
  });

  it('goes the whole way by keyboard', async () => {
    const guest = await visit(world, '/');
    const { page } = guest;
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.lv.shell.skipToContent);
    await page.keyboard.press('Enter');
    let reached = '';
    for (let presses = 0; presses < 60 && !reached.startsWith('/pasakumi/'); presses++) {
      await page.keyboard.press('Tab');
      reached = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/pasakumi\//);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await guest.context.close();
  });

  it('finds nothing, and a way out', async () => {
    const guest = await visit(world, '/?q=zzzzqqqq');
    await guest.page.getByText(events.none).waitFor();
    await guest.page.getByRole('button', { name: events.clear }).click();
    await guest.page.getByRole('article').first().waitFor();
    await guest.context.close();
  });

  it('is told when an address leads nowhere', async () => {
    const guest = await visit(world, '/pasakumi/no-such-event');
    await guest.page.getByRole('heading', { level: 1 }).waitFor();
    expect((await fetch(`${world.url}/pasakumi/no-such-event`)).status).toBe(404);
    expect((await fetch(`${world.url}/no/such/page`)).status).toBe(404);
    await guest.context.close();
  });

  it('keeps the list when the connection is lost, and says so', async () => {
    const guest = await visit(world, '/');
    const { page, context } = guest;
    await page.getByRole('article').first().waitFor();
    await context.setOffline(true);
    await page.getByLabel(events.freeOnly).check();
    await page.getByText(words.lv.shell.lostConnection).waitFor();
    await page.getByLabel(events.freeOnly).uncheck();
    await page.getByRole('article').first().waitFor();
    await context.setOffline(false);
    await page.getByText(words.lv.shell.lostConnection).waitFor({ state: 'detached' });
    await context.close();
  });
});
