import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { readConfig } from '#server/config.ts';
import { openPostgres, postgresDatabase } from '#server/db/database.ts';
import { onPostgres, openTestDatabase, type TestDatabase } from './harness.ts';

describe('an address of no database', () => {
  it.each([
    'postgres://reader:hunter2@127.0.0.1:1/map',
    'postgres://reader:hunter2@no-such-host.invalid/map',
  ])('%s is told without its password', async (url) => {
    const problem = await openPostgres(url, () => undefined).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'database-unreachable' });
    expect(JSON.stringify({ ...(problem as Problem) })).not.toContain('hunter2');
    expect(String((problem as Problem).values.detail)).not.toBe('');
  });
});

describe('settings', () => {
  it('have defaults', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '.data',
      databaseUrl: null,
      region: 'tukums',
      logLevel: 'info',
    });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['REGION', '../etc'],
    ['DATABASE_URL', 'mysql://root:hunter2@host/db'],
  ])('that do not fit are named: %s=%s', (name, value) => {
    try {
      readConfig({ [name]: value });
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-config', values: { name } });
      expect(JSON.stringify({ ...(error as Problem) })).not.toContain('hunter2');
      return;
    }
    throw new Error('the setting was accepted');
  });
});

describe.runIf(onPostgres)('PostgreSQL', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.drop());

  it('ends a stuck query as the embedded database does', async () => {
    const impatient = postgresDatabase(test.place, 300);
    await expect(sql`select pg_sleep(5)`.execute(impatient.db)).rejects.toMatchObject({ code: 'timeout' });
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(impatient.db);
    expect(rows).toEqual([{ one: 1 }]);
    await impatient.close();
  });

  it('is unavailable for a moment when it drops a connection, and goes on', async () => {
    const database = postgresDatabase(test.place);
    const killed = sql`select pg_terminate_backend(pg_backend_pid())`.execute(database.db);
    await expect(killed).rejects.toMatchObject({ code: 'unavailable' });
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database.db);
    expect(rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('refuses more requests than its waiting line holds', async () => {
    const database = postgresDatabase(test.place);
    const all = Array.from({ length: 260 }, () => sql`select pg_sleep(0.02)`.execute(database.db));
    const results = await Promise.allSettled(all);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBe(260 - 10 - 200);
    expect(refused.every(({ reason }) => (reason as Problem).code === 'unavailable')).toBe(true);
    await database.close();
  });
});
