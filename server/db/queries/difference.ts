import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Change, ChangedRow, ChangedShape, Difference } from '#core/place/difference.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import { toGeometry } from '../postgis.ts';
import { type Tables, tables } from '../tables/index.ts';

type Db = Kysely<Tables>;

/** How the rows of a dataset are told apart and compared. */
interface Compared {
  readonly table: keyof typeof tables;
  /** Columns that tell rows apart. */
  readonly key: readonly string[];
  /** Where rows have no lasting id, what tells them apart instead. */
  readonly keySql?: string;
  /** Column with a name for people. */
  readonly name?: string;
  /** A geometry in degrees. */
  readonly shape?: string;
}

const geometry = 'geom_4326';

/** Every dataset; null for those that are files and no rows, which are the same or not. */
const compared: Readonly<Record<DatasetName, Compared | null>> = {
  territories: { table: 'territory', key: ['id'], name: 'name_lv', shape: geometry },
  settlements: { table: 'settlement', key: ['id'], name: 'name_lv', shape: geometry },
  population: { table: 'population_cell', key: ['id'], shape: geometry },
  venues: { table: 'venue', key: ['id'], name: 'name_lv', shape: geometry },
  events: { table: 'event', key: ['id'], name: 'title_lv' },
  // Numbers of stretches are given anew by every import: a stretch is where it lies.
  streets: {
    table: 'street_edge',
    key: ['id', geometry],
    keySql: `md5(ST_AsBinary(${geometry}))`,
    name: 'name',
    shape: geometry,
  },
  landcover: {
    table: 'landcover',
    key: ['id', geometry],
    keySql: `md5(ST_AsBinary(${geometry}))`,
    shape: geometry,
  },
  timetable: null,
  'on-demand': null,
  codes: { table: 'territory_code', key: ['generation', 'code', 'valid_from'], name: 'name' },
  'population-totals': {
    table: 'territory_population',
    key: ['generation', 'code', 'year', 'series', 'sex', 'age_group'],
    name: 'name',
  },
  addresses: {
    table: 'address',
    key: ['id'],
    name: 'name',
    shape: 'ST_SetSRID(ST_MakePoint(longitude_degrees, latitude_degrees), 4326)',
  },
  'venue-matches': { table: 'venue_match', key: ['list', 'venue_id'], name: 'name_lv' },
  survey: { table: 'survey_result', key: ['question_id', 'group_id', 'territory_id', 'surveyed_on'] },
};

/** Where a row comes from, and what is only made from its other columns, makes no difference. */
const ignored = [
  'version_id',
  'source',
  'confidence',
  'licence',
  'is_model',
  'search_text',
  'sort_key',
  'place',
  'row',
  'geom_screen_4326',
  'screen_tolerance_metres',
];

const columnsOf = ({ table, key }: Compared): readonly string[] =>
  Object.keys(tables[table]).filter((column) => !ignored.includes(column) && !key.includes(column));

const keyOf = ({ key, keySql }: Compared): string =>
  keySql ?? (key.length === 1 ? `${key[0]}::text` : `concat_ws('/', ${key.join(', ')})`);

/** Rows of the new version beside those of the old ones: both sides, and which columns differ. */
const sides = (
  of: Compared,
  added: number,
  replaced: readonly number[],
  { withShapes }: { readonly withShapes: boolean },
): RawBuilder<unknown> => {
  const columns = columnsOf(of).map((column) => sql.raw(column));
  const row = (side: string) => columnsOf(of).map((column) => sql.ref(`${side}.${column}`));
  const table = sql.table(of.table);
  const key = sql.raw(`${keyOf(of)} as row_key`);
  const name = sql.raw(`${of.name ?? 'null'}::text as row_name`);
  const shape = sql.raw(`${(withShapes ? of.shape : undefined) ?? 'null::geometry'} as row_shape`);
  const differing = columnsOf(of).map(
    (column) =>
      sql`case when ${sql.ref(`a.${column}`)} is distinct from ${sql.ref(`b.${column}`)} then ${sql.lit(column)} end`,
  );
  const select = (where: RawBuilder<unknown>) =>
    sql`select ${key}, ${name}, ${shape}, ${sql.join(columns)} from ${table} where ${where}`;
  return sql`
    a as (${select(sql`version_id = ${added}::integer`)}),
    b as (${select(sql`version_id = any(${[...replaced]}::integer[])`)}),
    d as materialized (
      select coalesce(a.row_key, b.row_key) as id, coalesce(a.row_name, b.row_name) as name,
        case when b.row_key is null then 'added' when a.row_key is null then 'gone'
          when (${sql.join(row('a'))}) is distinct from (${sql.join(row('b'))}) then 'changed' else 'same' end as change,
        case when a.row_key is not null and b.row_key is not null
          then array_remove(array[${sql.join(differing)}]::text[], null) end as fields,
        b.row_shape as before, a.row_shape as after
      from a full join b on a.row_key = b.row_key)`;
};

