import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { startVersion, switchOver, type VersionHeader } from '#server/db/writes/versions.ts';
import { importShipped } from '#server/import/shipped/shipped.ts';
import { openTestDatabase, shippedSource, type TestDatabase, testClock } from './harness.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const now = testClock.now();
const grid = (list: string): VersionHeader => ({
  ...{ dataset: 'population', list, title: list, source: 'test', licence: 'CC0', retrievedAt: '2026-01-01' },
  ...{ fileHash: list, rowCount: 0, counts: null, warnings: [], isModel: false },
  ...{ sourceName: 'population', standsAlone: true },
});
const currentGrids = async () =>
  (await readCurrentVersions(database.db))
    .filter(({ dataset }) => dataset === 'population')
    .map(({ list }) => list);

describe('two that switch over at the same time', () => {
  it('leave one grid of residents current, never two beside each other', async () => {
    const ids = await Promise.all(
      ['a', 'b', 'c', 'd'].map((list) => startVersion(database.bulk, grid(list), now)),
    );
    await Promise.all(ids.map((id) => switchOver(database.bulk, [id], now)));
    expect(await currentGrids()).toHaveLength(1);
  });

  it('do not let what ships take the place of what was brought while it was built', async () => {
    const empty = await openTestDatabase();
    await empty.bulk.deleteFrom('dataset_version').execute();
    try {
      let brought = Promise.resolve();
      await importShipped(empty, shippedSource, now, (dataset) => {
        if (dataset !== 'streets') return;
        brought = startVersion(empty.bulk, grid('official'), now).then((id) =>
          switchOver(empty.bulk, [id], now),
        );
      });
      await brought;
      const lists = (await readCurrentVersions(empty.db)).map(({ dataset, list }) => `${dataset}/${list}`);
      expect(lists).toContain('population/official');
      expect(lists).toContain('streets/shipped');
      expect(lists).not.toContain('population/shipped');
    } finally {
      await empty.drop();
    }
  });
});
