import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, embeddedDatabase, postgresDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { Keeper } from '#server/db/embedded/keeper.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { type JobQueue, openJobs } from '#server/db/jobs.ts';
import { createFigureStore } from '#server/db/queries/figures.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { onPostgres, openTestDatabase, root, type TestDatabase } from './harness.ts';

let test: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-backup-'));
const file = join(folder, 'backup');
beforeAll(async () => {
  test = await openTestDatabase();
  if (!onPostgres) await test.close();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.drop();
});

const backup = (...options: string[]) => {
  const settings = onPostgres ? { DATABASE_URL: test.place } : { DATA_DIR: test.place, DATABASE_URL: '' };
  const env = { ...process.env, ...settings };
  const script = join(root, 'server/backup.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, ...options], { env, cwd: root });
  return { status, said: stderr.toString() };
};

const using = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const database = onPostgres
    ? postgresDatabase(test.place)
    : embeddedDatabase(await Keeper.open(join(test.place, 'database')));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};

const figure = (id: string) => ({
  id,
  createdAt: '2026-07-10T09:00:00.000Z',
  specification: {},
  summary: { title: { lv: '', en: '' }, isModel: false, basis: '' },
  frozen: {},
  svgLv: '',
  svgEn: '',
});
const figures = ({ db }: Database) =>
  createFigureStore(db)
    .list(10)
    .then((list) => list.map(({ id }) => id));

/**
 * What waits in the queue of jobs is what waited at the backup, or on PostgreSQL nothing: what was made later must
 * not count for data of before.
 */
const withJobs = async <T>(database: Database, work: (queue: JobQueue) => Promise<T>): Promise<T> => {
  const queue = await openJobs(database, ['jobs'], (error) => {
    throw error;
  });
  try {
    return await work(queue);
  } finally {
    await queue.close();
  }
};

describe('backup and restore', () => {
  it('bring the database back as it was', async () => {
    const versions = await using(async (database) => {
      await createFigureStore(database.db).save(figure('kept'));
      await withJobs(database, (queue) => queue.send('jobs', 'kept'));
      return readCurrentVersions(database.db);
    });
    expect(backup('save', file)).toEqual({ status: 0, said: '' });
    await using(async (database) => {
      await createFigureStore(database.db).save(figure('later'));
      await withJobs(database, async (queue) => {
        await queue.take('jobs');
        await queue.send('jobs', 'later');
      });
      expect(await figures(database)).toEqual(['kept', 'later']);
    });

    const refused = backup('restore', file);
    expect(refused.status).toBe(1);
    expect(refused.said).toContain('--overwrite');
    expect(await using(figures)).toEqual(['kept', 'later']);

    expect(backup('restore', file, '--overwrite')).toEqual({ status: 0, said: '' });
    await using(async (database) => {
      expect(await figures(database)).toEqual(['kept']);
      expect(await readCurrentVersions(database.db)).toEqual(versions);
      await withJobs(database, async (queue) => {
        expect(await queue.state('jobs', 'later')).toEqual({ state: 'none' });
        const kept = onPostgres ? { state: 'none' } : { state: 'waiting', reason: null };
        expect(await queue.state('jobs', 'kept')).toEqual(kept);
        await queue.send('jobs', 'kept');
        const job = await queue.take('jobs');
        if (job !== null) await queue.complete('jobs', job);
        expect(await queue.state('jobs', 'kept')).toEqual({ state: 'completed' });
      });
    });
  }, 120_000);

  it('keep what is there when the file is none of theirs', async () => {
    const bad = join(folder, 'bad');
    writeFileSync(bad, Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    expect(backup('restore', bad, '--overwrite').status).toBe(1);
    expect(backup('restore', join(folder, 'none'), '--overwrite').status).toBe(1);
    expect(await using(figures)).toEqual(['kept']);
  }, 120_000);

  describe.skipIf(onPostgres)('killed between its two renames', () => {
    const current = () => join(test.place, 'database');
    const replaced = () => join(test.place, 'replaced');

    it('leaves a database that the next start takes back', async () => {
      renameSync(current(), replaced());
      const steps: string[] = [];
      await (await openFolder(test.place, (step) => steps.push(step))).close();
      expect(steps).toEqual(['bringing-back', 'opening']);
      expect(await using(figures)).toEqual(['kept']);
    }, 120_000);

    it('leaves a database that the next restore does not overlook', () => {
      renameSync(current(), replaced());
      const refused = backup('restore', file);
      expect(refused.said).toContain('--overwrite');
      expect(existsSync(replaced())).toBe(false);
    });

    it('does not stand in the way of the next restore', async () => {
      cpSync(current(), replaced(), { recursive: true });
      expect(backup('restore', file, '--overwrite')).toEqual({ status: 0, said: '' });
      expect(existsSync(replaced())).toBe(false);
      expect(await using(figures)).toEqual(['kept']);
    }, 120_000);
  });

  it.skipIf(onPostgres)('leave a folder alone that somebody holds', () => {
    const lock = lockFolder(test.place, new Date());
    const refused = backup('save', file);
    lock.release();
    expect(refused.status).toBe(1);
    expect(refused.said).toContain(String(process.pid));
  });
});
