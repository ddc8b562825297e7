import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, embeddedDatabase, postgresDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { createVersionFiles } from '#server/db/queries/files.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { tables } from '#server/db/tables/index.ts';
import { dropAbandoned } from '#server/db/writes/versions.ts';
import { village } from '../core/osm/village.ts';
import { writeOsm } from '../core/osm/writer.ts';
import { oneMunicipality, syntheticAddresses } from '../official/addresses.ts';
import { writeVaris } from '../official/varis.ts';
import { onPostgres, openTestDatabase, root, type TestDatabase } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'culture-map-killed-'));
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
  await test.close();
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Streets of a village, with a wood and places that make two more datasets of the same import. */
const streets = (side: number): readonly string[] => {
  const path = join(folder, `${side}.osm.pbf`);
  writeFileSync(path, writeOsm(village(side)));
  return [path];
};

const addresses = (count: number): readonly string[] => {
  const place = join(folder, `varis-${count}`);
  mkdirSync(place, { recursive: true });
  const inSlampe = syntheticAddresses(count, oneMunicipality).map((address) => ({
    ...address,
    ...{ street: null, village: null, unit: 'Slampes pagasts', municipality: 'Tukuma novads' },
  }));
  return writeVaris(inSlampe, place);
};

/** Opened as a server opens it after a crash. */
async function reopened<T>(use: (database: Database) => Promise<T>): Promise<T> {
  if (onPostgres) {
    const database = postgresDatabase(test.place);
    return use(database).finally(() => database.close());
  }
  const lock = lockFolder(test.place, new Date());
  try {
    const database = embeddedDatabase(await openFolder(test.place, () => undefined));
    return await use(database).finally(() => database.close());
  } finally {
    lock.release();
  }
}

/** Everything that readers may see: the versions, their rows and the hashes of their files. */
async function seen(database: Database) {
  const versions = await readCurrentVersions(database.db);
  const files = createVersionFiles(database.db);
  const rows: Record<string, number> = {};
  for (const [name, columns] of Object.entries(tables)) {
    if (!('version_id' in columns)) continue;
    const found = await sql<{ n: number }>`
      select count(*)::int4 as n from ${sql.table(name)} t join dataset_version v on v.id = t.version_id
      where v.state = 'current'`.execute(database.db);
    rows[name] = found.rows[0]?.n ?? -1;
  }
  const hashes = await Promise.all(
    versions.flatMap(({ id }) => ['graph', 'timetable', 'zones'].map((name) => files.hash(id, name))),
  );
  return { versions, rows, hashes };
}

/** On PostgreSQL the server learns of a dead client in a moment, and rolls back what it had begun. */
const settled = async (database: Database): Promise<void> => {
  if (!onPostgres) return;
  for (let i = 0; i < 100; i += 1) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int4 as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`.execute(
      database.db,
    );
    if (rows[0]?.n === 0) return;
    await pause(100);
  }
};

const exited = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

/** Imports in a process that stands still at the moment, and kills it there. */
async function killAt(moment: string, source: string, files: readonly string[]): Promise<void> {
  const script = fileURLToPath(new URL('./stopped-import.ts', import.meta.url));
  const child = spawn(process.execPath, [script, test.place, moment, source, ...files], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    child.kill('SIGKILL');
  }
  await exited(child);
  expect(said).toEqual(['now']);
}

const abandoned = (database: Database) => dropAbandoned(database.bulk, new Date('2100-01-01'));

const killed = [
  {
    source: 'varis-addresses',
    table: 'address',
    datasets: ['addresses'],
    bring: () => addresses(12_000),
    // Reading and writing take turns: the version is begun before the first row is read.
    left: { reading: 1, writing: 1, built: 1, switching: 1 },
  },
  {
    source: 'osm',
    table: 'street_edge',
    datasets: ['landcover', 'settlements', 'streets'],
    bring: () => streets(70),
    left: { writing: 1, built: 3, switching: 3 },
  },
];

describe.each(killed)('an import of $source that is killed', ({ source, table, datasets, bring, left }) => {
  it.each(Object.entries(left))(
    '%s leaves the old versions serving, and is swept up',
    async (moment, count) => {
      const before = await reopened(seen);
      await killAt(moment, source, bring());
      await reopened(async (database) => {
        await settled(database);
        expect(await seen(database)).toEqual(before);
        expect(await abandoned(database)).toBe(count);
        expect(await seen(database)).toEqual(before);
      });
    },
    120_000,
  );

  it('right after the commit leaves the new versions serving, whole', async () => {
    const before = await reopened(seen);
    await killAt('committed', source, bring());
    await reopened(async (database) => {
      const after = await seen(database);
      const made = after.versions.filter(({ sourceName }) => sourceName === source);
      expect(made.map(({ dataset }) => dataset)).toEqual(datasets);
      expect(after.versions.filter(({ sourceName }) => sourceName !== source)).toEqual(
        before.versions.filter(({ id }) => after.versions.some((one) => one.id === id)),
      );
      expect(after.rows[table]).toBe(made.at(-1)?.rowCount);
      expect(await abandoned(database)).toBe(0);
    });
  }, 120_000);
});

describe('the command, killed while it imports', () => {
  it.each([1500, 4000])(
    'after %i ms leaves one whole state or the other',
    async (ms) => {
      const before = await reopened(seen);
      const list = `after-${ms}`;
      const args = ['server/geodata.ts', 'import', 'varis-addresses', ...addresses(12_000), '--list', list];
      const settings = onPostgres
        ? { DATABASE_URL: test.place, DATA_DIR: folder }
        : { DATA_DIR: test.place, DATABASE_URL: '' };
      const child = spawn(process.execPath, args, {
        cwd: root,
        env: { ...process.env, ...settings },
        stdio: 'ignore',
      });
      await Promise.race([pause(ms), exited(child)]);
      child.kill('SIGKILL');
      await exited(child);
      await reopened(async (database) => {
        await settled(database);
        const after = await seen(database);
        const isDone =
          after.versions.length > before.versions.length || after.rows.address !== before.rows.address;
        if (!isDone) expect(after).toEqual(before);
        const [latest] = after.versions.filter(({ dataset }) => dataset === 'addresses');
        expect(after.rows.address).toBe(latest?.rowCount ?? 0);
        await abandoned(database);
        expect(await seen(database)).toEqual(after);
      });
    },
    120_000,
  );
});
