import type { RawBuilder } from 'kysely';

type Sql = RawBuilder<unknown>;

/** A property that items can be narrowed and sorted by. */
export interface Property {
  readonly sql: Sql;
  /** How its values compare. A list matches when any of its members does, and cannot be sorted by. */
  readonly type: 'text' | 'number' | 'instant' | 'list';
  /** The id of a town or parish: matches its municipalities too, those of the past included. */
  readonly isUnit?: true;
  /** Where sorting needs another expression, for example the key of Latvian order. */
  readonly sortSql?: Sql;
}

/** How one collection is read: one description serves pages, single items and whole lists. */
export interface Collection<Row, Item> {
  readonly name: string;
  /** Tables joined, only current versions. */
  readonly from: Sql;
  readonly columns: Sql;
  readonly id: Sql;
  readonly idType: 'text' | 'number';
  /** By the names the API speaks. */
  readonly properties: Readonly<Record<string, Property>>;
  readonly defaultSort: string;
  /** EPSG:4326; null where items have no place. */
  readonly geometry: Sql | null;
  /** Condition "in this stretch of time"; absent where items have no time and so always match. */
  readonly during?: (from: string | null, to: string | null) => Sql;
  /** Folded text; null where there are no words to find. */
  readonly searchText: Sql | null;
  readonly toItem: (row: Row) => Item;
}
