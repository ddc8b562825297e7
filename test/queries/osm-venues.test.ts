import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { osmVenues } from '#server/import/osm-venues.ts';
import { kindOfTags } from '#server/import/venue/osm-venues-kind.ts';
import { type Content, writeOsm } from '../core/osm/writer.ts';
import { openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-osm-venues-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const read = async (content: Content | Uint8Array, region = tukums) => {
  const path = join(folder, 'extract.osm.pbf');
  writeFileSync(
    path,
    content instanceof Uint8Array ? content : writeOsm(content, { timestamp: 1_780_000_000 }),
  );
  const found = await osmVenues(
    { database, region, clock: testClock },
    [{ name: 'extract.osm.pbf', path }],
    'osm',
  );
  const [venues] = found.contents;
  if (venues?.dataset !== 'venues' || found.findings === undefined) throw new Error('no venues');
  return { ...found, rows: venues.rows, said: found.findings.list(), counts: found.findings.counts };
};

const slampe = { lon: 23.2949, lat: 56.8473 };
const square = (first: number, side: number) =>
  [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
  ].map(([east = 0, north = 0], i) => ({ id: first + i, lon: slampe.lon + east, lat: slampe.lat + north }));

const world: Content = {
  nodes: [
    {
      id: 1,
      ...slampe,
      tags: {
        amenity: 'library',
        name: 'Slampes  bibliotēka',
        'name:en': 'Slampe Library',
        opening_hours: 'Tu-Fr 09:00-17:00',
        wheelchair: 'limited',
        'toilets:wheelchair': 'yes',
        hearing_loop: 'no',
        website: 'tukums.lv/slampe',
        capacity: '40',
        operator: 'Tukuma novada pašvaldība',
        'addr:housename': 'Pagastmāja',
        'addr:city': 'Slampe',
        'addr:postcode': 'LV-3119',
        'ref:isil': 'LV-SLB',
      },
    },
    { id: 2, ...slampe, tags: { amenity: 'cinema' } },
    { id: 3, lon: 23.6, lat: 56.65, tags: { amenity: 'library', name: 'Jelgavas novadā' } },
    { id: 4, lon: 24.1, lat: 56.95, tags: { amenity: 'library', name: 'Rīgā' } },
    { id: 5, ...slampe, tags: { amenity: 'place_of_worship', name: 'Baznīca' } },
    { id: 6, ...slampe, tags: { amenity: 'place_of_worship', name: 'Koncertbaznīca', concerts: 'yes' } },
    { id: 7, ...slampe, tags: { tourism: 'museum', name: 'Muzejs', url: 'nav', capacity: 'daudz' } },
    { id: 8, ...slampe, tags: { amenity: 'pub', name: 'Krogs' } },
    ...square(11, 0.0004),
    ...square(21, 0.01),
  ],
  ways: [
    {
      id: 31,
      refs: [11, 12, 13, 14, 11],
      tags: { amenity: 'community_centre', name: 'Slampes kultūras pils', building: 'yes' },
    },
    { id: 32, refs: [21, 22, 23, 24, 21] },
  ],
  relations: [
    {
      id: 41,
      tags: { type: 'multipolygon', amenity: 'marketplace', name: 'Tirgus' },
      members: [['way', 32, 'outer']],
    },
    {
      id: 42,
      tags: { type: 'multipolygon', amenity: 'theatre', name: 'Tukšs' },
      members: [['way', 99, 'outer']],
    },
  ],
};

describe('places of culture of an extract', () => {
  it('are those of the region that have a name and are places of culture', async () => {
    const { rows, said, counts, licence, retrievedAt, source } = await read(world);
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      ['osm-node-1', 'library'],
      ['osm-node-6', 'church'],
      ['osm-node-7', 'museum'],
      ['osm-relation-41', 'market'],
      ['osm-way-31', 'culture-centre'],
    ]);
    expect(said.map(({ code, values }) => [code, values.what ?? values.count])).toEqual([
      ['osm-no-position', 'relation 42'],
      ['osm-nameless', 'node 2'],
      ['osm-url-unusable', 'node 7'],
      ['rows-elsewhere', 1],
      ['same-place-suggested', 2],
    ]);
    expect(counts).toEqual({ read: 8, kept: 5, corrected: 0, dropped: 3 });
    expect({ licence, retrievedAt, source }).toEqual({
      licence: 'ODbL 1.0',
      retrievedAt: '2026-05-28',
      source: '© OpenStreetMap contributors',
    });
  });

  it('tell what is mapped and nothing more', async () => {
    const { rows } = await read(world);
    expect(rows[0]).toEqual({
      id: 'osm-node-1',
      list: 'osm',
      nameLv: 'Slampes bibliotēka',
      nameEn: 'Slampe Library',
      kind: 'library',
      subtype: null,
      sectors: ['literature', 'community'],
      territoryId: 'slampes-pagasts',
      settlement: 'Slampe',
      address: 'Pagastmāja, Slampe, LV-3119',
      position: {
        state: 'exact',
        lonLat: [23.2949, 56.8473],
        accuracyMetres: 20,
        method: 'as mapped (node)',
      },
      status: 'open',
      closedOn: null,
      capacity: 40,
      openingHours: 'Tu-Fr 09:00-17:00',
      physicalAccess: {
        stepFreeEntrance: 'partly',
        accessibleToilet: 'yes',
        disabledParking: 'not-stated',
        hearingLoop: 'no',
      },
      url: 'https://tukums.lv/slampe',
      note: 'operator: Tukuma novada pašvaldība',
      isil: 'LV-SLB',
      source: '© OpenStreetMap contributors',
      confidence: 'as mapped',
      isModel: false,
    });
    expect(rows[2]).toMatchObject({ url: null, capacity: null, openingHours: null });
  });

  it('know how exactly they lie: a market of a kilometre is not a door', async () => {
    const { rows } = await read(world);
    const [hall, market] = [rows[4]?.position, rows[3]?.position];
    expect(hall).toMatchObject({ state: 'exact', accuracyMetres: 25, method: 'centre of the mapped area' });
    expect(market).toMatchObject({ state: 'approximate', lonLat: [23.2999, 56.8523] });
  });

  it.each([
    [{ amenity: 'library;community_centre' }, 'library', null],
    [{ amenity: 'theatre' }, 'theatre', null],
    [{ amenity: 'theatre', 'theatre:type': 'open_air' }, 'open-air-stage', null],
    [{ leisure: 'bandstand' }, 'open-air-stage', null],
    [{ amenity: 'arts_centre' }, 'culture-centre', 'arts-centre'],
    [{ amenity: 'music_school' }, 'culture-school', 'music'],
    [{ tourism: 'gallery' }, 'gallery', null],
  ])('%j are %s', (tags, kind, subtype) => {
    expect(kindOfTags(new Map(Object.entries(tags)))).toEqual({ kind, subtype });
  });

  it('refuse a file that is none, is cut, or holds nothing of the region', async () => {
    const refused = async (content: Content | Uint8Array) => {
      const error = await read(content).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(Problem);
      return (error as Problem).faults[0];
    };
    expect(await refused(new TextEncoder().encode('nav kartes'))).toMatchObject({ field: 'extract.osm.pbf' });
    const whole = writeOsm(world);
    expect(await refused(whole.subarray(0, whole.length - 20))).toMatchObject({ field: 'extract.osm.pbf' });
    expect(await refused({ nodes: [{ id: 1, ...slampe, tags: { amenity: 'pub' } }] })).toMatchObject({
      fault: 'missing',
    });
  });
});
