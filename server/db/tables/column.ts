import type { ColumnType } from 'kysely';

/**
 * A column as declared once: its SQL type for the comparison with the migrated database, and the
 * TypeScript type of what is read and written.
 */
export interface Column<Selected, Inserted = Selected> {
  /** As `information_schema.columns.udt_name` says it. */
  readonly sql: string;
  readonly nullable: boolean;
  readonly type?: { readonly selected: Selected; readonly inserted: Inserted };
}

const column = <Selected, Inserted = Selected>(sql: string): Column<Selected, Inserted> => ({
  sql,
  nullable: false,
});

export const text = <T extends string = string>() => column<T>('text');
export const integer = () => column<number>('int4');
export const real = () => column<number>('float8');
export const flag = () => column<boolean>('bool');
/** "2026-07-18" both ways. */
export const date = () => column<string>('date');
/** RFC 3339 in UTC both ways. */
export const instant = () => column<string>('timestamptz');
export const texts = () => column<readonly string[]>('_text');
/** Read as parsed; written as JSON text, because `pg` would turn a list into an SQL array. */
export const jsonb = <T>() => column<T, string>('jsonb');
/** Keeps the text as it was written, order of the keys included. */
export const json = <T>() => column<T, string>('json');
/** Never selected as it is: read by ST_AsGeoJSON, written by an expression. */
export const geometry = () => column<never, string>('geometry');
export const bytes = () => column<Uint8Array>('bytea');
/** Numbered by the database. */
export const identity = (): Column<number, number | undefined> => column<number, number | undefined>('int4');

export const nullable = <S, I>(inner: Column<S, I>): Column<S | null, I | null> => ({
  sql: inner.sql,
  nullable: true,
});

/** Row type of a declared table. */
export type RowOf<T> = {
  readonly [K in keyof T]: T[K] extends Column<infer S, infer I> ? ColumnType<S, I, I> : never;
};
