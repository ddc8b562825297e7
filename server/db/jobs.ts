import { CompiledQuery } from 'kysely';
import { type Db, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database } from './database.ts';
import { statementsOf } from './statements.ts';

/** Where pg-boss keeps its tables, apart from ours. */
const schema = 'pgboss';

/** How failed work is tried again, and how dead workers are noticed. */
export interface JobLimits {
  /** Attempts after the first one. */
  readonly retries: number;
  /** Before the second attempt, in seconds; about twice as long before each further one. */
  readonly retryDelaySeconds: number;
  /** A job is taken from whoever has not said for so long that it is worked on, in seconds; at least 10. */
  readonly heartbeatSeconds: number;
}

const usualLimits: JobLimits = { retries: 4, retryDelaySeconds: 5, heartbeatSeconds: 30 };
const longestDelaySeconds = 300;
/** The longest that pg-boss allows; whoever died is noticed by the missing heartbeat. */
const longestSeconds = 24 * 3600;

/** A job as it was taken: only this attempt may settle it. */
export interface TakenJob {
  readonly key: string;
  readonly attempt: { readonly id: string; readonly retryCount: number };
}

/** What is known of the job of a key; `waiting` also between two attempts, with why the last one failed. */
type JobState =
  | { readonly state: 'none' | 'active' | 'completed' }
  | { readonly state: 'waiting' | 'failed'; readonly reason: string | null };

/**
 * Durable work in queues: at most one job of a key is waiting or under way over all processes of a database, and
 * a queue remembers only the newest key that was asked for.
 */
