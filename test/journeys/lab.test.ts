import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { expectAccessible, expectNoSidewaysScroll, openWorld, visit, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 180_000);
afterAll(() => world.close());

const { access } = words.lv;
const text = async (path: string) => (await fetch(world.url + path)).text();

/** Freezes the view "nearest library by car" by hand, and returns the id of the figure. */
const freeze = async (query: string): Promise<string> => {
  const guest = await visit(world, `/atteli?${query}`);
  const { page } = guest;
  await page.getByRole('img').first().waitFor();
  await page.getByRole('button', { name: access.figureFreeze }).click();
  await page.waitForURL(/\/f\/[a-z2-7]+/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await guest.context.close();
  return id;
};

describe('the lab makes a figure for a document', () => {
  it('gets the preview, byte for byte, under a permanent address', async () => {
    const guest = await visit(world, '/atteli?measure=nearest&offer=library&mode=car');
    const { page } = guest;
    const answer = await page.waitForResponse(
      (response) => response.url().includes('/figures/preview') && response.ok(),
    );
    const preview = await answer.text();
    await page.getByRole('img').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: access.figureFreeze }).click();
    await page.waitForURL(/\/f\//);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const kept = await text(`/f/${id}.svg?lang=lv`);
    const anonymous = (svg: string) => svg.replaceAll(id, '·').replaceAll(/\b[a-z2-7]{20}\b/g, '·');
    expect(anonymous(kept)).toBe(anonymous(preview));
    await page.getByRole('table').first().waitFor();
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('gets a PNG of 300 dpi and a table whose parishes are all in the legend', async () => {
    const id = await freeze('measure=nearest&offer=library&mode=car');
    const png = Buffer.from(await (await fetch(`${world.url}/f/${id}.png?lang=lv`)).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // 160 mm at 300 dpi; pHYs counts pixels per metre
    expect(png.readUInt32BE(16)).toBeCloseTo((160 / 25.4) * 300, -1);
    const at = png.indexOf('pHYs');
    expect(png.readUInt32BE(at + 4)).toBe(Math.round(300 / 0.0254));
    const csv = await text(`/f/${id}.csv?lang=lv`);
    expect(csv.trim().split('\n').length).toBeGreaterThanOrEqual(24);
  });

  it('brings a list of its own: it is on the map, in the answers and in a new figure, and older figures stay', async () => {
    const before = await freeze('measure=nearest&offer=cinema&mode=car');
    const drawing = await text(`/f/${before}.svg?lang=lv`);
    const file = join(world.folder, 'kino.csv');
    writeFileSync(
      file,
      'name_lv,kind,lat,lon,address,status\nPārbaudes kino,cinema,57.0388,22.7750,"Lielā iela 1, Kandava",open\n',
    );
    const outcome = await world.run('server/geodata.ts', 'import', 'venues', file);
    expect(outcome.output).toMatch(/1/);
    expect(outcome.code).toBe(0);

    const guest = await visit(world, '/en/access?measure=nearest&offer=cinema');
    await guest.page.getByRole('table').getByText('Pārbaudes kino').first().waitFor();
    await guest.context.close();

    const after = await freeze('measure=nearest&offer=cinema&mode=car');
    expect(after).not.toBe(before);
    expect(await text(`/f/${before}.svg?lang=lv`)).toBe(drawing);
    const old = await visit(world, `/f/${before}`);
    await old.page.getByText(access.figureSuperseded).waitFor();
    await old.context.close();
  });

  it('is told by row and field why a list is refused, and nothing changes', async () => {
    const count = async () =>
      (
        (await (await fetch(`${world.url}/api/v1/collections/venues/items`)).json()) as {
          numberMatched: number;
        }
      ).numberMatched;
    const before = await count();
    const file = join(world.folder, 'bad.csv');
    writeFileSync(file, 'name_lv,kind,lat,lon\nLaba vieta,library,57.0,23.0\nSlikta vieta,palace,57.0,abc\n');
    const outcome = await world.run('server/geodata.ts', 'import', 'venues', file, '--list', 'bad');
    expect(outcome.code).not.toBe(0);
    expect(outcome.output).toMatch(/\b3\b.*kind/);
    expect(outcome.output).toMatch(/\b3\b.*lon/);
    expect(await count()).toBe(before);
  });

  it('loses nothing when the server is killed', async () => {
    const id = await freeze('measure=way-to-town&mode=bicycle');
    const drawing = await text(`/f/${id}.svg?lang=en`);
    await world.crash();
    await world.restart();
    expect(await text(`/f/${id}.svg?lang=en`)).toBe(drawing);
    const items = (await (
      await fetch(`${world.url}/api/v1/collections/venues/items?q=parbaudes+kino`)
    ).json()) as { numberMatched: number };
    expect(items.numberMatched).toBe(1);
  });

  it.each([320, 390])('reads the door and a figure on a screen %i px wide', async (width) => {
    const id = await freeze('measure=nearest&offer=library&mode=car');
    for (const path of [
      '/atteli?measure=nearest',
      '/en/figures?measure=way-to-town',
      `/f/${id}`,
      `/en/f/${id}`,
    ]) {
      const guest = await visit(world, path, width);
      await guest.page.getByRole('img').first().waitFor();
      await expectNoSidewaysScroll(guest.page);
      await expectAccessible(guest.page);
      await guest.context.close();
    }
  });
});
