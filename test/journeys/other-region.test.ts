import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AboutResponse } from '#core/contract/about.ts';
import type { AccessResponse, WaysResponse } from '#core/contract/envelope.ts';
import { words } from '#core/language/index.ts';
import { expectAccessible, mapIdle, openWorld, visit, type World } from './world.ts';

const real = fileURLToPath(new URL('../../../shared/real/porto-alegre/', import.meta.url));
const isHere = existsSync(join(real, 'poa_osm.pbf'));
const whySkipped = isHere ? '' : ` (skipped: there are no real data in ${real})`;

/** The places of interest, in the columns of the template for venues. */
const venuesOf = (csv: string): string => {
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  const lines = rows.map(({ id = '', lat, lon }) => {
    const name = id.replaceAll('_', ' ');
    return [id.replaceAll('_', '-'), name, /museum/.test(id) ? 'muzejs' : 'pasākumu norises vieta', lat, lon];
  });
  return [['id', 'nosaukums', 'veids', 'lat', 'lon'], ...lines].map((line) => line.join(',')).join('\n');
};

const { access } = words.en;
const market = 'offer=venue:public-market';
/** A Monday within both feeds; the bus feed knows the hours around midday only. */
const monday = `mode=public-transport&date=2019-05-13&from=12:00`;

describe.skipIf(!isHere)(`somebody takes the software to a city of her own${whySkipped}`, () => {
  let world: World;
  const outputs: string[] = [];
  const api = async <T>(path: string) => (await fetch(`${world.url}/api/v1${path}`)).json() as Promise<T>;
  const versions = async () =>
    (await api<AboutResponse>('/about')).dataVersions.map(
      ({ dataset, list, id }) => `${dataset}/${list} ${id}`,
    );

  beforeAll(async () => {
    world = await openWorld({
      region: 'porto-alegre',
      before: async ({ folder, run }) => {
        const venues = join(folder, 'places.csv');
        writeFileSync(venues, venuesOf(readFileSync(join(real, 'poa_points_of_interest.csv'), 'utf8')));
        for (const [source, ...files] of [
          ['osm', join(real, 'poa_osm.pbf')],
          ['gtfs', join(real, 'poa_eptc.zip'), join(real, 'poa_trensurb.zip')],
          ['population', join(real, 'poa_hexgrid.csv')],
          ['venues', venues],
        ] as const) {
          const { code, output } = await run('server/geodata.ts', 'import', source, ...files);
          expect(output).not.toMatch(/Error:/);
          expect(code).toBe(0);
          outputs.push(output);
        }
      },
    });
  }, 400_000);
  afterAll(() => world?.close());

  it('is told by the imports what was read, guessed and left out', () => {
    const [streets = '', timetable = '', homes = '', venues = ''] = outputs;
    expect(streets).toMatch(/1952 km/);
    expect(streets).toMatch(/374 km .*\(21[.,]6 %\)/);
    expect(timetable).toMatch(/2019-04-15.*2019-07-15/);
    expect(timetable).toMatch(/3,622/);
    expect(homes).toMatch(/1,227/);
    expect(venues).toMatch(/15/);
  });

  it('gets reach by car, bicycle, foot and bus for everybody, each slower than the one before', async () => {
    const medians: number[] = [];
    for (const mode of ['mode=car', 'mode=bicycle', 'mode=foot', monday]) {
      const { result } = await api<AccessResponse>(`/access/nearest?${market}&${mode}`);
      expect(result.cells.id).toHaveLength(1227);
      expect(result.total.people).toBe(812_935);
      expect(result.total.peopleBlank).toBeLessThan(1000);
      result.cells.value.forEach((value, cell) => {
        expect(value === null).toBe(result.cells.reason[cell] !== null);
      });
      medians.push(result.total.value ?? Number.NaN);
    }
    const [car = 0, bicycle = 0, foot = 0, bus = 0] = medians;
    expect(car).toBeLessThan(bicycle);
    expect(bicycle).toBeLessThan(foot);
    expect(bus).toBeGreaterThan(car);
    expect(bus).toBeLessThan(foot);
  });

  it('sees the map of the city, chooses a cell on it and reads the buses of the hour', async () => {
    const guest = await visit(world, `/en/access?${market}&${monday}`);
    const { page } = guest;
    await page
      .getByText(/13\sMay\s2019/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page
      .getByRole('table', { name: access.table })
      .getByRole('button', { name: 'Porto Alegre' })
      .click();
    await page.getByLabel(access.chooseCell).selectOption('89a901291abffff');
    await page.waitForURL(/cell=89a901291abffff/);
    const steps = page.locator('.steps').first();
    await steps.waitFor();
    await page.getByText(access.cellId).waitFor();
    const { result } = await api<WaysResponse>(
      `/access/nearest/ways?${market}&${monday}&cell=89a901291abffff`,
    );
    const [journey] = result[0]?.journeys ?? [];
    const rides = (journey?.legs ?? []).filter((leg) => leg.kind === 'ride');
    expect(rides.length).toBeGreaterThan(0);
    const said = await steps.textContent();
    for (const ride of rides) {
      expect(said).toContain(ride.line);
      expect(said).toContain(`get on: ${ride.from.name}`);
      expect(said).toContain(ride.departsAt.slice(11, 16));
    }
    await mapIdle(page);
    await expectAccessible(page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('is told for a day outside the feeds that there is no answer, and sees no number', async () => {
    for (const date of ['2026-11-24', '2019-08-13']) {
      const query = `${market}&mode=public-transport&date=${date}`;
      const { result } = await api<AccessResponse>(`/access/nearest?${query}`);
      expect(new Set(result.cells.reason)).toEqual(new Set(['no-service-on-date']));
      const guest = await visit(world, `/en/access?${query}`);
      const { page } = guest;
      await page
        .getByText(/no\sanswer\sfor\sany\sother\sday/)
        .first()
        .waitFor();
      // Also a day of one feed only: half of the city would seem cut off.
      await page
        .getByText(/15\sApril\s2019.*15\sJuly\s2019/)
        .first()
        .waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
      await guest.context.close();
    }
  });

  it('begins on a day that has an answer, called a weekday where nobody knows the school terms', async () => {
    const guest = await visit(world, `/en/access?${market}&mode=public-transport`);
    const { page } = guest;
    await page.waitForURL(/date=2019-0[4-7]/);
    await page.getByRole('table', { name: access.table }).waitFor();
    await page.getByText(/^weekday, \d/).waitFor();
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });

  it('goes on being served from the old streets when the server dies in the middle of an import', async () => {
    const before = await versions();
    const median = async () =>
      (await api<AccessResponse>(`/access/nearest?${market}&mode=car`)).result.total.value;
    const old = await median();
    const file = join(real, 'poa_osm.pbf');
    const importing = world.run('server/geodata.ts', 'import', 'osm', file, '--list', 'again');
    // The whole file has arrived: the server reads it, draws from it and writes for seconds from here on.
    const hasArrived = () =>
      readdirSync(world.passing, { recursive: true, encoding: 'utf8' }).some((name) => {
        const found = statSync(join(world.passing, name), { throwIfNoEntry: false });
        return found?.isFile() === true && found.size === statSync(file).size;
      });
    await expect.poll(hasArrived, { timeout: 60_000, interval: 20 }).toBe(true);
    await world.crash();
    expect((await importing).code).not.toBe(0);
    await world.restart();
    expect(await versions()).toEqual(before);
    expect(await median()).toBe(old);
    const guest = await visit(world, `/en/access?${market}&mode=car`);
    await mapIdle(guest.page);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });
});
