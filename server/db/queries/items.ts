import { type Kysely, type RawBuilder, sql } from 'kysely';
import { fold } from '#core/language/fold.ts';
import { type FaultCode, Problem } from '#core/problem.ts';
import type { ItemsQuery, Page } from '../../context.ts';
import { stated } from '../stated.ts';
import type { Tables } from '../tables/index.ts';
import type { Collection, Property } from './collection.ts';
import { fingerprint, type Position, readCursor, writeCursor } from './cursor.ts';
import { isStorable } from './text.ts';

type Sql = RawBuilder<unknown>;
type Db = Kysely<Tables>;

const refuse = (field: string, fault: FaultCode, expected: string): never => {
  throw new Problem('bad-query', { faults: [{ field, fault, expected }] });
};

const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

const checkText = (field: string, text: string): void => {
  if (!isStorable(text)) refuse(field, 'malformed', 'UTF-8');
};

/** Ids of the units that belong, or once belonged, to these municipalities. */
const unitsIn = (municipalities: readonly string[]): Sql => sql`
  select tp.territory_id from territory_parent tp
  join dataset_version tv on tv.id = tp.version_id and tv.state = 'current'
  where tp.parent_id = any(${municipalities}::text[])`;

const matchesValue = (property: Property, value: string): Sql => {
  const wanted = value.split(',').map((part) => part.trim());
  if (property.type === 'list') return sql`${property.sql} && ${wanted}::text[]`;
  const isIt = sql`${property.sql}::text = any(${wanted}::text[])`;
  return property.isUnit ? sql`(${isIt} or ${property.sql} in (${unitsIn(wanted)}))` : isIt;
};

