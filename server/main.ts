import { readConfig } from './config.ts';
import { startServer } from './start.ts';
import { fail, say } from './terminal.ts';

/**
 * The entry: starts the server, says where it listens, and ends cleanly on a signal.
 * @param clientReady when the page is built.
 */
export const main = async (clientReady?: Promise<void>): Promise<void> => {
  try {
    const server = await startServer(readConfig(), { now: () => new Date() }, clientReady);
    say(`\nThe culture map is open: ${server.url}\nEnd it with Ctrl+C.`);
    const end = () => {
      say('Ending ...');
      server.close().then(() => process.exit(0), fail);
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  } catch (error) {
    fail(error);
  }
};

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) await main();
