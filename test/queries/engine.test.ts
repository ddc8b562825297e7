import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetName } from '#core/place/provenance.ts';
import { decodeGraph } from '#core/roads/file.ts';
import { decodeTimetable } from '#core/transit/file.ts';
import type { FigureStore } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { createEngineData, type EngineData } from '#server/db/queries/engine.ts';
import { createFigureStore } from '#server/db/queries/figures.ts';
import { everything, openTestDatabase, type TestDatabase } from './harness.ts';

let database: TestDatabase;
let data: EngineData;
let store: FigureStore;
beforeAll(async () => {
  database = await openTestDatabase();
  data = createEngineData(database.db);
  store = createFigureStore(database.db);
});
afterAll(() => database.drop());

describe('what the engine reads', () => {
  const versionOf = async (dataset: DatasetName) =>
    (await data.currentVersions()).find((version) => version.dataset === dataset)?.id ?? -1;

  it('is a graph of the roads that are drawn', async () => {
    const bytes = await data.files.read(await versionOf('streets'), 'graph');
    const { edgeCount } = decodeGraph(bytes ?? new Uint8Array(0));
    const { numberMatched } = await createData(database.db).listRoads({ ...everything, limit: 1 });
    expect(edgeCount).toBeGreaterThan(100);
    expect(edgeCount).toBe(numberMatched);
  });

  it('is a timetable, and zones of on-demand transport', async () => {
    const bytes = await data.files.read(await versionOf('timetable'), 'timetable');
    const timetable = decodeTimetable(bytes ?? new Uint8Array(0));
    const counts = new Map((await data.currentVersions()).map((v) => [v.dataset, v.rowCount]));
    expect(timetable.tripCount).toBe(counts.get('timetable'));
    expect(timetable.timeZone).toBe('Europe/Riga');
    const zones = await data.files.read(await versionOf('on-demand'), 'zones');
    expect(JSON.parse(Buffer.from(zones ?? []).toString('utf8'))).toHaveLength(counts.get('on-demand') ?? -1);
  });

  it('is told from another by the hash of its files', async () => {
    const version = await versionOf('streets');
    const bytes = await data.files.read(version, 'graph');
    const hash = createHash('sha256')
      .update(bytes ?? new Uint8Array(0))
      .digest('hex');
    expect(await data.files.hash(version, 'graph')).toBe(hash);
    expect(await data.files.hash(version, 'nothing')).toBeNull();
    expect(await data.files.read(version, 'nothing')).toBeNull();
  });

  it('is whole', async () => {
    const counts = new Map((await data.currentVersions()).map((v) => [v.dataset, v.rowCount]));
    expect(await data.readCells()).toHaveLength(counts.get('population') ?? -1);
    expect(await data.readVenues()).toHaveLength(counts.get('venues') ?? -1);
    expect(await data.readTerritories()).toHaveLength(counts.get('territories') ?? -1);
  });
});

describe('figures', () => {
  const figure = {
    id: 'abc',
    createdAt: '2026-07-10T09:00:00.000Z',
    specification: { z: 1, a: ['ā', null] },
    summary: { title: { lv: '', en: '' }, isModel: false, basis: '' },
    frozen: { rows: [1, 2] },
    svgLv: '<svg>ā</svg>',
    svgEn: '<svg/>',
  };

  it('are kept as they were saved first, order of keys included', async () => {
    await store.save(figure);
    await store.save({ ...figure, svgEn: 'changed' });
    const found = await store.find('abc');
    expect(found).toEqual(figure);
    expect(JSON.stringify(found?.specification)).toBe(JSON.stringify(figure.specification));
    expect(await store.find('none')).toBeNull();
  });

  it('are listed newest first', async () => {
    await store.save({ ...figure, id: 'later', createdAt: '2026-07-11T09:00:00.000Z' });
    expect((await store.list(10)).map(({ id }) => id)).toEqual(['later', 'abc']);
    expect(await store.list(1)).toHaveLength(1);
  });
});
