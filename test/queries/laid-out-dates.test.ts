import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { layOutDates } from '#server/jobs/lay-out-dates.ts';
import { type StartedJobs, startJobs } from '#server/jobs/start.ts';
import { openTestDatabase, type TestDatabase } from './harness.ts';

let database: TestDatabase;
let jobs: StartedJobs;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  vi.useRealTimers();
  await jobs.stop();
  await database.drop();
});

const nothing = async () => undefined;
const lastDate = async () => {
  const row = await database.db
    .selectFrom('occurrence')
    .select(({ fn }) => fn.max('starts_at').as('last'))
    .executeTakeFirstOrThrow();
  return String(row.last);
};

it('the dates of events move on soon after midnight in Latvia, and again after a failure', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let now = new Date('2026-07-10T20:59:30Z');
  await layOutDates(database, now);
  const before = await lastDate();
  let isBroken = false;
  const shaky = new Proxy<Database>(database, {
    get: (of, name) => {
      if (isBroken) throw new Error('away');
      return Reflect.get(of, name);
    },
  });
  const errors = vi.fn();
  jobs = startJobs({
    database: shaky,
    clock: { now: () => now },
    engine: { computeTravelTimes: nothing, computeRoundTrips: nothing },
    figures: { preview: async () => '' },
    log: { error: errors },
    laidOut: now,
  });
  jobs.look();
  await vi.waitFor(
    () =>
      expect(jobs.progress().jobs.filter(({ kind }) => kind === 'travel-times')).toMatchObject([
        { state: 'finished' },
      ]),
    { timeout: 60_000 },
  );
  expect(jobs.laidOutOn()).toBe('2026-07-10');
  // The end of the stretch moves on by half a year, so that it is seen in the dates.
  now = new Date('2027-01-10T22:00:30Z');
  isBroken = true;
  vi.advanceTimersByTime(60_000);
  // Whatever is under way and does not depend on the day goes on to its end.
  await vi.waitFor(() => expect(errors).toHaveBeenCalled(), { timeout: 20_000 });
  expect(jobs.laidOutOn()).toBe('2026-07-10');
  isBroken = false;
  await vi.waitFor(() => expect(jobs.laidOutOn()).toBe('2027-01-11'), { timeout: 60_000 });
  expect((await lastDate()) > before).toBe(true);
}, 120_000);
