import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill } from '#core/language/format.ts';
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
// A Monday in the school term, in the dark season: the shipped timetable and the shipped events are known for it.
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-23T06:00:00Z' });
}, 240_000);
afterAll(() => world.close());

const { events, modes, transit } = words.lv;
const home = 'home=milzkalne&mode=public-transport';
/** Tuesday 19.00 to 21.00 in the town, beside the railway. */
const byTrain = 'meginajums-tukums-dejas_20261124T1900';
/** Thursday 19.00 to 20.30 by the sea: the last bus leaves at 20.00. */
const lastBusLost = 'meginajums-engure-dejas_20261126T1900';
/** A Saturday in a parish whose buses stand still from Friday night to Monday. */
const noServiceThere = 'linijdejas-jaunsati_20261212T1900';

const card = (page: Page, occurrenceId: string) =>
  page.getByRole('article').filter({ has: page.locator(`a[href*="/${occurrenceId}"]`) });
/** A segment is a label around its radio button: one presses what one reads. */
const choose = (page: Page, label: string) =>
  page
    .locator('label')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .click();
/** Every week of the list is answered for. */
const allKnown = async (page: Page) => {
  const isAwaited = page.getByRole('article').getByText(words.lv.shell.loading);
  await expect.poll(() => isAwaited.count(), { timeout: 60_000 }).toBe(0);
};
const summary = (page: Page) => page.getByRole('status').filter({ hasText: /\d/ }).first();
/** Where the text of a locator has the words, with whatever spaces the page sets between them. */
const spoken = (text: string) =>
  new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s/g, String.raw`\s`));