const containsWords = (searchText: Sql, words: string): Sql =>
  all(
    fold(words)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => sql`${searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
  );

/** Everything that narrows a query, the cursor aside. Items without geometry or time stay, as the API promises. */
const conditionsOf = <Row, Item>(collection: Collection<Row, Item>, query: ItemsQuery): Sql[] => {
  const conditions: Sql[] = [];
  if (query.bbox !== null && collection.geometry !== null) {
    const [west, south, east, north] = query.bbox;
    const box = sql`ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`;
    conditions.push(
      sql`(${collection.geometry} is null or (${collection.geometry} && ${box} and ST_Intersects(${collection.geometry}, ${box})))`,
    );
  }
  if (query.datetime !== null && collection.during !== undefined) {
    conditions.push(collection.during(query.datetime.from, query.datetime.to));
  }
  if (query.q !== null) {
    if (collection.searchText === null) return refuse('q', 'unknown-parameter', 'no words to find here');
    checkText('q', query.q);
    conditions.push(containsWords(collection.searchText, query.q));
  }
  for (const [name, value] of Object.entries(query.filters)) {
    checkText(name, value);
    conditions.push(matchesValue(propertyOf(collection, name, name), value));
  }
  return conditions;
};

const propertyOf = <Row, Item>(collection: Collection<Row, Item>, name: string, field: string): Property => {
  const known = Object.keys(collection.properties);
  const property = known.includes(name) ? collection.properties[name] : undefined;
  return property ?? refuse(field, 'unknown-parameter', known.join(', '));
};

interface Order {
  readonly type: Property['type'];
  readonly expression: Sql;
  readonly descending: boolean;
}

const orderOf = <Row, Item>(collection: Collection<Row, Item>, query: ItemsQuery): Order => {
  const name = query.sortby?.property ?? collection.defaultSort;
  const property = propertyOf(collection, name, 'sortby');
  const descending = query.sortby?.descending ?? false;
  const expression = property.sortSql ?? property.sql;
  switch (property.type) {
    case 'text':
      return { type: property.type, expression: sql`${expression}::text collate "C"`, descending };
    case 'number':
    case 'instant':
      return { type: property.type, expression, descending };
    case 'list':
      return refuse('sortby', 'not-one-of', 'a property with a single value');
  }
};

/** What a cursor keeps of the sort value. */
const toCursor = ({ type, expression }: Order): Sql =>
  type === 'instant'
    ? sql`round(extract(epoch from ${expression}) * 1000)::int8::text`
    : sql`(${expression})::text`;

const fromCursor = ({ type }: Order, value: string): Sql => {
  if (type === 'instant') return sql`to_timestamp(${value}::float8 / 1000)`;
  // As a number and not as text: PostgreSQL refuses "1e-400", which is 0 here.
  return type === 'number' ? sql`${Number(value)}::float8` : sql`${value}::text`;
};

const byId = <Row, Item>(collection: Collection<Row, Item>): Sql =>
  collection.idType === 'text' ? sql`${collection.id} collate "C"` : collection.id;

const idValue = <Row, Item>(collection: Collection<Row, Item>, id: string): Sql =>
  collection.idType === 'text' ? sql`${id}::text` : sql`${/^\d{1,9}$/.test(id) ? Number(id) : -1}::int4`;

/** Items after a position: blanks come last in either direction, equal values go by id. */
const after = <Row, Item>(collection: Collection<Row, Item>, order: Order, position: Position): Sql => {
  const idLater = sql`${byId(collection)} > ${idValue(collection, position.id)}`;
  if (position.value === null) return sql`(${order.expression} is null and ${idLater})`;
  const value = fromCursor(order, position.value);
  const later = order.descending ? sql`${order.expression} < ${value}` : sql`${order.expression} > ${value}`;
  return sql`(${later} or (${order.expression} = ${value} and ${idLater}) or ${order.expression} is null)`;
};

/** One page of a collection. @throws Problem `bad-query` for an unknown property or a foreign cursor. */
export const listItems = async <Row, Item>(
  db: Db,
  collection: Collection<Row, Item>,
  query: ItemsQuery,
): Promise<Page<Item>> => {
  const print = fingerprint(collection.name, query);
  const conditions = conditionsOf(collection, query);
  const order = orderOf(collection, query);
  const position =
    query.cursor === null ? [] : [after(collection, order, readCursor(query.cursor, print, order.type))];
  const direction = order.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row & { cursor_id: string; cursor_value: string | null }>`
    select ${collection.columns}, ${collection.id}::text as cursor_id, ${toCursor(order)} as cursor_value
    from ${collection.from}
    where ${all([...conditions, ...position])}
    order by (${order.expression}) is null, ${order.expression} ${direction}, ${byId(collection)}
    limit ${query.limit + 1}`.execute(db);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => collection.toItem(row)),
    numberMatched: await countItems(
      db,
      collection,
      conditions,
      query.cursor === null && last === undefined ? rows.length : null,
    ),
    nextCursor:
      last === undefined ? null : writeCursor({ id: last.cursor_id, value: last.cursor_value }, print),
  };
};

const countItems = async <Row, Item>(
  db: Db,
  collection: Collection<Row, Item>,
  conditions: readonly Sql[],
  known: number | null,
): Promise<number> => {
  if (known !== null) return known;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int4 as count from ${collection.from} where ${all(conditions)}`.execute(db);
  return stated(rows[0]?.count, `count of ${collection.name}`);
};

/** @throws Problem `not-found`. */
export const getItem = async <Row, Item>(
  db: Db,
  collection: Collection<Row, Item>,
  id: string,
): Promise<Item> => {
  // No item has an id that cannot be stored.
  const { rows } = !isStorable(id)
    ? { rows: [] }
    : await sql<Row>`
        select ${collection.columns} from ${collection.from}
        where ${collection.id} = ${idValue(collection, id)} limit 1`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Problem('not-found', { values: { what: `${collection.name}/${id}` } });
  return collection.toItem(row);
};

/** The whole collection by id. */
export const readAll = async <Row, Item>(db: Db, collection: Collection<Row, Item>): Promise<Item[]> => {
  const { rows } = await sql<Row>`
    select ${collection.columns} from ${collection.from} order by ${byId(collection)}`.execute(db);
  return rows.map((row) => collection.toItem(row));
};
