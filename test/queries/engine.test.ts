import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureStore } from '#server/context.ts';
import { createEngineData, type EngineData } from '#server/db/queries/engine.ts';
import { createFigureStore } from '#server/db/queries/figures.ts';
import { openTestDatabase, type TestDatabase } from './harness.ts';

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
  it('is a network whose edges join its nodes', async () => {
    const { nodes, edges } = await data.readNetwork();
    const known = new Set(nodes.map(({ id }) => id));
    expect(edges.length).toBeGreaterThan(100);
    expect(edges.filter(({ from, to }) => !known.has(from) || !known.has(to))).toEqual([]);
    const [edge] = edges;
    const start = nodes.find(({ id }) => id === edge?.from);
    expect(edge?.line[0]).toEqual(start?.lonLat);
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
