import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { AccessQuery } from '#core/access/answer.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { PopulationCell, Territory } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { defaultSpeeds, speedKmh } from '#core/roads/speed.ts';
import type { Mode, StreetNetwork } from '#core/roads/street.ts';
import { createEngine } from '#server/engine/index.ts';
import { toytownData, version } from '../../toytown/engine-data.ts';

/*
 * The shipped data, reckoned twice: by the engine, and by the plainest search there is over the rows of the
 * files themselves (every road both ways, homes and venues at the junction where they stand).
 */
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../geodata/${name}.json`, import.meta.url), 'utf8'));
const streets: StreetNetwork = read('model/streets');
const cells: PopulationCell[] = read('model/population').rows;
const venues: Venue[] = read('model/venues').rows;
const territories: Territory[] = read('model/territories').rows;

const versions = async () => [version(1, 'territories'), version(2, 'venues'), version(1000, 'streets')];
const engine = createEngine({
  region: read('regions/tukums'),
  clock: { now: () => new Date('2026-10-24T09:00:00Z') },
  log: { info: () => undefined, error: () => undefined },
  data: {
    ...toytownData({ streets }),
    currentVersions: versions,
    readVersions: versions,
    readCells: async () => cells,
    readVenues: async () => venues,
    readTerritories: async () => territories,
  },
});
afterAll(() => engine.close());

const libraries = venues.flatMap(({ kind, status, position }) =>
  kind === 'library' && status === 'open' && position.state !== 'missing' ? [position.lonLat] : [],
);

/** The junction at a position, to the metre. */
function junctionAt(lonLat: LonLat): number {
  const node = streets.nodes.find(
    (one) => Math.abs(one.lonLat[0] - lonLat[0]) < 1e-5 && Math.abs(one.lonLat[1] - lonLat[1]) < 1e-5,
  );
  if (!node) throw new Error(`no junction at ${lonLat}`);
  return node.id;
}

/** Minutes from every junction to the nearest of some: relax every road until nothing changes (Bellman-Ford). */
function minutesToNearest(mode: Mode, targets: readonly LonLat[]): Map<number, number> {
  const minutes = new Map(targets.map((lonLat) => [junctionAt(lonLat), 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const edge of streets.edges) {
      const kmh = speedKmh(defaultSpeeds, mode, edge);
      if (kmh === null) continue;
      const time = (edge.lengthMetres / 1000 / kmh) * 60;
      for (const [here, there] of [
        [edge.from, edge.to],
        [edge.to, edge.from],
      ] as const) {
        const through = (minutes.get(there) ?? Infinity) + time;
        if (through < (minutes.get(here) ?? Infinity) - 1e-9) {
          minutes.set(here, through);
          changed = true;
        }
      }
    }
  }
  return minutes;
}

const query = (mode: Mode): AccessQuery => ({
  measure: 'nearest',
  offer: { kinds: ['library'] },
  mode,
  departure: null,
  cutoffMinutes: 30,
  venueStatuses: ['open'],
});

describe.each(['car', 'foot'] as const)('the nearest library by %s, reckoned twice', (mode) => {
  const truth = minutesToNearest(mode, libraries);
  const minutesOf = (cell: PopulationCell) => truth.get(junctionAt(cell.centre)) ?? Infinity;

  it('has no one-way street that the plain search would miss', () => {
    expect(streets.edges.filter(({ oneway }) => oneway)).toEqual([]);
  });

  it('agrees in every tenth cell to a tenth of a second', async () => {
    const { cells: columns } = await engine.access(query(mode));
    const sample = cells.filter((_, i) => i % 10 === 0);
    expect(sample.length).toBeGreaterThan(100);
    for (const cell of sample) {
      const found = columns.value[columns.id.indexOf(cell.id)] ?? Number.NaN;
      expect(Math.abs(found - minutesOf(cell)), cell.id).toBeLessThan(0.1 / 60);
    }
  });

  it.each(['slampes-pagasts', 'jaunpils-pagasts', 'kandava'])('agrees in the median of %s', async (id) => {
    const { territories: rows } = await engine.access(query(mode));
    const residents = cells
      .filter(({ territoryId }) => territoryId === id)
      .flatMap((cell) => Array.from({ length: cell.people }, () => minutesOf(cell)))
      .sort((a, b) => a - b);
    const median = residents[Math.ceil(residents.length / 2) - 1] ?? Number.NaN;
    const row = rows.find((territory) => territory.id === id);
    expect(row?.people).toBe(residents.length);
    expect(Math.abs((row?.value ?? Number.NaN) - median)).toBeLessThan(0.1 / 60);
  });
});

it('says of every unit of the municipality how far it is, with a reason where it cannot', async () => {
  const answer = await engine.access(query('car'));
  expect(answer.territories).toHaveLength(23);
  expect(answer.total.people).toBe(cells.reduce((sum, { people }) => sum + people, 0));
  expect(answer.cells.reason.filter((reason) => reason !== null)).toEqual([]);
});
