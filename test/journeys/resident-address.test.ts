import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import type { Address } from '#core/place/address.ts';
import { varisTexts } from '../official/varis.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectNothingStored,
  openWorld,
  visit,
  type World,
} from './world.ts';

const address = (id: string, name: string, unit: string, lonLat: readonly [number, number]): Address => ({
  id,
  kind: 'house',
  name,
  street: null,
  village: null,
  unit,
  municipality: 'Tukuma novads',
  postcode: null,
  territoryId: null,
  lonLat,
});
const register = [
  { ...address('1', '7', 'Tukums', [23.1531, 56.9671]), street: 'Harmonijas iela' },
  { ...address('2', '7A', 'Tukums', [23.1533, 56.9673]), street: 'Harmonijas iela' },
  address('3', 'Bisnieki', 'Zentenes pagasts', [22.9312, 57.1112]),
  address('4', 'Bērzi', 'Zentenes pagasts', [22.95, 57.12]),
  address('5', 'Bērzi', 'Slampes pagasts', [23.25, 56.84]),
];

let world: World;
beforeAll(async () => {
  world = await openWorld({
    now: '2026-11-23T06:00:00Z',
    before: async ({ folder, run }) => {
      const files = Object.entries(varisTexts(register, 'old')).map(([name, text]) => {
        writeFileSync(join(folder, '..', name), text);
        return join(folder, '..', name);
      });
      const { code, output } = await run('server/geodata.ts', 'import', 'varis-addresses', ...files);
      expect(code, output).toBe(0);
    },
  });
}, 240_000);
afterAll(() => world.close());

/** Every address asked for from now on, and what was sent. */
const listen = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  return asked;
};

describe('a resident names her farm as home', () => {
  it('by keyboard, misspelt, and neither server nor page address learns of it', async () => {
    const guest = await visit(world, '/');
    const { page } = guest;
    const { events } = words.lv;
    const asked = listen(page);
    const field = page.getByRole('combobox', { name: events.homeAddress });
    await field.focus();
    await page.keyboard.type('bisneki zentene');
    const list = page.getByRole('listbox', { name: events.homeList });
    await list.getByRole('option', { name: 'Bisnieki, Zentenes pagasts' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('Bisnieki, Zentenes pagasts');
    await page
      .getByRole('article')
      .getByText(/\d+\smin/)
      .first()
      .waitFor();
    await page
      .getByText(/Valsts zemes dienests/)
      .first()
      .waitFor();

    expect(asked.filter((url) => url.includes('/api/v1/addresses'))).toHaveLength(1);
    // The table of a whole parish, once.
    expect(asked.filter((url) => /\/travel-times\/[a-z-]+\?lang=lv&mode=car $/.test(url))).toHaveLength(1);
    const everything = [...asked, page.url()].join('\n').toLowerCase();
    for (const secret of ['bisn', '57.11', '22.93', '1km']) expect(everything).not.toContain(secret);
    expect(new URL(page.url()).search).toBe('');
    await expectNothingStored(guest);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it.each(['lv', 'en'] as const)('on a screen 320 px wide: %s', async (language) => {
    const guest = await visit(world, language === 'lv' ? '/' : '/en', 320);
    const { page } = guest;
    const { events } = words[language];
    await page.getByText(events.travelTitle).first().click();
    const field = page.getByRole('combobox', { name: events.homeAddress });
    await field.fill('Harmonijas iela 7');
    const list = page.getByRole('listbox', { name: events.homeList });
    await list.getByRole('option', { name: 'Harmonijas iela 7, Tukums', exact: true }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/home-${language}.png` });
    await list.getByRole('option', { name: 'Harmonijas iela 7, Tukums', exact: true }).click();
    await expect.poll(() => field.inputValue()).toBe('Harmonijas iela 7, Tukums');
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });
});
