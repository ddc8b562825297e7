import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { createFigureStore } from '#server/db/queries/figures.ts';
import { onPostgres, openTestDatabase, type TestDatabase } from './harness.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  // The embedded folder has one owner: here it is the writer.
  if (!onPostgres) await database.close();
});
afterAll(() => database.drop());

/** Lets a writer commit for a while and kills it without warning; returns the rows it said were committed. */
const writeAndKill = async (from: number, forMs: number): Promise<readonly number[]> => {
  const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));
  const child = spawn(process.execPath, [writer, database.place, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const committed: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), forMs);
    else committed.push(Number(line));
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return committed;
};

const readIds = async (): Promise<readonly string[]> => {
  if (onPostgres) return (await createFigureStore(database.db).list(100_000)).map(({ id }) => id);
  const lock = lockFolder(database.place, new Date());
  const reopened = embeddedDatabase(await openFolder(database.place, () => undefined));
  const rows = await createFigureStore(reopened.db).list(100_000);
  await reopened.close();
  lock.release();
  return rows.map(({ id }) => id);
};

describe('kill -9 during writes', () => {
  // On PostgreSQL the client is killed: the server is not ours and keeps what it committed.
  it('loses no committed row, three times in a row', async () => {
    const committed: number[] = [];
    for (const forMs of [150, 400, 800]) {
      committed.push(...(await writeAndKill((committed.at(-1) ?? -1) + 2, forMs)));
    }
    expect(committed.length).toBeGreaterThan(10);
    const found = new Set(await readIds());
    expect(committed.filter((i) => !found.has(`row-${i}`))).toEqual([]);
  }, 90_000);
});
