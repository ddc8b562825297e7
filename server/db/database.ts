import { Kysely, PostgresDialect } from 'kysely';
import { Problem } from '#core/problem.ts';
import { embeddedDialect } from './embedded/dialect.ts';
import { type FolderStep, openFolder } from './embedded/folder.ts';
import { Gate } from './embedded/gate.ts';
import type { Keeper } from './embedded/keeper.ts';
import { limits } from './limits.ts';
import { migrate } from './migrate.ts';
import { checkReachable, createPool, detailOf, publicName } from './postgres/pool.ts';
import type { Tables } from './tables/index.ts';

/** An open, migrated database. Both kinds behave the same. */
export interface Database {
  readonly kind: 'embedded' | 'postgresql';
  /** For requests: statements are ended after 10 s. */
  readonly db: Kysely<Tables>;
  /** For imports: statements may take minutes. */
  readonly bulk: Kysely<Tables>;
  close(): Promise<void>;
}

/** Steps of opening, for progress lines. */
export type OpeningStep = FolderStep | 'migrating';

export const embeddedDatabase = (keeper: Keeper, queryMs: number = limits.queryMs): Database => {
  const gate = new Gate(limits.waiting, limits.waitMs);
  return {
    kind: 'embedded',
    db: new Kysely<Tables>({ dialect: embeddedDialect(keeper, gate, queryMs) }),
    bulk: new Kysely<Tables>({ dialect: embeddedDialect(keeper, gate, limits.bulkMs) }),
    close: () => keeper.close(),
  };
};

export const postgresDatabase = (databaseUrl: string, queryMs: number = limits.queryMs): Database => {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: createPool(databaseUrl, 10, queryMs) }),
  });
  const bulk = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: createPool(databaseUrl, 2, limits.bulkMs) }),
  });
  const close = async () => {
    await Promise.all([db.destroy(), bulk.destroy()]);
  };
  return { kind: 'postgresql', db, bulk, close };
};

/** The folder must be locked by the caller. @throws Problem `folder-damaged`. */
export const openEmbedded = async (
  dataDir: string,
  report: (step: OpeningStep) => void,
): Promise<Database> => {
  const database = embeddedDatabase(await openFolder(dataDir, report));
  try {
    report('migrating');
    await migrate(database.bulk);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** @throws Problem `database-unreachable`, also when PostGIS is missing and may not be created. */
export const openPostgres = async (
  databaseUrl: string,
  report: (step: OpeningStep) => void,
): Promise<Database> => {
  report('opening');
  await checkReachable(databaseUrl);
  const database = postgresDatabase(databaseUrl);
  try {
    report('migrating');
    await migrate(database.bulk);
    return database;
  } catch (error) {
    await database.close();
    throw new Problem('database-unreachable', {
      values: { database: publicName(databaseUrl), detail: detailOf(error) },
      cause: error,
    });
  }
};
