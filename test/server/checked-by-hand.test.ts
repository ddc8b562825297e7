/** The page `docs/methods/checked-by-hand.md`: added up again without the engine, then compared with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessAnswer } from '#core/access/answer.ts';
import type { AccessResponse, WaysResponse } from '#core/contract/envelope.ts';
import type { FigureAnswer } from '#core/contract/figure.ts';
import { formatKilometres, formatNumber, noBreakSpace } from '#core/language/format.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { type Mode, modes, type StreetEdge, type StreetNetwork } from '#core/roads/street.ts';
import { formatBare, formatValue } from '../../client/features/access/values.ts';
import { readPage, section, tableOf, tablesOf } from '../core/access/pages.ts';
import { modelFolder } from '../queries/harness.ts';
import { openWorld, type World } from './world.ts';

const page = readPage('checked-by-hand');
const model = <T>(name: string) => JSON.parse(readFileSync(join(modelFolder, `${name}.json`), 'utf8')) as T;
const network = model<StreetNetwork>('streets');
const homes = model<{ rows: PopulationCell[] }>('population').rows;
const libraries = model<{ rows: Venue[] }>('venues').rows.filter(
  ({ kind, status }) => kind === 'library' && status === 'open',
);

/** The engine rounds every edge to a millisecond, so a long way may differ by this much. */
const toleranceSeconds = 0.03;

let world: World;
const answers = new Map<string, AccessAnswer>();
const address = (measure: string, mode: string) => `/api/v1/access/${measure}?offer=library&mode=${mode}`;
const fetchJson = async <T>(path: string) => (await request(world.app).get(path).expect(200)).body as T;
const fetchCsv = async (path: string): Promise<Record<string, string>[]> =>
  parse((await request(world.app).get(path).expect(200)).text, { bom: true, columns: true });
const answerOf = (measure: string, mode: string): AccessAnswer => known(answers.get(`${measure} ${mode}`));

beforeAll(async () => {
  world = await openWorld();
  for (const mode of modes) {
    for (const measure of ['nearest', 'way-to-town']) {
      const { result } = await fetchJson<AccessResponse>(address(measure, mode));
      answers.set(`${measure} ${mode}`, result);
    }
  }
});
afterAll(() => world.close());

function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error('docs/methods/checked-by-hand.md: no such thing');
  return value;
}

const edgeById = new Map(network.edges.map((edge) => [edge.id, edge]));
const nodeAt = new Map(network.nodes.map(({ id, lonLat }) => [lonLat.join(' '), id]));
const node = (lonLat: LonLat) => known(nodeAt.get(lonLat.join(' ')));
const home = (id: string) => known(homes.find((cell) => cell.id === id));
const pointOf = ({ position }: Venue) => known(position.state === 'missing' ? null : position.lonLat);
const townPoint = () => world.context.region.focalTown.lonLat;

const carSpeeds = new Map(
  tableOf(readPage('travel-by-road'), 'Class', 'Paved').rows.map(([name, ...kmh]) => [name, kmh.map(Number)]),
);

/** Speed in km/h as a reader of the page on travel by road would look it up. */
function lookUpSpeed({ highway, surface, isBuiltUp }: StreetEdge, mode: Mode): number {
  const isMajor = ['motorway', 'trunk', 'primary', 'secondary'].includes(highway);
  const ground = surface === 'unknown' ? (isMajor ? 'paved' : 'gravel') : surface;
  if (mode === 'foot') return 4.8;
  if (mode === 'bicycle') return { paved: 16, gravel: 13, ground: 10 }[ground];
  const column = isBuiltUp ? 2 : ground === 'paved' ? 0 : 1;
  const cap = { paved: Infinity, gravel: 65, ground: 40 }[ground];
  return Math.min(cap, known(carSpeeds.get(highway)?.[column]));
}

const secondsOf = (edge: StreetEdge, mode: Mode) => (edge.lengthMetres * 3.6) / lookUpSpeed(edge, mode);

interface Label {
  readonly seconds: number;
  readonly linkSeconds: number;
}

const edgesAt = Map.groupBy(
  network.edges.flatMap((edge) => [
    { at: edge.from, next: edge.to, edge },
    { at: edge.to, next: edge.from, edge },
  ]),
  ({ at }) => at,
);

/** Least seconds between a point and every node, by relaxing until nothing improves. The model has no one-way streets. */
function search(point: LonLat, mode: Mode): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>([[node(point), { seconds: 0, linkSeconds: 0 }]]);
  const waiting = [...labels.keys()];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const reached = known(labels.get(at));
    for (const { next, edge } of edgesAt.get(at) ?? []) {
      const step = secondsOf(edge, mode);
      const seconds = reached.seconds + step;
      if (seconds >= (labels.get(next)?.seconds ?? Infinity)) continue;
      labels.set(next, { seconds, linkSeconds: reached.linkSeconds + (edge.role === 'link' ? step : 0) });
      waiting.push(next);
    }
  }
  return labels;
}

