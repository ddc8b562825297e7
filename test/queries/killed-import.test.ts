import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, embeddedDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { createData } from '#server/db/queries/data.ts';
import { createVersionFiles } from '#server/db/queries/files.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { dropAbandoned } from '#server/db/writes/versions.ts';
import { everything, onPostgres, openTestDatabase, type TestDatabase } from './harness.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.drop());

/** What readers see of the streets. */
async function seen({ db }: Database) {
  const versions = await readCurrentVersions(db);
  const streets = versions.find(({ dataset }) => dataset === 'streets')?.id ?? -1;
  const hash = await createVersionFiles(db).hash(streets, 'graph');
  const { numberMatched } = await createData(db).listRoads({ ...everything, limit: 1 });
  return { versions, hash, numberMatched };
}

/** On PostgreSQL only the client is killed: what its statement in hand does, it may still do. */
async function reopen(): Promise<{ database: Database; close: () => Promise<void> }> {
  if (onPostgres) return { database: test, close: async () => undefined };
  const lock = lockFolder(test.place, new Date());
  const database = embeddedDatabase(await openFolder(test.place, () => undefined));
  const close = async () => {
    await database.close();
    lock.release();
  };
  return { database, close };
}

it('an import that is killed half-way leaves the old version serving, and is swept up', async () => {
  const before = await seen(test);
  expect(before.hash).toMatch(/^[0-9a-f]{64}$/);
  // The embedded folder has one owner: here it is the importer.
  if (!onPostgres) await test.close();
  const importer = fileURLToPath(new URL('./half-import.ts', import.meta.url));
  const child = spawn(process.execPath, [importer, test.place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(said).toEqual(['ready']);
  const { database, close } = await reopen();
  expect(await seen(database)).toEqual(before);
  expect(await dropAbandoned(database.bulk, new Date('2100-01-01'))).toBe(1);
  expect(await seen(database)).toEqual(before);
  await close();
}, 90_000);