export interface JobQueue {
  state(queue: string, key: string): Promise<JobState>;
  /** Asks for the work of a key, unless it waits or is under way; forgets everything else that is not. */
  send(queue: string, key: string): Promise<void>;
  /** The next job that is due, held by this process from now on; null when there is none. */
  take(queue: string): Promise<TakenJob | null>;
  /** Says that a job is still worked on. */
  beat(queue: string, job: TakenJob): Promise<void>;
  complete(queue: string, job: TakenJob): Promise<void>;
  /** It is tried again later, or ends as failed when it was tried often enough. */
  fail(queue: string, job: TakenJob, reason: string): Promise<void>;
  /** Gives a job back that was not finished through no fault of its own. */
  giveBack(queue: string, job: TakenJob): Promise<void>;
  /** Puts what dead processes held back in line, and deletes what is old. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/**
 * pg-boss over our Kysely: on the embedded database there is one connection only, and on both its statements
 * share the limits of ours. A script is one transaction, as both drivers would make it.
 */
const adapterOf = ({ bulk }: Database): Db => ({
  async executeSql(text, values) {
    if (values !== undefined && values.length > 0) {
      const { rows } = await bulk.executeQuery(CompiledQuery.raw(text, [...values]));
      return { rows: [...rows] };
    }
    const statements = statementsOf(text).filter((one) => !/^(begin|commit)$/i.test(one));
    const [only] = statements;
    if (only === undefined) return { rows: [] };
    if (statements.length === 1) {
      const { rows } = await bulk.executeQuery(CompiledQuery.raw(only));
      return { rows: [...rows] };
    }
    const rows: unknown[] = [];
    await bulk.transaction().execute(async (trx) => {
      for (const statement of statements) {
        rows.push(...(await trx.executeQuery(CompiledQuery.raw(statement))).rows);
      }
    });
    return { rows };
  },
});

/** Nothing of it runs by itself: this process looks when there is reason to (`server/jobs/runner.ts`). */
const createBoss = (database: Database, { heartbeatSeconds }: JobLimits): PgBoss =>
  new PgBoss({
    db: adapterOf(database),
    schema,
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    supervise: false,
    schedule: false,
    registerInstance: false,
    monitorVacuum: false,
    reindex: false,
    monitorIntervalSeconds: heartbeatSeconds,
    queueCacheIntervalSeconds: 24 * 3600,
    bamIntervalSeconds: 24 * 3600,
    openTelemetry: { enabled: false },
  });

const reasonOf = ({ output }: JobWithMetadata<unknown>): string | null => {
  const { message } = (output ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : null;
};

const stateOf = (job: JobWithMetadata<unknown> | undefined): JobState => {
  switch (job?.state) {
    case 'created':
    case 'retry':
      return { state: 'waiting', reason: reasonOf(job) };
    case 'active':
    case 'completed':
      return { state: job.state };
    case 'failed':
      return { state: 'failed', reason: reasonOf(job) };
    default:
      return { state: 'none' };
  }
};

const isOver = ({ state }: JobWithMetadata<unknown>): boolean =>
  state === 'completed' || state === 'failed' || state === 'cancelled';

const createQueues = async (boss: PgBoss, queues: readonly string[]): Promise<void> => {
  const there = new Set((await boss.getQueues()).map(({ name }) => name));
  // Exclusive: at most one job of a key waits or is under way.
  for (const name of queues) if (!there.has(name)) await boss.createQueue(name, { policy: 'exclusive' });
};

/** What was under way when the only process that could hold it died; it counts as an attempt. */
const releaseCutOff = async (boss: PgBoss, queues: readonly string[]): Promise<void> => {
  for (const name of queues) {
    const active = (await boss.findJobs(name)).filter(({ state }) => state === 'active');
    const ids = active.map(({ id }) => id);
    if (ids.length > 0) await boss.fail(name, ids, { message: 'the server was cut off' });
  }
};

/** Forgets everything but the work of a key that waits, and all that is under way. */
const forgetOthers = async (boss: PgBoss, queue: string, key: string): Promise<void> => {
  const jobs = (await boss.findJobs(queue)).filter(({ state }) => state !== 'active');
  const ids = jobs.filter((job) => job.singletonKey !== key || isOver(job)).map(({ id }) => id);
  if (ids.length > 0) await boss.deleteJob(queue, ids);
};

/**
 * Opens the queues, and brings the tables of pg-boss to the version of the library.
 * @param onError is told of what fails beside a call.
 */
export const openJobs = async (
  database: Database,
  queues: readonly string[],
  onError: (error: unknown) => void,
  limits: JobLimits = usualLimits,
): Promise<JobQueue> => {
  const isAlone = database.kind === 'embedded';
  const boss = createBoss(database, limits);
  boss.on('error', onError);
  await boss.start();
  await createQueues(boss, queues);
  if (isAlone) await releaseCutOff(boss, queues);
  const manner = {
    retryLimit: limits.retries,
    retryDelay: limits.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: longestDelaySeconds,
    expireInSeconds: longestSeconds,
    // A process alone on its database needs no heartbeat: who holds the lock is alive.
    ...(isAlone ? {} : { heartbeatSeconds: limits.heartbeatSeconds }),
  };
  return {
    state: async (queue, key) => stateOf((await boss.findJobs(queue, { key })).at(-1)),
    send: async (queue, key) => {
      await forgetOthers(boss, queue, key);
      await boss.send(queue, {}, { ...manner, singletonKey: key });
    },
    take: async (queue) => {
      const [job] = await boss.fetch(queue, { includeMetadata: true });
      if (job === undefined) return null;
      return { key: job.singletonKey ?? '', attempt: { id: job.id, retryCount: job.retryCount } };
    },
    beat: async (queue, { attempt }) => {
      if (!isAlone) await boss.touch(queue, attempt);
    },
    complete: async (queue, { attempt }) => {
      await boss.complete(queue, attempt);
    },
    fail: async (queue, { attempt }, message) => {
      await boss.fail(queue, attempt, { message });
    },
    giveBack: async (queue, { attempt }) => {
      await boss.deleteJob(queue, attempt);
    },
    tidy: () => boss.supervise(),
    close: () => boss.stop({ graceful: false }),
  };
};
