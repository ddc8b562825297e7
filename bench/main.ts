import { cpus } from 'node:os';
import { geocoding } from './geocode.ts';
import { importing } from './imports.ts';
import { wholeMatrix } from './matrix.ts';
import { oneToAll } from './one-to-all.ts';
import { firstScreen } from './page.ts';
import { readingPbf } from './pbf.ts';
import { startPeer } from './peer.ts';
import { say } from './print.ts';
import { publicTransport } from './raptor.ts';
import { onEmbedded, onPostgres } from './running.ts';
import { realStreets } from './streets.ts';
import { largeStreets } from './streets-large.ts';

/*
 * `npm run bench`: every figure the project promises, measured now on this machine, the peer in the same
 * run. `npm run bench -- 3120` takes ports 3120 and 3121 instead of 54320 and 54321.
 */
const port = Number(process.argv[2] ?? '54320');

say(`Node ${process.version}, ${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'})`);
const peer = await startPeer(port);
if (!peer?.hasRouting) say('peer not installed: apt-get install postgresql-15-pgrouting');
const failures: unknown[] = [];
const sections = [
  () => oneToAll(peer),
  () => realStreets(peer),
  () => largeStreets(),
  () => publicTransport(),
  () => readingPbf(),
  () => importing(peer),
  () => geocoding(peer),
  () => wholeMatrix(),
  () => onEmbedded(port + 1),
  () => onPostgres(peer, port + 1),
  () => firstScreen(),
];
try {
  for (const section of sections) {
    try {
      await section();
    } catch (error) {
      failures.push(error);
      say(`\nA section failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  await peer?.stop();
}
process.exitCode = failures.length === 0 ? 0 : 1;
