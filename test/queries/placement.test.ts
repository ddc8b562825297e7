import type { Polygon } from 'geojson';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Venue, VenuePosition } from '#core/offer/venue.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import type { PopulationCell, Settlement, Territory, TerritoryKind } from '#core/place/territory.ts';
import type { LonLat } from '#core/place/units.ts';
import { createData } from '#server/db/queries/data.ts';
import { writeCells } from '#server/db/writes/cells.ts';
import { writeVenues } from '#server/db/writes/offer.ts';
import { completePlacement, placeAll, toleranceMetres } from '#server/db/writes/placement.ts';
import { writeSettlements, writeTerritories } from '#server/db/writes/places.ts';
import { forgetVersion, switchOver } from '#server/db/writes/versions.ts';
import { everything, onPostgres, openTestDatabase, type TestDatabase } from './harness.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.bulk.deleteFrom('dataset_version').execute();
});

const told = { source: 'test', confidence: 'test', isModel: false };

/** A square of 0.1 degrees; `west` and `south` in tenths. */
const box = (west: number, south: number, east = west + 1, north = south + 1): Polygon => {
  const [w, s, e, n] = [23 + west / 10, 57 + south / 10, 23 + east / 10, 57 + north / 10];
  const corners = [[w, s], [e, s], [e, n], [w, n], [w, s]]; // biome-ignore format: a ring
  return { type: 'Polygon', coordinates: [corners] };
};

const unit = (
  id: string,
  geometry: Polygon | null,
  kind: TerritoryKind = 'parish',
  validTo: string | null = null,
): Territory => ({
  ...{ id, kind, nameLv: id, nameEn: id, parents: [], atvk2009: null, atvk2021: null },
  ...{ atvk2021IsInferred: false, validFrom: '2009-07-01', validTo, areaKm2Official: null },
  ...{ centreName: null, centre: null, population: null, geometry, ...told },
});

const venue = (id: string, position: VenuePosition, territoryId: string | null = null): Venue => ({
  ...{ id, list: 'mine', nameLv: id, nameEn: null, kind: 'library', subtype: null, sectors: [] },
  ...{ territoryId, settlement: null, address: null, position, status: 'open', closedOn: null },
  ...{ capacity: null, openingHours: null, url: null, note: null, ...told },
  physicalAccess: {
    ...{ stepFreeEntrance: 'not-stated', accessibleToilet: 'not-stated' },
    ...{ disabledParking: 'not-stated', hearingLoop: 'not-stated' },
  },
});

const at = (lonLat: LonLat): VenuePosition => ({
  ...{ state: 'exact', accuracyMetres: 5, method: 'test' },
  lonLat,
});
const near = (lonLat: LonLat): VenuePosition => ({
  ...{ state: 'approximate', accuracyMetres: 1000, method: 'village point' },
  lonLat,
});
const nowhere: VenuePosition = { state: 'missing', reason: 'test' };

const settlement = (id: string, position: LonLat | null, territoryId: string | null): Settlement => ({
  ...{ id, nameLv: id, kind: 'village', territoryId, position, positionQuality: null, population: null },
  ...told,
});

const cell = (id: string, centre: LonLat, territoryId: string | null, people = 10): PopulationCell => ({
  ...{ id, territoryId, people, nearestSettlement: 'x', centre, ...told },
});

