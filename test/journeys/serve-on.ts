/** The server with a clock that starts at the instant named by the first argument: `node serve-on.ts 2026-11-23T08:00:00Z`. */
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/start.ts';
import { fail } from '#server/terminal.ts';

const startsAt = new Date(process.argv[2] ?? '').getTime();
if (Number.isNaN(startsAt)) throw new Error('no instant was named');
const begun = performance.now();

try {
  const now = () => new Date(startsAt + performance.now() - begun);
  const server = await startServer(readConfig(), { now });
  process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
} catch (error) {
  fail(error);
}
