import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectionIds, collections } from '#core/contract/features/index.ts';
import { items } from '#core/contract/items.ts';
import { Problem } from '#core/problem.ts';
import type { Data, Page } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { everything, openTestDatabase, type TestDatabase } from './harness.ts';
import { reads } from './reads.ts';

let database: TestDatabase;
let data: Data;
beforeAll(async () => {
  database = await openTestDatabase();
  data = createData(database.db);
});
afterAll(() => database.drop());

/** "ok", or the code of the problem; anything else that is thrown fails the test. */
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof Problem) return error.code;
      throw error;
    },
  );

const odd = [
  '',
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00y',
  '\u{10ffff}',
  '1e999',
  '-1e999',
  '1e-999',
  'NaN',
  'Infinity',
  '9'.repeat(400),
  '-0',
  '0x10',
  '99999999999999',
  '-99999999999999',
  '999999999999999',
  '2026-02-31 10:00:00+00',
  '294277-01-01',
  "'",
  '"',
  '\\',
  '%',
  '{}',
  '{a,"b',
  'NULL',
  'null,NULL',
  ',',
  '(1,2)',
  'a'.repeat(5000),
];
const oddIds = [...odd, '2147483648', '-1', '1.5'];

/** The parts of a cursor: hash of the query, id, sort value. */
const open = (cursor: string): unknown[] =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
const close = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe.each(collectionIds.map((id) => [id] as const))('%s: values that nobody wrote for us', (id) => {
  const sorts = [null, ...collections[id].sortables.map((property) => ({ property, descending: true }))];

  it.each(sorts.map((sortby) => [sortby?.property ?? 'as usual', sortby] as const))(
    'in a cursor, sorted by %s, are refused or read',
    async (_, sortby) => {
      const query = { ...everything, limit: 1, sortby };
      const { nextCursor } = await reads[id].list(data, query);
      // One area of sea is all there is.
      if (nextCursor === null) return expect(id).toBe('landcover');
      const [print, itemId, value] = open(nextCursor);
      const tell = async (parts: unknown) =>
        outcome(reads[id].list(data, { ...query, cursor: close(parts) }));
      for (const text of odd) {
        expect(['ok', 'bad-query'], `value ${text}`).toContain(await tell([print, itemId, text]));
        expect(['ok', 'bad-query'], `id ${text}`).toContain(await tell([print, text, value]));
      }
      for (const wrong of ['\0', '\ud800', 7, true, {}, [], ['a']]) {
        expect(await tell([print, itemId, wrong])).toBe('bad-query');
        expect(await tell([print, wrong, value])).toBe('bad-query');
      }
      expect(await tell([print, itemId, null])).toBe('ok');
    },
  );

  it('in filters, words and ids are refused or read', async () => {
    for (const text of odd) {
      for (const name of Object.keys(collections[id].filters)) {
        const found = await outcome(
          reads[id].list(data, { ...everything, limit: 1, filters: { [name]: text } }),
        );
        expect(['ok', 'bad-query'], `${name}=${text}`).toContain(found);
      }
      const found = await outcome(reads[id].list(data, { ...everything, limit: 1, q: text }));
      expect(['ok', 'bad-query'], `q=${text}`).toContain(found);
    }
    for (const text of oddIds)
      expect(['ok', 'not-found'], text).toContain(await outcome(reads[id].get(data, text)));
  });

  it.each([
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '9999-12-31/..',
    '../0000-12-31',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
    '1001-01-01',
    '1001-01-01T00:00:00+14:00/9998-12-31T23:59:59-14:00',
    '9998-12-31/..',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:59:60Z',
    '2026-01-01T10:00:00.123456789Z',
    '2026-01-01T10:00:00+99:99',
  ])('as a time (%s) are refused or read', async (datetime) => {
    const read = items.query({ collectionId: id }, 3059).safeParse({ datetime });
    if (!read.success) return expect(read.error.issues[0]?.path).toEqual(['datetime']);
    expect(await outcome(reads[id].list(data, { ...read.data, limit: 1 }))).toBe('ok');
  });
});

describe('a page sorted by time', () => {
  it('goes on where the one before ended', async () => {
    const sortby = { property: 'startsAt', descending: true };
    const whole = (await data.listOccurrences({ ...everything, sortby })).items.map(({ id }) => id);
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<{ readonly id: string }> = await data.listOccurrences({
        ...everything,
        sortby,
        cursor,
        limit: Math.ceil(whole.length / 7),
      });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(found).toEqual(whole);
  });
});
