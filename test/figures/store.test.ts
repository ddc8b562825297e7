import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFigureStore } from '#server/db/queries/figures.ts';
import type { Tables } from '#server/db/tables/index.ts';
import { up as packFigures } from '../../migrations/0002-pack-figures.ts';

let db: Kysely<Tables>;
beforeAll(async () => {
  db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
  // As the first migration made it.
  await sql`create table figure (id text primary key, created_at timestamptz not null,
    specification json not null, frozen json not null, svg_lv text not null, svg_en text not null)`.execute(
    db,
  );
  await sql`insert into figure values ('old', '2026-07-10T09:00:00Z', '{"z":1,"a":"ā"}',
    '{"title":{"lv":"Ā","en":"A"},"isModel":true,"rows":[1]}', '<svg>ā</svg>', '<svg/>')`.execute(db);
  await packFigures(db as unknown as Kysely<unknown>);
});
afterAll(() => db.destroy());

const figure = (id: string) => ({
  id,
  createdAt: '2026-07-11T09:00:00.000Z',
  specification: { z: 1, a: 'ā' },
  summary: { title: { lv: 'Ā', en: 'A' }, isModel: false, basis: 'b' },
  frozen: { z: [1, 2], a: null },
  svgLv: `<svg>${'ā'.repeat(100_000)}</svg>`,
  svgEn: '<svg/>',
});
const sizes = async () =>
  (
    await sql<{ bytes: number }>`select octet_length(svg_lv)::int4 as bytes from figure order by id`.execute(
      db,
    )
  ).rows;

it('reads what was kept before figures were packed', async () => {
  expect(await createFigureStore(db).find('old')).toMatchObject({
    specification: { z: 1, a: 'ā' },
    summary: { title: { lv: 'Ā', en: 'A' }, isModel: true, basis: '' },
    frozen: { title: { lv: 'Ā', en: 'A' }, isModel: true, rows: [1] },
    svgLv: '<svg>ā</svg>',
    svgEn: '<svg/>',
  });
});

it('packs what it keeps and gives back the same', async () => {
  const store = createFigureStore(db);
  await store.save(figure('new'));
  const { createdAt: _createdAt, ...kept } = figure('new');
  expect(await store.find('new')).toMatchObject(kept);
  const [packed] = await sizes();
  expect(packed?.bytes).toBeLessThan(1000);
});

it('keeps no more than it may, by number and by size, and says how many that is', async () => {
  const known = (await createFigureStore(db).list(10)).length;
  const full = { code: 'figures-full', values: { figures: known, megabytes: 500 } };
  const byNumber = createFigureStore(db, { figures: known, bytes: 500e6 });
  await expect(byNumber.save(figure('more'))).rejects.toMatchObject(full);
  await expect(createFigureStore(db, { figures: 10, bytes: 100 }).save(figure('more'))).rejects.toMatchObject(
    {
      code: 'figures-full',
    },
  );
  await createFigureStore(db, { figures: known + 1, bytes: 500e6 }).save(figure('more'));
  expect(await createFigureStore(db).list(10)).toHaveLength(known + 1);
});
