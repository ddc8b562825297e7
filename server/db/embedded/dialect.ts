import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { Problem } from '#core/problem.ts';
import type { Gate } from './gate.ts';
import type { Keeper } from './keeper.ts';

/** Connections are handed out one at a time, here and not by Kysely: the waiting line has a limit. */
class EmbeddedAdapter extends PGliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** The single connection as lent to one holder; worthless once the database was reopened under it. */
class LentConnection implements DatabaseConnection {
  readonly #keeper: Keeper;
  readonly #limitMs: number;
  readonly #lifeNumber: number;

  constructor(keeper: Keeper, limitMs: number) {
    this.#keeper = keeper;
    this.#limitMs = limitMs;
    this.#lifeNumber = keeper.lifeNumber;
  }

  /** False after a timeout: what is left of a transaction must not run on the new connection. */
  get isAlive(): boolean {
    return this.#lifeNumber === this.#keeper.lifeNumber;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await this.run(query.sql, query.parameters);
    return { rows: answer.rows as R[], numAffectedRows: BigInt(answer.affectedRows) };
  }

  run(sql: string, parameters: readonly unknown[] = []) {
    if (!this.isAlive) throw new Problem('unavailable');
    return this.#keeper.query(sql, parameters, this.#limitMs);
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it; streaming is not offered.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded database does not stream.');
  }
}

const beginStatement = ({ isolationLevel, accessMode }: TransactionSettings): string =>
  ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ');

class EmbeddedDriver implements Driver {
  readonly #keeper: Keeper;
  readonly #gate: Gate;
  readonly #limitMs: number;

  constructor(keeper: Keeper, gate: Gate, limitMs: number) {
    this.#keeper = keeper;
    this.#gate = gate;
    this.#limitMs = limitMs;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LentConnection> {
    await this.#gate.enter();
    try {
      await this.#keeper.ready();
      return new LentConnection(this.#keeper, this.#limitMs);
    } catch (error) {
      this.#gate.leave();
      throw error;
    }
  }

  async releaseConnection(): Promise<void> {
    this.#gate.leave();
  }

  async beginTransaction(connection: LentConnection, settings: TransactionSettings): Promise<void> {
    await connection.run(beginStatement(settings));
  }

  async commitTransaction(connection: LentConnection): Promise<void> {
    const { command } = await connection.run('commit');
    if (command === 'ROLLBACK') throw new Error('The transaction was rolled back instead of committed.');
  }

  async rollbackTransaction(connection: LentConnection): Promise<void> {
    if (connection.isAlive) await connection.run('rollback');
  }

  /** Closing is the business of whoever opened the keeper: two Kysely instances share it. */
  async destroy(): Promise<void> {}
}

/** Kysely on the embedded database, with a time limit for each statement. */
export const embeddedDialect = (keeper: Keeper, gate: Gate, limitMs: number): Dialect => ({
  createDriver: () => new EmbeddedDriver(keeper, gate, limitMs),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new EmbeddedAdapter(),
  // biome-ignore lint/suspicious/noExplicitAny: the type that Kysely's interface has.
  createIntrospector: (db: Kysely<any>) => new PostgresIntrospector(db),
});
