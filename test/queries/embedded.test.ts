import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { type Database, embeddedDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { Gate } from '#server/db/embedded/gate.ts';
import { Keeper } from '#server/db/embedded/keeper.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { onPostgres, openTestDatabase, root, type TestDatabase } from './harness.ts';

/** What only the embedded database has: its folder, its lock, its thread. */
describe.skipIf(onPostgres)('embedded database', () => {
  let test: TestDatabase;
  let keeper: Keeper;
  let database: Database;
  beforeAll(async () => {
    test = await openTestDatabase();
    await test.close();
    keeper = await Keeper.open(join(test.place, 'database'));
    database = embeddedDatabase(keeper, 700);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  const slow = sql`select count(*) from generate_series(1, 100000000) a, generate_series(1, 100) b`;
  const countRows = async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from scratch`.execute(database.db);
    return rows[0]?.n;
  };

  it('ends a stuck query, keeps what was committed and goes on', async () => {
    await sql`create table scratch (n int)`.execute(database.bulk);
    await sql`insert into scratch values (1), (2)`.execute(database.db);
    const life = keeper.lifeNumber;
    await expect(slow.execute(database.db)).rejects.toMatchObject({ code: 'timeout' });
    expect(await countRows()).toBe(2);
    expect(keeper.lifeNumber).toBe(life + 1);
  });

  it('rolls a transaction back whole when a query in it is stuck', async () => {
    const work = database.db.transaction().execute(async (trx) => {
      await sql`insert into scratch values (3)`.execute(trx);
      await slow.execute(trx).catch(() => undefined);
      // The connection is lost: this must not run outside the transaction.
      await sql`insert into scratch values (4)`.execute(trx);
    });
    await expect(work).rejects.toBeInstanceOf(Problem);
    expect(await countRows()).toBe(2);
  });

  it('does not stop the thread of the server while a query runs', async () => {
    // On a thread that is held, the timer would fire once at the end; how often it fires says nothing else.
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await sql`select sum(sqrt(i)) from generate_series(1, 1500000) i`.execute(database.bulk);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });

  it('never lets a query slip into the transaction of another', async () => {
    const order: string[] = [];
    const transaction = database.db.transaction().execute(async (trx) => {
      await sql`insert into scratch values (5)`.execute(trx);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('inside');
      throw new Error('roll back');
    });
    const beside = sql`insert into scratch values (6)`.execute(database.db).then(() => order.push('beside'));
    await expect(transaction).rejects.toThrow('roll back');
    await beside;
    expect(order).toEqual(['inside', 'beside']);
    const { rows } = await sql<{ n: number }>`select n from scratch order by n`.execute(database.db);
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 6]);
  });

  it('tries again when its folder did not open once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'culture-map-reopen-'));
    cpSync(join(test.place, 'database'), folder, { recursive: true });
    const pauseMs = 50;
    const stuck = await Keeper.open(folder, null, pauseMs);
    const again = embeddedDatabase(stuck, 700);
    const version = readFileSync(join(folder, 'PG_VERSION'));
    rmSync(join(folder, 'PG_VERSION'));
    await expect(slow.execute(again.db)).rejects.toMatchObject({ code: 'timeout' });
    await expect(sql`select 1`.execute(again.db)).rejects.toMatchObject({ code: 'unavailable' });
    expect(existsSync(join(folder, 'PG_VERSION'))).toBe(false);
    writeFileSync(join(folder, 'PG_VERSION'), version);
    await new Promise((resolve) => setTimeout(resolve, 2 * pauseMs));
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(again.db);
    expect(rows).toEqual([{ one: 1 }]);
    await again.close();
    rmSync(folder, { recursive: true });
  });

  it('says what the database says, with its code', async () => {
    await expect(sql`select 1 / 0`.execute(database.db)).rejects.toMatchObject({ code: '22012' });
    await expect(sql`select * from nowhere`.execute(database.db)).rejects.toMatchObject({ code: '42P01' });
  });

  it('tells a commit that became a rollback', async () => {
    const work = database.db.transaction().execute(async (trx) => {
      await sql`insert into scratch values (7)`.execute(trx);
      await sql`select 1 / 0`.execute(trx).catch(() => undefined);
    });
    await expect(work).rejects.toThrow();
    expect(await countRows()).toBe(3);
  });

  it('believes an empty answer only while its canary sings', async () => {
    const { rows } = await sql`select 1 where false`.execute(database.db);
    expect(rows).toEqual([]);
    // Deep nesting overruns the stack of the database: either it says so, or it falls silent and is reopened.
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    await sql`select ${deep}::jsonb`.execute(database.db).then(
      () => {
        throw new Error('an answer that cannot be true was believed');
      },
      (error: unknown) => expect(error).toBeInstanceOf(Error),
    );
    expect(await countRows()).toBe(3);
  });
});

describe('the waiting line', () => {
  it('is served in order and has an end', async () => {
    const gate = new Gate(2, 1_000);
    const order: string[] = [];
    await gate.enter();
    const waiting = ['first', 'second'].map((name) => gate.enter().then(() => order.push(name)));
    await expect(gate.enter()).rejects.toMatchObject({ code: 'unavailable' });
    gate.leave();
    gate.leave();
    await Promise.all(waiting);
    expect(order).toEqual(['first', 'second']);
  });

  it('does not wait for ever, and who gave up is not served', async () => {
    const gate = new Gate(2, 20);
    await gate.enter();
    await expect(gate.enter()).rejects.toMatchObject({ code: 'unavailable' });
    gate.leave();
    await gate.enter();
  });
});

describe.skipIf(onPostgres)('data folder', () => {
  let whole: TestDatabase;
  const folders: string[] = [];
  beforeAll(async () => {
    whole = await openTestDatabase();
    await whole.close();
  });
  afterAll(async () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    await whole.drop();
  });

  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'culture-map-folder-'));
    folders.push(folder);
    return folder;
  };
  const copyOf = () => {
    const folder = newFolder();
    cpSync(join(whole.place, 'database'), join(folder, 'database'), { recursive: true });
    return folder;
  };
  const sizes = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return `${path} ${statSync(path).size}`;
      })
      .sort();

  it('has one owner; the second is told who and since when', async () => {
    const folder = newFolder();
    const since = new Date('2026-07-10T09:00:00Z');
    const lock = lockFolder(folder, since);
    const code = `import { lockFolder } from '#server/db/embedded/lock.ts';
      try { lockFolder(${JSON.stringify(folder)}, new Date()); } catch (error) {
        process.stdout.write(JSON.stringify({ code: error.code, values: error.values })); }`;
    const other = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code], { cwd: root });
    expect(JSON.parse(other.stdout.toString())).toEqual({
      code: 'folder-in-use',
      values: { folder, pid: process.pid, since: since.toISOString() },
    });
    expect(() => lockFolder(folder, since)).toThrow(Problem);
    lock.release();
    lockFolder(folder, since).release();
  });

  it('keeps the key to itself', () => {
    const folder = newFolder();
    const lock = lockFolder(folder, new Date());
    lock.announce('http://127.0.0.1:1');
    expect(statSync(join(folder, 'holder.json')).mode & 0o077).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8'))).toMatchObject({
      pid: process.pid,
      url: 'http://127.0.0.1:1',
      token: lock.holder.token,
    });
    lock.release();
    expect(existsSync(join(folder, 'holder.json'))).toBe(false);
  });

  it('is free again when its owner was killed', async () => {
    const folder = newFolder();
    const code = `import { lockFolder } from '#server/db/embedded/lock.ts';
      lockFolder(${JSON.stringify(folder)}, new Date());
      process.stdout.write('locked'); setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], { cwd: root });
    await once(owner.stdout, 'data');
    expect(() => lockFolder(folder, new Date())).toThrow(Problem);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    lockFolder(folder, new Date()).release();
  });

  const damages: readonly (readonly [string, (database: string) => void])[] = [
    ['no version file', (database) => rmSync(join(database, 'PG_VERSION'))],
    ['no control file', (database) => rmSync(join(database, 'global/pg_control'))],
    ['a cut control file', (database) => truncateSync(join(database, 'global/pg_control'), 100)],
    ['no write-ahead log', (database) => rmSync(join(database, 'pg_wal'), { recursive: true })],
    [
      'nothing in it',
      (database) => {
        rmSync(database, { recursive: true });
        mkdirSync(database);
      },
    ],
    [
      'a garbled control file',
      (database) => writeFileSync(join(database, 'global/pg_control'), Buffer.alloc(8192, 7)),
    ],
    ['another version', (database) => writeFileSync(join(database, 'PG_VERSION'), '9\n')],
  ];

  it.each(damages)('with %s is called damaged and is left as it was', async (_, damage) => {
    const folder = copyOf();
    damage(join(folder, 'database'));
    const before = sizes(folder);
    await expect(openFolder(folder, () => undefined)).rejects.toMatchObject({
      code: 'folder-damaged',
      values: { folder: join(folder, 'database') },
    });
    expect(sizes(folder)).toEqual(before);
  });

  it('left half-made by a killed first start is made anew', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'making-abc/database/base'), { recursive: true });
    writeFileSync(join(folder, 'making-abc/database/PG_VERSION'), '18\n');
    const steps: string[] = [];
    const keeper = await openFolder(folder, (step) => steps.push(step));
    await keeper.close();
    expect(steps).toEqual(['creating', 'opening']);
    expect(readdirSync(folder)).toEqual(['database']);
  }, 120_000);
});
