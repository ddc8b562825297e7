import type { Kysely } from 'kysely';
import type { Tables } from './tables/index.ts';

/**
 * The same database for one piece of work that can be cancelled: no statement is begun any more once the
 * signal has fired. A transaction under way is rolled back.
 */
export const stoppable = (db: Kysely<Tables>, signal: AbortSignal | undefined): Kysely<Tables> =>
  signal === undefined
    ? db
    : db.withPlugin({
        transformQuery: ({ node }) => {
          signal.throwIfAborted();
          return node;
        },
        transformResult: async ({ result }) => result,
      });
