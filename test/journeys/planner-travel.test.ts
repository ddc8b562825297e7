import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessResponse, RoundTripResponse } from '#core/contract/envelope.ts';
import { fill, formatNumber, formatPercent } from '#core/language/format.ts';
import { words } from '#core/language/index.ts';
import { expectAccessible, expectNoSidewaysScroll, mapIdle, openWorld, visit, type World } from './world.ts';

let world: World;
// A Monday in the school term: the shipped timetable and the shipped events are known for it.
beforeAll(async () => {
  world = await openWorld({ now: '2026-11-23T06:00:00Z' });
}, 240_000);
afterAll(() => world.close());

const { access, modes, reasons, transit } = words.lv;
const byBus = 'offer=library&mode=public-transport';
/** Tuesday 19.00 to 21.00 in the town: the train takes people home, the buses are gone. */
const evening = 'meginajums-tukums-dejas_20261124T1900';
const askEvening = `ask=event&event=${evening}&mode=public-transport`;

const api = async <T>(path: string) => (await fetch(`${world.url}/api/v1${path}`)).json() as Promise<T>;
const number = (value: number) => formatNumber('lv', value).replaceAll(/\s/g, ' ');
const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, ' ');

describe('a planner asks for public transport on a day', () => {
  it('is given an ordinary school day, takes a Sunday instead, and always reads which kind of day it is', async () => {
    const guest = await visit(world, '/sasniedzamiba?measure=nearest&offer=library');
    const { page } = guest;
    await page.getByRole('table', { name: access.table }).waitFor();
    await page.locator('label').filter({ hasText: modes['public-transport'] }).click();
    await page.waitForURL(/date=2026-11-23/);
    await page.getByText(/mācību diena, 188\sreisi/).waitFor();
    await page.getByText(/2026\.\sgada\s23\.\snovembris\s\(mācību\sdiena\)/).waitFor();
    await page.getByRole('button', { name: transit.dayKinds.sunday }).click();
    await page.waitForURL(/date=2026-11-29/);
    await page.getByText(/svētdiena vai svētku diena, 68\sreisi/).waitFor();
    await page.getByText(/2026\.\sgada\s29\.\snovembris\s\(svētdiena\svai\ssvētku\sdiena\)/).waitFor();
    const on = (date: string) => api<AccessResponse>(`/access/nearest?${byBus}&date=${date}`);
    const [monday, sunday] = await Promise.all([on('2026-11-23'), on('2026-11-29')]);
    expect(sunday.result.total.peopleBlank).toBeGreaterThan(monday.result.total.peopleBlank);
    await page
      .getByText(new RegExp(number(sunday.result.total.peopleBlank).replaceAll(' ', String.raw`\s`)))
      .first()
      .waitFor();
    await mapIdle(page);
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('reads the reason and no number anywhere for a day that the timetable does not cover', async () => {
    const outside = '2028-01-04';
    for (const path of ['/sasniedzamiba', '/atteli']) {
      const guest = await visit(world, `${path}?measure=nearest&${byBus}&date=${outside}`);
      const { page } = guest;
      await page
        .getByText(/Par citu dienu atbildes nav/)
        .first()
        .waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('table').count()).toBe(0);
      expect(await page.locator('canvas').count()).toBe(0);
      const answered = await page.locator('main').evaluate((main) => {
        const copy = main.cloneNode(true) as HTMLElement;
        // What is asked for, and how far the server is with its work ahead, are no answers.
        for (const part of copy.querySelectorAll('form, .progress')) part.remove();
        return copy.textContent;
      });
      expect(answered).toContain('atbildes nav');
      expect(answered.replaceAll(/\d{4}\.\sgada\s\d+\./g, '')).not.toMatch(/\d/);
      await expectAccessible(page);
      await guest.context.close();
    }
    const { result } = await api<AccessResponse>(`/access/nearest?${byBus}&date=${outside}`);
    expect(new Set(result.cells.value)).toEqual(new Set([null]));
    expect(new Set(result.cells.reason)).toEqual(new Set(['no-service-on-date']));
    expect(result.total.value).toBeNull();
  });

  it('chooses a cell and reads every journey of the hour, whose median is that of the map', async () => {
    const guest = await visit(
      world,
      '/sasniedzamiba?offer=venue:tukuma-pilsetas-kulturas-nams&mode=public-transport&date=2026-11-24&from=16:00',
    );
    const { page } = guest;
    await page
      .getByRole('table', { name: access.table })
      .getByRole('button', { name: 'Smārdes pagasts' })
      .click();
    await page.getByLabel(access.chooseCell).selectOption('1kmX452Y315');
    await page.waitForURL(/cell=1kmX452Y315/);
    // The train leaves once an hour: 8 departures from home catch the first in 25 to 18 minutes, 52 the next in 77 to 26.
    await page.getByText(/16\.07–16\.25, 18\smin/).waitFor();
    await page.getByText(/17\.07–17\.25, 18\smin/).waitFor();
    await page
      .getByText(/^47,0\smin$/)
      .first()
      .waitFor();
    const steps = page.locator('.steps').first();
    expect(await steps.textContent()).toMatch(/16\.18.*vilciens.*iekāpj: Milzkalne.*izkāpj: Tukums I/);
    await mapIdle(page);
    await expectAccessible(page);
    await page.reload();
    await page.getByText(/16\.07–16\.25, 18\smin/).waitFor();
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });
});

describe('a planner asks who gets home from an event', () => {
  it('finds the event and reads who can come, in words, legend and table, the same as the API says', async () => {
    const guest = await visit(world, '/sasniedzamiba?mode=public-transport');
    const { page } = guest;
    await page.getByRole('link', { name: transit.event.preset }).click();
    await page.getByLabel(transit.event.search).fill('tautas deju');
    const picker = page.getByLabel(transit.event.choose, { exact: true });
    await picker.locator(`option[value="${evening}"]`).waitFor({ state: 'attached' });
    await picker.selectOption(evening);
    await page.waitForURL(new RegExp(`event=${evening}`));
    const { result } = await api<RoundTripResponse>(
      `/occurrences/${evening}/round-trip?mode=public-transport`,
    );
    const { peopleByStatus, people, percent, withoutCar } = result.total;
    const finding = page.locator('.access-summary .finding');
    await finding.getByText(/aplēse/).waitFor();
    const said = plain(await finding.textContent());
    expect(said).toContain(number(peopleByStatus['round-trip']));
    expect(said).toContain(plain(formatPercent('lv', percent ?? Number.NaN, 1)));
    expect(said).toContain(`${plain(formatPercent('lv', withoutCar.percent ?? Number.NaN, 1))} (aplēse)`);
    const legend = page.getByRole('table', { name: transit.event.legend, exact: true });
    for (const [status, count] of Object.entries(peopleByStatus)) {
      const row = legend.getByRole('row', {
        name: new RegExp(`^${transit.statuses[status as keyof typeof peopleByStatus]}`),
      });
      expect(plain(await row.textContent())).toContain(number(count));
    }
    expect(Object.values(peopleByStatus).reduce((sum, count) => sum + count, 0)).toBe(people);
    await mapIdle(page);
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('moves the end by the curve and its table, and sees which last bus would have to wait', async () => {
    const guest = await visit(world, `/sasniedzamiba?${askEvening}`);
    const { page } = guest;
    await page.getByRole('img', { name: transit.event.chart }).waitFor();
    const shifted = page.getByRole('button', { name: new RegExp(`${transit.event.byEnd}: −45\\.`) });
    const people = Number(
      (await shifted.getAttribute('aria-label'))?.match(/^[\d\s]+/)?.[0].replaceAll(/\s/g, ''),
    );
    const later = page.getByRole('table', { name: transit.event.later });
    // The last bus to Kandava leaves at 20.45; from 21.10 on it would be caught.
    await later.getByRole('row', { name: /^M1 .*20\.45\s*25/ }).waitFor();
    await shifted.click();
    await page.waitForURL(/endShift=-45/);
    const { result } = await api<RoundTripResponse>(
      `/occurrences/${evening}/round-trip?mode=public-transport&endShiftMinutes=-45`,
    );
    expect(result.total.peopleByStatus['round-trip']).toBe(people);
    await expect
      .poll(async () => plain(await page.locator('.access-summary .finding').textContent()))
      .toContain(number(people));
    await page.getByText(`${transit.event.endShift}: −45`).waitFor();
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('reads of a Saturday on which no bus calls there why all but those on foot cannot come, and no curve promises otherwise', async () => {
    const guest = await visit(
      world,
      '/sasniedzamiba?ask=event&event=linijdejas-jaunsati_20261212T1900&mode=public-transport',
    );
    const { page } = guest;
    await page
      .getByRole('table', { name: transit.event.reasons })
      .getByText(reasons['no-service-on-date'])
      .waitFor();
    await page.getByText(transit.event.bestNone).waitFor();
    await page.getByText(/pieņemtais ilgums: 2\sstundas/).waitFor();
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('takes a figure of it: drawing, image of 300 dpi and table at a permanent address', async () => {
    const guest = await visit(world, `/sasniedzamiba?${askEvening}`);
    const { page } = guest;
    await page.getByRole('link', { name: access.makeFigure }).click();
    await page.waitForURL(/\/atteli\?/);
    await page.getByRole('img').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: access.figureFreeze }).click();
    await page.waitForURL(/\/f\/[a-z2-7]+/);
    await page.getByRole('table').first().waitFor();
    await expectAccessible(page);
    const file = new URL(page.url()).origin + new URL(page.url()).pathname;
    const { result } = await api<RoundTripResponse>(
      `/occurrences/${evening}/round-trip?mode=public-transport`,
    );
    const svg = await (await fetch(`${file}.svg?lang=lv`)).text();
    expect(svg).toMatch(/^<svg|^<\?xml/);
    expect(plain(svg)).toContain(number(result.total.peopleByStatus['round-trip']));
    expect(plain(svg)).toContain('aplēse');
    const png = Buffer.from(await (await fetch(`${file}.png?lang=lv`)).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeCloseTo((160 / 25.4) * 300, -1);
    expect((await (await fetch(`${file}.csv?lang=lv`)).text()).trim().split('\n').length).toBeGreaterThan(23);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it.each([320, 390])('does both on a screen %i px wide, in both languages', async (width) => {
    for (const path of [
      `/sasniedzamiba?measure=nearest&${byBus}&date=2026-11-29&level=parishes`,
      `/en/access?${askEvening}&cell=1kmX452Y315&territory=smardes-pagasts`,
    ]) {
      const guest = await visit(world, path, width);
      const { page } = guest;
      await page.getByRole('table').first().waitFor();
      if (path.startsWith('/en')) {
        await page.getByRole('img', { name: words.en.transit.event.chart }).waitFor();
        await page.locator('.steps').first().waitFor();
        const line = fill(words.en.transit.trip, {
          mode: words.en.modes['public-transport'],
          leave: 'leave',
          from: '18:07',
          to: '22:07',
        });
        await page.getByText(line).first().waitFor();
      }
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await guest.context.close();
    }
  });
});
