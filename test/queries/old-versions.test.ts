import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, embeddedDatabase } from '#server/db/database.ts';
import { Keeper } from '#server/db/embedded/keeper.ts';
import { readVersionRecords } from '#server/db/queries/versions.ts';
import { migrations } from '../../migrations/index.ts';
import { onPostgres } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'culture-map-old-versions-'));
let database: Database;
const migrator = () =>
  new Migrator({ db: database.bulk, provider: { getMigrations: async () => ({ ...migrations }) } });
beforeAll(async () => {
  if (!onPostgres) database = embeddedDatabase(await Keeper.open(join(folder, 'database')));
}, 120_000);
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a database of the version before holds: dataset, list, state, day and warnings. */
const old = [
  ['venues', 'shipped', 'current', '2026-11-01', ['two places without a point', 'another']],
  ['venues', 'mine', 'past', '2026-11-02', []],
  ['streets', 'shipped', 'past', '2026-11-01', []],
  ['streets', 'osm', 'past', '2026-11-03', []],
  ['landcover', 'osm', 'past', '2026-11-03', []],
  ['streets', 'osm', 'current', '2026-11-04', []],
  ['timetable', 'buses', 'current', '2026-11-05', []],
] as const;

// The statements are those of both databases; an empty database to begin with is at hand only here.
it.skipIf(onPostgres)(
  'versions of a database from before keep what they were',
  async () => {
    const { error } = await migrator().migrateTo('0004-real-travel');
    expect(error).toBeUndefined();
    for (const [dataset, list, state, day, warnings] of old) {
      await sql`insert into dataset_version (dataset, list, title, source, licence, retrieved_at, file_hash, row_count,
      warnings, is_model, state, started_at, imported_at)
      values (${dataset}, ${list}, '', '', '', ${day}::date, ${`${list}-${day}`}, 1, ${JSON.stringify(warnings)}::jsonb,
        false, ${state}, ${`${day}T00:00:00Z`}::timestamptz, ${`${day}T00:00:00Z`}::timestamptz)`.execute(
        database.bulk,
      );
    }
    expect((await migrator().migrateToLatest()).error).toBeUndefined();
    const records = await readVersionRecords(database.db);
    const told = records.map(({ dataset, list, state, sourceName, standsAlone }) =>
      [dataset, list, state, sourceName, standsAlone].join(' '),
    );
    expect(told.toReversed()).toEqual([
      'venues shipped current shipped false',
      'venues mine past venues false',
      // Its graph went when it was replaced: it cannot be gone back to, and what shipped is loaded again.
      'streets osm forgotten osm true',
      'landcover osm past osm true',
      'streets osm current osm true',
      'timetable buses current gtfs true',
    ]);
    expect(records.at(-1)?.warnings).toEqual([
      { lv: 'two places without a point', en: 'two places without a point' },
      { lv: 'another', en: 'another' },
    ]);
    const imports = Map.groupBy(records, ({ importId }) => importId);
    expect([...imports.values()].map((made) => made.map(({ dataset }) => dataset))).toContainEqual([
      'landcover',
      'streets',
    ]);
  },
  120_000,
);