describe('a resident without a car looks whether she gets home again', () => {
  it('says once where she lives and how she travels, and reads on the card when to leave and when she is home', async () => {
    const guest = await visit(world, '/');
    const { page } = guest;
    await page.getByLabel(events.home).fill('Milzkalne');
    await page.getByLabel(events.home).press('Enter');
    await choose(page, modes['public-transport']);
    // The train leaves at 18.18 and again at 21.50; the station is 11 minutes away on foot.
    await card(page, byTrain)
      .getByText(spoken(`${modes['public-transport']}: iziet 18.07, mājās 22.07`))
      .waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      home: 'milzkalne',
      mode: 'public-transport',
    });
    await page.getByText(transit.modelNote).first().waitFor();
    await expectAccessible(page);
    await expectNothingStored(guest);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('keeps only what she gets home from, is told how many were left out and why, and finds it so again', async () => {
    const guest = await visit(world, `/?${home}`);
    const { page } = guest;
    await card(page, byTrain).getByText(/mājās/).waitFor();
    const all = Number.parseInt((await summary(page).textContent()) ?? '', 10);
    await page.getByLabel(transit.only).check();
    await summary(page)
      .getByText(/nav parādīt/)
      .waitFor();
    await card(page, lastBusLost).waitFor({ state: 'detached' });
    await allKnown(page);
    const said = (await summary(page).textContent()) ?? '';
    const [shown = 0, hidden = 0, ...whys] = [...said.matchAll(/\d+/g)].map(([number]) => Number(number));
    expect(shown + hidden).toBe(all);
    expect(shown).toBeGreaterThan(5);
    expect(whys.reduce((sum, why) => sum + why, 0)).toBe(hidden);
    for (const text of await page.getByRole('article').allInnerTexts()) {
      expect(text).toMatch(/iziet \d\d\.\d\d, mājās \d\d\.\d\d/);
    }
    expect(new URL(page.url()).searchParams.get('roundTrip')).not.toBeNull();
    await page.reload();
    await card(page, byTrain).waitFor();
    await expect.poll(() => summary(page).textContent(), { timeout: 60_000 }).toBe(said);
    expect(await page.getByLabel(transit.only).isChecked()).toBe(true);
    await expectNothingStored(guest);
    await guest.context.close();
  });

  it('opens the event and reads both journeys stop by stop; only then is her cell sent, and never a position', async () => {
    const guest = await visit(world, `/?${home}`);
    const { page } = guest;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await card(page, byTrain).getByRole('link').first().click();
    await page.waitForURL(/home=milzkalne&mode=public-transport/);
    const panel = page.getByRole('region', { name: transit.panel });
    await panel.getByText('18.07').waitFor();
    await panel.getByText('22.07').waitFor();
    expect(asked.filter((url) => url.includes('1kmX'))).toEqual([]);
    await panel.getByRole('button', { name: transit.show }).click();
    await panel.locator('.steps').nth(1).waitFor();
    const [there = '', back = ''] = await panel.locator('.steps').allInnerTexts();
    expect(there).toMatch(
      /18\.07\s+kājām līdz Milzkalne[\s\S]*18\.18[\s\S]*vilciens[\s\S]*iekāpj: Milzkalne[\s\S]*izkāpj: Tukums I 18\.25/,
    );
    expect(back).toMatch(
      /21\.50[\s\S]*vilciens[\s\S]*iekāpj: Tukums I[\s\S]*izkāpj: Milzkalne 21\.56[\s\S]*22\.07/,
    );
    expect(asked.filter((url) => url.includes('1kmX'))).toHaveLength(1);
    expect(asked.filter((url) => /23\.22|56\.97/.test(url))).toEqual([]);
    await panel.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
    await choose(page, transit.home);
    expect(await panel.getByRole('radio', { name: transit.home, exact: true }).isChecked()).toBe(true);
    await panel.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('is told with the times that the last bus is gone before the end', async () => {
    const guest = await visit(world, `/?${home}&when=7days`);
    const { page } = guest;
    const reason = fill(transit.missedBefore, { time: '19.59', minutes: '31 minūti' });
    await card(page, lastBusLost).getByText(spoken(reason)).waitFor();
    await card(page, lastBusLost).getByRole('link').first().click();
    const panel = page.getByRole('region', { name: transit.panel });
    await panel.getByText(spoken(reason)).waitFor();
    await panel.getByText(transit.statuses['outbound-only']).waitFor();
    const [leave, homeAgain] = await panel.locator('.trip-times dd').allTextContents();
    expect(leave).toBe('17.07');
    expect(homeAgain).toMatch(new RegExp(`^${spoken(reason).source}$`));
    await guest.context.close();
  });

  it('is told that nothing runs on a Saturday, in both languages, and no time stands in its place', async () => {
    for (const [path, language] of [
      ['/pasakumi', 'lv'],
      ['/en/events', 'en'],
    ] as const) {
      const guest = await visit(world, `${path}/${noServiceThere}?${home}`);
      const { page } = guest;
      const spokenWords = words[language].transit;
      const times = page.getByRole('region', { name: spokenWords.panel }).locator('.trip-times');
      await times.getByText(spokenWords.reasons['no-service-on-date']).nth(1).waitFor();
      expect(await times.textContent()).not.toMatch(/\d/);
      await expectAccessible(page);
      expect(guest.complaints).toEqual([]);
      await guest.context.close();
    }
  });

  it('does it all by keyboard', async () => {
    const guest = await visit(world, '/');
    const { page } = guest;
    await page.getByRole('article').first().waitFor();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : activeElement;
        return `${label?.textContent ?? ''} ${activeElement?.getAttribute('href') ?? ''}`;
      });
    const tabTo = async (wanted: string | RegExp) => {
      for (let presses = 0; presses < 120; presses++) {
        await page.keyboard.press('Tab');
        const here = await focused();
        if (typeof wanted === 'string' ? here.includes(wanted) : wanted.test(here)) return;
      }
      throw new Error(`no way by keyboard to ${wanted}`);
    };
    await tabTo(events.home);
    await page.keyboard.type('Milzkalne');
    await page.keyboard.press('Enter');
    await page.waitForURL(/home=milzkalne/);
    await tabTo(modes.car);
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/mode=public-transport/);
    await tabTo(transit.only);
    await page.keyboard.press('Space');
    await page.waitForURL(/roundTrip/);
    await summary(page)
      .getByText(/nav parādīt/)
      .waitFor();
    await card(page, lastBusLost).waitFor({ state: 'detached' });
    await tabTo(new RegExp(byTrain));
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(byTrain));
    await page.getByRole('button', { name: transit.show }).waitFor();
    await tabTo(transit.show);
    await page.keyboard.press('Enter');
    await page.locator('.steps').nth(1).waitFor();
    await guest.context.close();
  });

  it.each([320, 390])('has it all on a screen %i px wide, in both languages', async (width) => {
    for (const [path, language] of [
      [`/?${home}&roundTrip=1`, 'lv'],
      [`/en?${home}&roundTrip=1`, 'en'],
      [`/pasakumi/${byTrain}?${home}`, 'lv'],
      [`/en/events/${lastBusLost}?${home}`, 'en'],
    ] as const) {
      const guest = await visit(world, path, width);
      const { page } = guest;
      if (path.includes('_2026')) {
        await page.getByRole('button', { name: words[language].transit.show }).click();
        await page.locator('.steps').first().waitFor();
        await mapIdle(page);
      } else {
        await page
          .getByText(/(iziet|leave) \d\d[.:]\d\d/)
          .first()
          .waitFor();
      }
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await guest.context.close();
    }
  });
});
