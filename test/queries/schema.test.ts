import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createData } from '#server/db/queries/data.ts';
import { tables } from '#server/db/tables/index.ts';
import { writeCells } from '#server/db/writes/cells.ts';
import { everything, openTestDatabase, type TestDatabase } from './harness.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

interface Found {
  name: string;
  sql: string;
  nullable: boolean;
}

const introspect = async (table: string): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select column_name as name, udt_name as sql, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = current_schema() and table_name = ${table}
    order by column_name`.execute(database.db);
  return rows;
};

describe('tables', () => {
  it.each(Object.keys(tables) as (keyof typeof tables)[])(
    '%s is in the database as declared',
    async (table) => {
      const declared = Object.entries(tables[table])
        .map(([name, column]) => ({ name, sql: column.sql, nullable: column.nullable }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(await introspect(table)).toEqual(declared);
    },
  );

  it('are all declared', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'
        and table_name not like 'kysely_%' and table_name <> 'spatial_ref_sys'
      order by table_name`.execute(database.db);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(tables).sort());
  });

  it('find geometry by an index', async () => {
    const { rows } = await sql<{ table: string }>`
      select c.relname as table from pg_index i
      join pg_class x on x.oid = i.indexrelid join pg_am a on a.oid = x.relam and a.amname = 'gist'
      join pg_class c on c.oid = i.indrelid`.execute(database.db);
    const indexed = new Set(rows.map((row) => row.table));
    const withShape = Object.entries(tables).filter(([, columns]) => 'geom_4326' in columns);
    expect(withShape.map(([name]) => name).filter((name) => !indexed.has(name))).toEqual([]);
  });
});

describe('a blank where a number is promised', () => {
  it.each([
    'update venue set accuracy_metres = null where geom_4326 is not null',
    "update venue set geom_4326 = 'SRID=4326;POINT EMPTY' where geom_4326 is not null",
    "update event set price_min_euro = null where price_state = 'priced'",
    'update territory set population_series = null where population_people is not null',
    'update settlement set population_source = null where population_people is not null',
    "update population_cell set centre_geom_4326 = 'SRID=4326;POINT EMPTY'",
    "update population_cell set geom_4326 = 'SRID=4326;POLYGON EMPTY'",
    "update street_edge set geom_4326 = 'SRID=4326;LINESTRING EMPTY'",
  ])('is refused: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database.bulk)).rejects.toMatchObject({ code: '23514' });
  });

  it('is no square at the origin: a cell without one is not written', async () => {
    const [cell] = (await createData(database.db).listCells({ ...everything, limit: 1 })).items;
    if (cell === undefined) throw new Error('no cells');
    const nowhere = writeCells(database.bulk, 1, [{ ...cell, id: '1kmX448' }]);
    await expect(nowhere).rejects.toThrow('1kmX448 names no square');
  });

  it('is not read as 0 either', async () => {
    await database.bulk
      .transaction()
      .execute(async (trx) => {
        await sql`alter table venue drop constraint venue_accuracy`.execute(trx);
        await sql`update venue set accuracy_metres = null`.execute(trx);
        await createData(trx).listVenues(everything);
      })
      .then(
        () => expect.unreachable(),
        (error: unknown) => expect(String(error)).toContain('accuracy of'),
      );
    expect((await createData(database.db).listVenues(everything)).numberMatched).toBeGreaterThan(0);
  });
});

describe('types', () => {
  it('are read the same way on both databases', async () => {
    const { rows } = await sql`
      select 12345678901::int8 as big, 1.5::numeric as decimal, date '2026-07-18' as day,
        timestamptz '2026-07-18 12:00:00+03' as instant, '{"a": [1, null]}'::jsonb as json,
        array['a', 'b,"c'] as texts, 0.1::float8 as real, null::text as nothing, true as flag`.execute(
      database.db,
    );
    expect(rows).toEqual([
      {
        big: 12_345_678_901,
        decimal: 1.5,
        day: '2026-07-18',
        instant: '2026-07-18T09:00:00.000Z',
        json: { a: [1, null] },
        texts: ['a', 'b,"c'],
        real: 0.1,
        nothing: null,
        flag: true,
      },
    ]);
  });
});
