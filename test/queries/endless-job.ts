/**
 * A process that takes a job in hand, says so, and works on it until it is killed. Started by `runner.test.ts` with
 * a folder or an address.
 */
import { embeddedDatabase, postgresDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { openJobs } from '#server/db/jobs.ts';
import { createLedger } from '#server/jobs/ledger.ts';
import { createRunner } from '#server/jobs/runner.ts';
import { version } from '../toytown/engine-data.ts';

const [place = ''] = process.argv.slice(2);
const database = place.startsWith('postgres:')
  ? postgresDatabase(place)
  : embeddedDatabase(await openFolder(place, () => undefined));
const limits = { retries: 4, retryDelaySeconds: 1, heartbeatSeconds: 10 };
const queue = await openJobs(database, ['endless'], () => undefined, limits);
const log = { error: () => undefined };
const clock = { now: () => new Date('2026-07-10T09:00:00Z') };
const readVersions = async () => [version(7, 'venues')];
const run = () => new Promise<void>(() => process.stdout.write('begun\n'));
const jobs = [{ name: 'endless', datasets: ['venues'], isDaily: false, scope: 'shared', run }] as const;
createRunner({
  jobs,
  queue: async () => queue,
  ledger: createLedger(),
  log,
  clock,
  readVersions,
  isShared: true,
}).look();
// Something has to keep the process alive: what runs beside requests does not.
setInterval(() => undefined, 1000);
