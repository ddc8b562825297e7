import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { Problem } from '#core/problem.ts';
import { limits } from '../limits.ts';
import { parsers } from '../parsers.ts';

interface Fields {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly errors?: unknown;
}

const fieldsOf = (error: unknown): Fields => (typeof error === 'object' && error !== null ? error : {});

/** One short sentence of what went wrong, without the address that may hold a password. */
export const detailOf = (error: unknown): string => {
  const { code, message, errors } = fieldsOf(error);
  if (Array.isArray(errors) && errors.length > 0) return detailOf(errors[0]);
  return typeof message === 'string' && message !== '' ? message : String(code ?? 'no answer');
};

/** SQLSTATE classes and socket errors that mean: the server went away, not: the statement is wrong. */
const isLost = (error: unknown): boolean => {
  const { code, message } = fieldsOf(error);
  return (
    /^(08|57P0|53)/.test(String(code)) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST)/.test(String(code)) ||
    /Connection terminated|timeout exceeded|Client has encountered/.test(String(message))
  );
};

const queryCancelled = '57014';

const translate = (error: unknown): unknown => {
  if (fieldsOf(error).code === queryCancelled) return new Problem('timeout', { cause: error });
  return isLost(error) ? new Problem('unavailable', { cause: error }) : error;
};

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
};

/** A connection that was lost under a query is not lent again. */
const lend = (client: pg.PoolClient): PostgresPoolClient => {
  let wasLost = false;
  const query = async (sql: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      wasLost ||= isLost(error);
      throw translate(error);
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || wasLost),
  };
};

/**
 * A pool for Kysely with a bounded waiting line.
 * @param statementMs limit of one statement, kept by PostgreSQL itself.
 */
export const createPool = (databaseUrl: string, max: number, statementMs: number): PostgresPool => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    types,
    statement_timeout: statementMs,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'tukums-culture-map',
  });
  // A connection that breaks is replaced at the next request; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      if (pool.waitingCount >= limits.waiting) throw new Problem('unavailable');
      try {
        return lend(await pool.connect());
      } catch (error) {
        throw new Problem('unavailable', { cause: error });
      }
    },
  };
};

/** Host and database of an address, without user and password. */
export const publicName = (databaseUrl: string): string => {
  const url = new URL(databaseUrl);
  return `${url.host || 'localhost'}${url.pathname}`;
};

/** @throws Problem `database-unreachable` with the reason and without the password. */
export const checkReachable = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } catch (cause) {
    const values = { database: publicName(databaseUrl), detail: detailOf(cause) };
    throw new Problem('database-unreachable', { values });
  } finally {
    await client.end().catch(() => undefined);
  }
};