/** "2718", "899-904", "347-337". */
function readEdges(text: string): StreetEdge[] {
  return text.split(', ').flatMap((run) => {
    const [first = Number.NaN, last = first] = run.split('-').map(Number);
    const step = Math.sign(last - first);
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, i) =>
      known(edgeById.get(first + i * step)),
    );
  });
}

const ways = [...page.matchAll(/^### By (\w+) from (\w+) to (.+)\n\n((?:\|.*\n)+)/gm)].map(
  ([, by = '', cell = '', to = '', table = '']) => {
    const rows = known(tablesOf(table)[0]).rows;
    const mode = known(modes.find((one) => one === by));
    return { mode, cell, to, legs: rows.slice(0, -1), total: known(rows.at(-1)) };
  },
);

/** Rows of a way as a person would tell it: the part of a road inside a town is no road of its own. */
function byRoad(rows: readonly (readonly string[])[]): { road: string; metres: number; seconds: number }[] {
  const told: { road: string; metres: number; seconds: number }[] = [];
  for (const row of rows) {
    const road = row.slice(1, 4).join(' ');
    const [metres, seconds] = [Number(row[5]), Number(row[7])];
    const last = told.at(-1);
    if (last?.road === road) {
      last.metres += metres;
      last.seconds += seconds;
    } else told.push({ road, metres, seconds });
  }
  return told;
}

describe('what was read', () => {
  it('is what ships today; if not, reckon the page again from the new files', async () => {
    const { dataVersions } = await fetchJson<AccessResponse>(address('nearest', 'car'));
    for (const [dataset, rows, retrieved, isModel, hash] of tableOf(page, 'Dataset').rows) {
      const version = known(dataVersions.find((one) => one.dataset === dataset));
      const says = [version.rowCount, version.retrievedAt, version.isModel ? 'yes' : 'no'];
      expect([Number(rows), retrieved, isModel], dataset).toEqual(says);
      expect(`\`${version.fileHash.slice(0, 12)}\``, dataset).toBe(hash);
    }
    expect(page).toContain(`(${libraries.length} libraries)`);
  });
});

describe('the ways of the page', () => {
  it('are nine, of three homes in three parishes', () => {
    expect(ways).toHaveLength(9);
    expect(new Set(ways.map(({ cell }) => home(cell).territoryId)).size).toBe(3);
    for (const [, cell = '', people = ''] of page.matchAll(/^\*\*(\w+)\*\*, .*, (\d+) residents/gm)) {
      expect(home(cell).people).toBe(Number(people));
    }
  });

  it.each(ways)('$mode, $cell to $to: the edges join and add up', ({ mode, cell, to, legs, total }) => {
    let at = node(home(cell).centre);
    let metres = 0;
    let seconds = 0;
    for (const [text = '', road, highway, surface, builtUp, ...numbers] of legs) {
      const edges = readEdges(text);
      for (const edge of edges) {
        expect([edge.from, edge.to], `edge ${edge.id}`).toContain(at);
        at = edge.from === at ? edge.to : edge.from;
        const name = [edge.ref, edge.name].filter((part) => part !== null).join(' ');
        expect([road, highway, surface]).toEqual([name || 'model link', edge.highway, edge.surface]);
        expect(builtUp).toBe(edge.isBuiltUp ? 'yes' : 'no');
        expect(lookUpSpeed(edge, mode)).toBe(Number(numbers[1]));
        metres += edge.lengthMetres;
        seconds += secondsOf(edge, mode);
      }
      const length = edges.reduce((sum, edge) => sum + edge.lengthMetres, 0);
      expect(length.toFixed(1)).toBe(numbers[0]);
      expect(((length * 3.6) / Number(numbers[1])).toFixed(3)).toBe(numbers[2]);
    }
    const library = libraries.find(({ nameLv }) => nameLv === to);
    expect(at).toBe(node(library ? pointOf(library) : townPoint()));
    expect([metres.toFixed(1), seconds.toFixed(3)]).toEqual([total[5], total[7]]);
  });

  it('are those of the engine, the nearest and the next, leg by leg', async () => {
    for (const [key, told] of Map.groupBy(ways, (way) => `${way.mode} ${way.cell} ${way.to === 'Tukums'}`)) {
      const [mode, cell, isToTown] = key.split(' ');
      const path = isToTown === 'true' ? 'way-to-town/ways?' : 'nearest/ways?offer=library&';
      const query = `mode=${mode}&cell=${cell}&limit=${told.length}`;
      const { result } = await fetchJson<WaysResponse>(`/api/v1/access/${path}${query}`);
      expect(result.map(({ to }) => to.nameLv)).toEqual(told.map(({ to }) => to));
      result.forEach((way, index) => {
        const { legs: rows, total } = known(told[index]);
        const legs = byRoad(rows);
        expect(Math.abs(known(way.minutes) * 60 - Number(total[7])), key).toBeLessThan(toleranceSeconds);
        expect(known(way.km) * 1000, key).toBeCloseTo(Number(total[5]), 1);
        expect(way.offRoadMetres).toEqual({ start: 0, end: 0 });
        expect(way.legs).toHaveLength(legs.length);
        way.legs.forEach((leg, i) => {
          expect(leg.km * 1000).toBeCloseTo(legs[i]?.metres ?? Number.NaN, 1);
          expect(Math.abs(leg.minutes * 60 - (legs[i]?.seconds ?? Number.NaN))).toBeLessThan(
            toleranceSeconds,
          );
        });
      });
    }
  });
});

describe('all homes', () => {
  it.each(modes)('have no nearer library by %s, and the same time', (mode) => {
    const { cells, venues } = answerOf('nearest', mode);
    const found = new Map(libraries.map((library) => [library.id, search(pointOf(library), mode)]));
    expect(cells.id).toHaveLength(homes.length);
    cells.id.forEach((id, index) => {
      const at = node(home(id).centre);
      const times = [...found.values()].map((labels) => known(labels.get(at)).seconds);
      const chosen = known(found.get(venues[cells.venue[index] ?? -1]?.id ?? '')?.get(at)).seconds;
      expect(chosen - Math.min(...times), id).toBeLessThan(toleranceSeconds);
      expect(Math.abs(known(cells.value[index]) * 60 - chosen), id).toBeLessThan(toleranceSeconds);
    });
    const town = search(townPoint(), mode);
    answerOf('way-to-town', mode).cells.value.forEach((minutes, index) => {
      const seconds = known(town.get(node(home(cells.id[index] ?? '').centre))).seconds;
      expect(Math.abs(known(minutes) * 60 - seconds), cells.id[index]).toBeLessThan(toleranceSeconds);
    });
  });
});

/** The tables of the three territories, by name: homes with residents, minutes and residents so far. */
const territories = section(page, 'Three territories')
  .split('\n### ')
  .slice(1)
  .map((text) => ({ name: text.split('\n')[0] ?? '', text, rows: tableOf(text, 'Home').rows }));

describe.each(territories)('$name', ({ name, text, rows }) => {
  const row = () => known(answerOf('nearest', 'car').territories.find(({ nameLv }) => nameLv === name));

  it('has the homes and residents of the model, counted up in the order of minutes', () => {
    const minutesOf = (id: string) => {
      const { cells } = answerOf('nearest', 'car');
      return known(cells.value[cells.id.indexOf(id)]);
    };
    const all = homes
      .filter(({ territoryId }) => territoryId === row().id)
      .sort((a, b) => minutesOf(a.id) - minutesOf(b.id));
    expect(text).toMatch(new RegExp(`\\b${all.length} homes`));
    let next = 0;
    let soFar = 0;
    for (const [id = '', people, minutes = '', sum] of rows) {
      const count = Number(/^(\d+) more$/.exec(id)?.[1] ?? 1);
      const some = all.slice(next, next + count);
      if (count === 1) expect(some[0]?.id).toBe(id);
      const residents = some.reduce((total, cell) => total + cell.people, 0);
      soFar += residents;
      next += count;
      expect([residents, soFar], id).toEqual([Number(people), Number(sum)]);
      expect(minutesOf(known(some.at(-1)).id), id).toBeCloseTo(Number(minutes.replace('up to ', '')), 3);
    }
    expect(next).toBe(all.length);
    expect(soFar).toBe(row().people);
  });

  it('has the value of the home that reaches half, and the classes', () => {
    const shown = known(tableOf(page, 'Territory').rows.find(([territory]) => territory === name));
    const half = known(rows.find(([, , , sum]) => 2 * Number(sum) >= row().people));
    expect(text).toContain(`reached in ${half[0]}`);
    expect(shown.slice(1, 4)).toEqual([String(row().people), half[0], half[2]]);
    expect(row().value).toBeCloseTo(Number(half[2]), 3);
    const breaks = [15, 30, 45, 60];
    const classes = [0, 0, 0, 0, 0];
    for (const [, people, minutes = ''] of rows) {
      const index = breaks.filter((limit) => Number(minutes.replace('up to ', '')) > limit).length;
      classes[index] = (classes[index] ?? 0) + Number(people);
    }
    expect(row().peopleByClass).toEqual(classes);
    expect(shown[7]).toBe(classes.join(', '));
  });
});

describe('what was shown', () => {
  it('of homes is what API, table and page say', async () => {
    const { rows } = tableOf(section(page, 'What was shown'), 'Home');
    expect(rows).toHaveLength(5);
    for (const [cell, mode = '', to = '', byHand, told, shown] of rows) {
      const measure = to === 'Tukums' ? 'way-to-town' : 'nearest';
      const { cells, venues } = answerOf(measure, mode);
      const index = cells.id.indexOf(cell ?? '');
      const minutes = known(cells.value[index]);
      const way = known(ways.find((one) => one.cell === cell && one.mode === mode && one.to === to));
      expect(Number(way.total[7]) / 60).toBeCloseTo(Number(byHand), 3);
      expect(minutes.toFixed(4)).toBe(told);
      if (measure === 'nearest') expect(venues[cells.venue[index] ?? -1]?.nameLv).toBe(to);
      const table = await fetchCsv(`${address(measure, mode)}&level=cells&f=csv`);
      expect(Number(table.find(({ id }) => id === cell)?.valueMinutes)).toBe(minutes);
      const km = formatKilometres('en', known(cells.km[index]));
      const text = `${formatValue('en', 'min', minutes, null)}, ${km}`;
      expect(text.replaceAll(noBreakSpace, ' ')).toBe(shown);
    }
  });

  it('of territories is what API, table, figure and page say', async () => {
    const { rows } = tableOf(section(page, 'What was shown'), 'Territory');
    expect(rows).toHaveLength(3);
    const table = await fetchCsv(`${address('nearest', 'car')}&level=parishes&f=csv`);
    const specification = { measure: 'nearest', offer: 'library', mode: 'car', level: 'parishes' };
    const made = await request(world.app).post('/api/v1/figures').send(specification).expect(201);
    const figure = await fetchCsv(`/f/${(made.body as FigureAnswer).id}.csv`);
    for (const [name, , , , told, shown, onFigure, classes] of rows) {
      const { id, value } = known(
        answerOf('nearest', 'car').territories.find(({ nameLv }) => nameLv === name),
      );
      const drawn = known(figure.find((row) => row.id === id));
      expect(known(value).toFixed(4)).toBe(told);
      expect(Number(table.find((row) => row.id === id)?.valueMinutes)).toBe(value);
      expect([Number(drawn.value), drawn.unit]).toEqual([value, 'min']);
      const columns = Object.keys(drawn);
      const ofClasses = columns.slice(columns.indexOf('km') + 1, columns.indexOf('peopleBlank'));
      expect(ofClasses.map((column) => drawn[column]).join(', ')).toBe(classes);
      expect(formatBare('en', 'min', value, null)).toBe(shown);
      expect(formatNumber('en', known(value), 2)).toBe(onFigure);
    }
  });
});

describe('what to keep in mind', () => {
  it('counts what the model and the answers hold', () => {
    const links = network.edges.filter(({ role }) => role === 'link');
    const { cells, territories: rows } = answerOf('nearest', 'car');
    const found = libraries.map((library) => search(pointOf(library), 'car'));
    let all = 0;
    let onLinks = 0;
    let closeCalls = 0;
    for (const { centre, people } of homes) {
      const labels = found.map((reached) => known(reached.get(node(centre))));
      const best = labels.reduce((a, b) => (b.seconds < a.seconds ? b : a));
      const [first = 0, second = Infinity] = labels.map(({ seconds }) => seconds).sort((a, b) => a - b);
      if (second - first <= 10) closeCalls += 1;
      all += best.seconds * people;
      onLinks += best.linkSeconds * people;
    }
    const justAbove = cells.value.filter(
      (value) => value !== null && value > 15 && formatNumber('en', value, 1) === '15',
    );
    for (const value of justAbove) expect(formatBare('en', 'min', value, null)).toMatch(/^15\.0\d*[1-9]$/);
    expect(
      justAbove.map((value) => formatValue('en', 'min', value, null).replaceAll(noBreakSpace, ' ')),
    ).toContain(known(/reads "(.*)"/.exec(page))[1]);
    const median = known(rows.find(({ nameLv }) => nameLv === 'Lapmežciema pagasts')?.value);
    expect(tableOf(page, 'What').rows.map(([, count]) => count)).toEqual([
      String(links.length),
      String(links.filter(({ lengthMetres }) => lengthMetres > 3450).length),
      String(network.edges.filter(({ isBuiltUp }) => isBuiltUp).length),
      ((100 * onLinks) / all).toFixed(1),
      String(closeCalls),
      String(justAbove.length),
      (median * 60).toFixed(1),
    ]);
  });
});
