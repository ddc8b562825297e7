import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '#core/problem.ts';
import type { Config } from './config.ts';

/** Time for answers under way when the server is told to end. */
const graceMs = 5_000;

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Takes no new requests, lets those under way finish, then cuts what is left. */
  close(): Promise<void>;
}

const addressOf = (server: Server, host: string): string => {
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });

/** @throws Problem `port-in-use`; `bad-config` when the host is not one of this machine. */
export const listen = (
  handler: Parameters<typeof createServer>[1],
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createServer(handler as NonNullable<typeof handler>);
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE';
      const values = { name: 'HOST', value: host, expected: cause.message };
      reject(
        isTaken
          ? new Problem('port-in-use', { values: { port } })
          : new Problem('bad-config', { values, cause }),
      );
    });
    server.listen(port, host, () =>
      resolve({ url: addressOf(server, host), close: () => closeServer(server) }),
    );
  });
