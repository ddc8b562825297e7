import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessResponse } from '#core/contract/envelope.ts';
import { words } from '#core/language/index.ts';
import { expectAccessible, expectNoSidewaysScroll, mapIdle, openWorld, visit, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 180_000);
afterAll(() => world.close());

const { access } = words.lv;
const api = async (path: string) =>
  (await fetch(`${world.url}/api/v1${path}`)).json() as Promise<AccessResponse>;

describe('a planner looks for gaps', () => {
  it('starts from two presets', async () => {
    const guest = await visit(world, '/sasniedzamiba');
    const { page } = guest;
    await page.getByRole('table').first().waitFor();
    await page.getByRole('link', { name: words.lv.measures['way-to-town'] }).click();
    await page.waitForURL(/measure=way-to-town/);
    await page.getByRole('link', { name: access.presetNearest }).click();
    await page.getByRole('table').first().waitFor();
    await mapIdle(page);
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('reads in the table what the API and the file say, for every parish', async () => {
    const query = 'measure=nearest&offer=library&mode=car';
    const { result } = await api(`/access/nearest?offer=library&mode=car`);
    const csv = await (
      await fetch(`${world.url}/api/v1/access/nearest?offer=library&mode=car&f=csv&level=parishes`)
    ).text();
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    const guest = await visit(world, `/en/access?${query}`);
    const { page } = guest;
    const table = page.getByRole('table', { name: words.en.access.table });
    await table.waitFor();
    expect(result.territories).toHaveLength(23);
    for (const territory of result.territories) {
      const cells = await table
        .getByRole('row', { name: new RegExp(`^${territory.nameEn} `) })
        .getByRole('cell')
        .allInnerTexts();
      const shown = cells.map((cell) => cell.replaceAll(/[\s,]/g, ''));
      expect(shown).toContain(String(territory.people));
      expect(
        shown.some((cell) => Math.abs(Number.parseFloat(cell) - (territory.value ?? Number.NaN)) <= 0.05),
      ).toBe(true);
      const row = rows.find(({ id }) => id === territory.id);
      expect(Number(row?.people)).toBe(territory.people);
      expect(Object.values(row ?? {}).map(Number)).toContainEqual(
        expect.closeTo(territory.value ?? Number.NaN, 1),
      );
    }
    await guest.context.close();
  });

  it('sorts the table and finds the farthest parish first', async () => {
    const guest = await visit(world, '/sasniedzamiba?measure=way-to-town');
    const { page } = guest;
    const table = page.getByRole('table', { name: access.table });
    await table.waitFor();
    const header = table.getByRole('columnheader', { name: access.column.minutes });
    await header.getByRole('button').click();
    await header.getByRole('button').click();
    const direction = await header.getAttribute('aria-sort');
    const { result } = await api('/access/way-to-town');
    const byValue = result.territories.toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity));
    const expected = direction === 'descending' ? byValue.at(-1) : byValue[0];
    expect(await table.locator('tbody tr').first().getByRole('rowheader').textContent()).toContain(
      expected?.nameLv,
    );
    await guest.context.close();
  });

  it('chooses a parish in the table and is shown the way, road by road', async () => {
    const guest = await visit(world, '/sasniedzamiba?measure=way-to-town');
    const { page } = guest;
    await page
      .getByRole('table', { name: access.table })
      .getByRole('button', { name: 'Zentenes pagasts' })
      .click();
    await page.getByRole('heading', { name: access.panel }).waitFor();
    await page
      .getByRole('table', { name: /Ceļa posmi/ })
      .first()
      .waitFor();
    expect(page.url()).toContain('territory=zentenes-pagasts');
    await mapIdle(page);
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('clicks a square on the map and gets its numbers', async () => {
    const guest = await visit(world, '/sasniedzamiba?measure=nearest&offer=library&level=cells');
    const { page } = guest;
    await mapIdle(page);
    const box = await page.locator('[data-map-state="idle"] canvas').boundingBox();
    if (!box) throw new Error('the map has no canvas');
    // Not every square is inhabited: the middle of the map, then around it, until one answers.
    for (const [right, down] of [
      [0.5, 0.5],
      [0.55, 0.55],
      [0.66, 0.62],
      [0.6, 0.45],
      [0.45, 0.55],
    ] as const) {
      await page.mouse.click(box.x + box.width * right, box.y + box.height * down);
      if (
        await page.waitForURL(/cell=1kmX\d+Y\d+/, { timeout: 3000 }).then(
          () => true,
          () => false,
        )
      )
        break;
    }
    expect(page.url()).toMatch(/cell=1kmX\d+Y\d+/);
    await page.getByText(access.cellId).waitFor();
    await guest.context.close();
  });

  it('compares libraries with culture centres', async () => {
    const guest = await visit(world, '/sasniedzamiba?measure=nearest&offer=library&compare=culture-centre');
    const { page } = guest;
    await page
      .getByRole('columnheader', { name: new RegExp(access.column.difference) })
      .first()
      .waitFor();
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it.each(['nearest', 'people-within', 'venues-within', 'way-to-town', 'catchment'])(
    'sees %s by every mode, every blank with its reason',
    async (measure) => {
      for (const mode of ['car', 'bicycle', 'foot']) {
        const guest = await visit(world, `/en/access?measure=${measure}&mode=${mode}&offer=museum`);
        await guest.page.getByRole('table', { name: words.en.access.table }).waitFor();
        const { result } = await api(`/access/${measure}?mode=${mode}&offer=museum`);
        result.cells.value.forEach((value, cell) => {
          expect(value === null).toBe(result.cells.reason[cell] !== null);
        });
        const counted = result.total.peopleByClass.reduce(
          (sum, people) => sum + people,
          result.total.peopleBlank,
        );
        expect(counted).toBe(result.total.people);
        expect(guest.complaints).toEqual([]);
        await guest.context.close();
      }
    },
  );

  it('asks for what nobody offers and is told so', async () => {
    const guest = await visit(world, '/sasniedzamiba?measure=nearest&offer=archive');
    await guest.page.getByText(new RegExp(words.lv.reasons['no-offer'])).first().waitFor();
    await guest.context.close();
  });

  it.each([320, 390])('works on a screen %i px wide, in both languages', async (width) => {
    for (const path of [
      '/sasniedzamiba?measure=nearest&offer=library',
      '/en/access?measure=catchment&offer=library',
    ]) {
      const guest = await visit(world, path, width);
      await guest.page.getByRole('table').first().waitFor();
      await expectNoSidewaysScroll(guest.page);
      await expectAccessible(guest.page);
      await guest.context.close();
    }
  });

  it('falls back and says so when a link carries nonsense', async () => {
    const guest = await visit(world, '/sasniedzamiba?mode=helicopter');
    await guest.page.getByText(/mode=helicopter/).waitFor();
    await guest.page.getByRole('table').first().waitFor();
    await guest.context.close();
  });
});
