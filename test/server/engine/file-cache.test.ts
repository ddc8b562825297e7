import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cachedFiles } from '#server/engine/file-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'culture-map-cache-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = new Uint8Array(100_000).map((_, i) => i % 251);
const hash = createHash('sha256').update(content).digest('hex');

function database() {
  const counts = { reads: 0 };
  return {
    counts,
    read: async () => {
      counts.reads += 1;
      return content;
    },
    hash: async (version: number) => (version === 1 ? hash : null),
  };
}

it('reads the database once and then the disk, into memory that threads share', async () => {
  const files = database();
  const cache = cachedFiles(files, folder);
  expect(await cache.read(1, 'graph')).toEqual(content);
  const kept = await cachedFiles(files, folder).read(1, 'graph');
  expect(kept).toEqual(content);
  expect(kept?.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(files.counts.reads).toBe(1);
  expect(readdirSync(folder)).toEqual([hash]);
});

it.each([
  ['cut short', (path: string) => truncateSync(path, 999)],
  [
    'changed',
    (path: string) =>
      writeFileSync(
        path,
        content.map((byte) => byte ^ 1),
      ),
  ],
  ['emptied', (path: string) => writeFileSync(path, '')],
])('throws a file away that was %s, and reads the database again', async (_, spoil) => {
  const files = database();
  await cachedFiles(files, folder).read(1, 'graph');
  spoil(join(folder, hash));
  const before = files.counts.reads;
  expect(await cachedFiles(files, folder).read(1, 'graph')).toEqual(content);
  expect(files.counts.reads).toBe(before + 1);
  expect(readFileSync(join(folder, hash))).toEqual(Buffer.from(content));
});

it('sweeps what is no longer read, also what a killed process left half written', async () => {
  writeFileSync(join(folder, 'old'), 'old');
  writeFileSync(join(folder, `${hash}.123`), 'half');
  const cache = cachedFiles(database(), folder);
  await cache.read(1, 'graph');
  await cache.sweep();
  expect(readdirSync(folder)).toEqual([hash]);
});

it('goes on without a disk to write to', async () => {
  const files = database();
  const cache = cachedFiles(files, join(folder, hash, 'below-a-file'));
  expect(await cache.read(1, 'graph')).toEqual(content);
  expect(await cachedFiles(files, null).read(2, 'graph')).toEqual(content);
});