const changes = ['added', 'changed', 'gone'] as const satisfies readonly Change[];

const firstOf = (change: Change, limit: number, columns: string): RawBuilder<unknown> =>
  sql`(select ${sql.raw(columns)} from d where change = ${sql.lit(change)} order by id collate "C" limit ${limit}::integer)`;

interface CountRow {
  change: Change | 'same';
  id: string | null;
  name: string | null;
  fields: readonly string[] | null;
  count: number;
}

/** Rows that are named of each kind. */
const examples = 20;

/**
 * A version, current or being built, against others of its dataset; counted in the database, so that memory does
 * not grow with it. Null for a dataset that is kept in files.
 */
export const compareVersions = async (
  db: Db,
  dataset: DatasetName,
  added: number,
  replaced: readonly number[],
): Promise<Difference | null> => {
  const { [dataset]: of } = compared;
  if (of === null) return null;
  const { rows } = await sql<CountRow>`
    with ${sides(of, added, replaced, { withShapes: false })}
    select change, null::text as id, null::text as name, null::text[] as fields, count(*)::int4 as count from d
    group by change
    union all ${sql.join(
      changes.map((change) => firstOf(change, examples, 'change, id, name, fields, 0')),
      sql` union all `,
    )}`.execute(db);
  const count = (change: CountRow['change']) =>
    rows.find((row) => row.id === null && row.change === change)?.count ?? 0;
  const named = rows.flatMap(({ id, name, change, fields }): ChangedRow[] =>
    id === null || change === 'same' ? [] : [{ id, name, change, fields: fields ?? [] }],
  );
  return {
    dataset,
    same: count('same'),
    added: count('added'),
    changed: count('changed'),
    gone: count('gone'),
    examples: named,
  };
};

/** Outlines are drawn on a page: a hundredth of a degree is about a millimetre there. */
const toleranceDegrees = 0.0005;

const drawn = (side: 'before' | 'after') =>
  `ST_AsGeoJSON(ST_SimplifyPreserveTopology(${side}, ${toleranceDegrees}), 5) as ${side}`;

/** The same rows as shapes, so many of each kind at most. Empty where rows have no place. */
export const readChangedShapes = async (
  db: Db,
  dataset: DatasetName,
  added: number,
  replaced: readonly number[],
  limit: number,
): Promise<readonly ChangedShape[]> => {
  const { [dataset]: of } = compared;
  if (of?.shape === undefined) return [];
  const { rows } = await sql<{ change: Change; before: string | null; after: string | null }>`
    with ${sides(of, added, replaced, { withShapes: true })}
    ${sql.join(
      changes.map((change) => firstOf(change, limit, `change, ${drawn('before')}, ${drawn('after')}`)),
      sql` union all `,
    )}`.execute(db);
  return rows.map(({ change, before, after }) => ({
    change,
    before: toGeometry(before),
    after: toGeometry(after),
  }));
};

/** Current versions that a version will take the place of. */
export const readReplaced = async (db: Db, version: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    select o.id from dataset_version v
    join dataset_version o on o.dataset = v.dataset and o.state = 'current' and (v.stands_alone or o.list = v.list)
    where v.id = ${version}::integer and o.id <> v.id`.execute(db);
  return rows.map(({ id }) => id);
};