/** A version that nobody sees yet. */
const begin = async (dataset: DatasetName, isModel = false): Promise<number> => {
  const { id } = await database.bulk
    .insertInto('dataset_version')
    .values({
      ...{ dataset, list: 'mine', title: '', source: '', licence: '', retrieved_at: '2026-01-01' },
      ...{ file_hash: '', row_count: 0, warnings: '[]', is_model: isModel, state: 'building' },
      ...{ source_name: 'shipped', import_id: 0, stands_alone: true, is_retired: false },
      started_at: '2026-01-01T00:00:00Z',
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** As a switch-over does it: the others of the dataset become past. */
const makeCurrent = async (id: number): Promise<void> => {
  const version = database.bulk.selectFrom('dataset_version').select('dataset').where('id', '=', id);
  await database.bulk
    .updateTable('dataset_version')
    .set({ state: 'past', imported_at: '2026-01-01T00:00:00Z' })
    .where('state', '=', 'current')
    .where('dataset', '=', version)
    .execute();
  await database.bulk
    .updateTable('dataset_version')
    .set({ state: 'current', imported_at: '2026-01-01T00:00:00Z' })
    .where('id', '=', id)
    .execute();
};

const territories = async (units: readonly Territory[], isModel = false): Promise<number> => {
  const version = await begin('territories', isModel);
  await writeTerritories(database.bulk, version, units);
  return version;
};
const venues = async (rows: readonly Venue[]): Promise<number> => {
  const version = await begin('venues');
  await writeVenues(database.bulk, version, rows);
  return version;
};

const unitsOfVenues = async () => {
  const { items } = await createData(database.db).listVenues(everything);
  return Object.fromEntries(items.map(({ id, territoryId }) => [id, territoryId]));
};
const unitsOfCells = async () => {
  const { items } = await createData(database.db).listCells(everything);
  return Object.fromEntries(items.map(({ id, territoryId }) => [id, territoryId]));
};

/** The border between west and east lies at 23.1 or at 23.15 degrees. */
const schematic = [unit('west', box(0, 0)), unit('east', box(1, 0)), unit('beyond', box(2, 0), 'neighbour')];
const official = [
  unit('west', box(0, 0, 1.5)),
  unit('east', box(1.5, 0, 2)),
  unit('beyond', box(2, 0), 'neighbour'),
];
const between: LonLat = [23.12, 57.05];

describe('where things lie', () => {
  it('moves with the borders, in the moment of the switch-over and back again', async () => {
    const model = await territories(schematic);
    await makeCurrent(model);
    const list = await venues([venue('hall', at(between)), venue('west-hall', at([23.05, 57.05]))]);
    const grid = await begin('population');
    await writeCells(database.bulk, grid, [cell('1kmX448Y313', between, 'east')]);
    await placeAll(database.bulk, model, [list, grid]);
    await makeCurrent(list);
    await makeCurrent(grid);
    expect(await unitsOfVenues()).toEqual({ hall: 'east', 'west-hall': 'west' });
    expect(await unitsOfCells()).toEqual({ '1kmX448Y313': 'east' });

    const real = await territories(official);
    const placed = await placeAll(database.bulk, real);
    expect(placed.map(({ dataset, rows }) => [dataset, rows])).toEqual([
      ['venues', { point: 2 }],
      ['population', { point: 1 }],
    ]);
    // Built beside: nobody sees it yet.
    expect(await unitsOfVenues()).toEqual({ hall: 'east', 'west-hall': 'west' });
    await makeCurrent(real);
    expect(await unitsOfVenues()).toEqual({ hall: 'west', 'west-hall': 'west' });
    expect(await unitsOfCells()).toEqual({ '1kmX448Y313': 'west' });

    expect(await placeAll(database.bulk, model)).toEqual([]);
    await makeCurrent(model);
    expect(await unitsOfVenues()).toEqual({ hall: 'east', 'west-hall': 'west' });
    expect(await unitsOfCells()).toEqual({ '1kmX448Y313': 'east' });
  });

  it('is reckoned by every switch-over, also for what another process brought meanwhile', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const [model, list] = [await territories(schematic), await venues([venue('hall', at(between))])];
    await switchOver(database.bulk, [list, model], now);
    expect(await unitsOfVenues()).toEqual({ hall: 'east' });
    const [real, next] = [await territories(official), await venues([venue('hall', at(between))])];
    await placeAll(database.bulk, real);
    await switchOver(database.bulk, [next], now);
    expect(await unitsOfVenues()).toEqual({ hall: 'east' });
    await switchOver(database.bulk, [real], now);
    expect(await unitsOfVenues()).toEqual({ hall: 'west' });
    await switchOver(database.bulk, [model], now);
    expect(await unitsOfVenues()).toEqual({ hall: 'east' });
    await forgetVersion(database.bulk, real);
    const left = await database.db.selectFrom('placement').select('territories_version').execute();
    expect(new Set(left.map((row) => row.territories_version))).toEqual(new Set([model]));
  });

  it.runIf(onPostgres)('holds when two processes switch over at the same time', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    await switchOver(database.bulk, [await territories(schematic)], now);
    for (let round = 0; round < 5; round += 1) {
      const [real, list] = [await territories(official), await venues([venue('hall', at(between))])];
      await Promise.all([switchOver(database.bulk, [real], now), switchOver(database.bulk, [list], now)]);
      const placed = await database.db
        .selectFrom('placement')
        .select('territory_id')
        .where('territories_version', '=', real)
        .where('version_id', '=', list)
        .execute();
      expect(placed).toEqual([{ territory_id: 'west' }]);
    }
  });

  it('is asked for, counted and told by the same word everywhere', async () => {
    await makeCurrent(await territories(official));
    const list = await venues([venue('hall', at(between), 'east')]);
    await makeCurrent(list);
    await completePlacement(database.bulk);
    const data = createData(database.db);
    expect((await data.listVenues({ ...everything, filters: { territoryId: 'west' } })).numberMatched).toBe(
      1,
    );
    expect((await data.listVenues({ ...everything, filters: { territoryId: 'east' } })).numberMatched).toBe(
      0,
    );
    expect((await data.getVenue('hall')).territoryId).toBe('west');
  });
});

describe('a venue', () => {
  it('with an exact position goes by its point, whatever the source states', async () => {
    await makeCurrent(await territories(official));
    await makeCurrent(await venues([venue('hall', at(between), 'east')]));
    await completePlacement(database.bulk);
    expect(await unitsOfVenues()).toEqual({ hall: 'west' });
  });

  it('keeps what the source states on borders that are a model', async () => {
    await makeCurrent(await territories(schematic, true));
    const rows = [venue('hall', at(between), 'west'), venue('silent', at(between))];
    await makeCurrent(await venues(rows));
    await completePlacement(database.bulk);
    expect(await unitsOfVenues()).toEqual({ hall: 'west', silent: 'east' });
  });

  it('of a village keeps the stated unit as long as there is one, else goes by its point', async () => {
    await makeCurrent(await territories(official));
    const rows = [
      venue('stated', near(between), 'east'),
      venue('unit-gone', near(between), 'south'),
      venue('silent', near(between)),
      venue('no-point', nowhere, 'east'),
      venue('nothing', nowhere),
    ];
    await makeCurrent(await venues(rows));
    const [placed] = await completePlacement(database.bulk);
    expect(placed?.rows).toEqual({ stated: 2, point: 2, unknown: 1 });
    expect(await unitsOfVenues()).toEqual({
      stated: 'east',
      'unit-gone': 'west',
      silent: 'west',
      'no-point': 'east',
      nothing: null,
    });
  });

  it('on a shared border belongs to the first unit by alphabet, and today to no unit of the past', async () => {
    await makeCurrent(
      await territories([...schematic, unit('a-former', box(0, 0, 2), 'parish', '2021-06-30')]),
    );
    const rows = [venue('border', at([23.1, 57.05])), venue('inside', at([23.05, 57.05]))];
    await makeCurrent(await venues(rows));
    await completePlacement(database.bulk);
    expect(await unitsOfVenues()).toEqual({ border: 'east', inside: 'west' });
  });

  it('a little off the drawn coast belongs to the nearest unit, further out to none', async () => {
    await makeCurrent(await territories(schematic));
    const metre = 1 / 111_195;
    const off = (metres: number): LonLat => [23.05, 57.1 + metres * metre];
    const rows = [
      venue('jetty', at(off(toleranceMetres - 5))),
      venue('at-sea', at(off(toleranceMetres + 5))),
      venue('next-door', at([23.25, 57.05]), 'east'),
      venue('near-next-door', at([23.25, 57.1 + 20 * metre])),
    ];
    await makeCurrent(await venues(rows));
    const [placed] = await completePlacement(database.bulk);
    expect(placed?.rows).toEqual({ nearest: 1, outside: 1, neighbour: 2 });
    expect(await unitsOfVenues()).toEqual({
      jetty: 'west',
      'at-sea': null,
      'next-door': null,
      'near-next-door': null,
    });
  });
});

describe('a settlement and a cell', () => {
  it('go by what is stated and by the centre', async () => {
    await makeCurrent(await territories(official));
    const places = await begin('settlements');
    await writeSettlements(database.bulk, places, [
      settlement('stated', between, 'east'),
      settlement('silent', between, null),
    ]);
    await makeCurrent(places);
    const grid = await begin('population');
    const sea: LonLat = [23.05, 57.3];
    await writeCells(database.bulk, grid, [
      cell('1kmX448Y313', between, 'east'),
      cell('1kmX448Y314', sea, 'west'),
      cell('1kmX448Y315', [23.25, 57.05], 'east'),
    ]);
    await makeCurrent(grid);
    await completePlacement(database.bulk);
    const { items } = await createData(database.db).listSettlements(everything);
    expect(items.map(({ id, territoryId }) => [id, territoryId])).toEqual([
      ['silent', 'west'],
      ['stated', 'east'],
    ]);
    expect(await unitsOfCells()).toEqual({ '1kmX448Y313': 'west', '1kmX448Y314': null, '1kmX448Y315': null });
    const found = (await createData(database.db).listCells(everything)).items;
    // One in the sea is nobody's; one of the neighbour belongs to somebody else.
    expect(found.filter(({ isBeyond }) => isBeyond).map(({ id }) => id)).toEqual(['1kmX448Y314']);
  });
});

describe('placing', () => {
  it('passes over what has no places, and does nothing twice', async () => {
    const real = await territories(official);
    const [events, list] = [await begin('events'), await venues([venue('hall', at(between))])];
    expect(await placeAll(database.bulk, real, [events, list])).toHaveLength(1);
    expect(await placeAll(database.bulk, real, [events, list])).toEqual([]);
    expect(await completePlacement(database.bulk)).toEqual([]);
  });

  it('goes with either of its versions', async () => {
    const [real, model] = [await territories(official), await territories(schematic)];
    const [one, other] = [await venues([venue('a', at(between))]), await venues([venue('b', at(between))])];
    for (const version of [real, model]) await placeAll(database.bulk, version, [one, other]);
    const left = () => database.db.selectFrom('placement').selectAll().execute();
    expect(await left()).toHaveLength(4);
    await database.bulk.deleteFrom('dataset_version').where('id', '=', one).execute();
    expect(await left()).toHaveLength(2);
    await database.bulk.deleteFrom('dataset_version').where('id', '=', real).execute();
    expect((await left()).map((row) => [row.territories_version, row.version_id])).toEqual([[model, other]]);
  });

  it('finds every row of what ships where its source says', async () => {
    // Fresh, because the others have emptied theirs.
    const shipped = await openTestDatabase();
    try {
      await completePlacement(shipped.bulk);
      for (const table of ['venue', 'settlement', 'population_cell'] as const) {
        const { rows } = await sql<{ id: string; own: string; placed: string }>`
          select t.id, t.territory_id as own, p.territory_id as placed from ${sql.table(table)} t
          join placement p on p.version_id = t.version_id and p.row_id = t.id`.execute(shipped.db);
        expect(rows.length).toBeGreaterThan(100);
        expect(rows.filter(({ own, placed }) => own !== placed)).toEqual([]);
      }
    } finally {
      await shipped.drop();
    }
  });
});
