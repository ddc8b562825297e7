/**
 * A publisher of files on this machine that behaves as it is told, badly too: for tests of `server/fetch` and for
 * journeys that fetch. Speaks plain HTTP; what it was asked is kept.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface Served {
  readonly body: string | Uint8Array;
  readonly type?: string;
  /** Strong unless it begins with W/; null names none. Made of the body where nothing is said. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Whether the rest of a file may be asked for. */
  readonly hasRanges?: boolean;
  /** Breaks the connection after so many bytes of each answer, so often (default: always). */
  readonly cutAfter?: { readonly bytes: number; readonly times?: number };
  /** Served instead once this path was asked so often: the file has changed meanwhile. */
  readonly later?: { readonly after: number; readonly instead: Served };
  /** Answers so first, so often (default: always). */
  readonly fails?: { readonly status: number; readonly times?: number; readonly retryAfter?: string };
  readonly redirectTo?: string;
  readonly redirectStatus?: number;
  /** Says another length than the body has. */
  readonly statedLength?: number;
  /** Packs the body although nobody asked for it. */
  readonly encoding?: 'gzip' | 'compress';
  /** Sends nothing for so long before the answer begins. */
  readonly answersAfterMs?: number;
  /** Stops for ever after so many bytes, without closing. */
  readonly stopsAfter?: number;
  /** Says of the rest of a file that it begins elsewhere. */
  readonly rangeStart?: number;
  /** No length stated: the body comes in chunks. */
  readonly isChunked?: boolean;
  /** Only for what is posted with this in it. */
  readonly expectsPost?: string;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Imitation {
  /** "http://127.0.0.1:4180" */
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Adds a path or changes how it is served. */
  serve(path: string, served: Served): void;
  forget(): void;
  close(): Promise<void>;
}

const tagOf = (served: Served): string | null =>
  served.etag === undefined ? `"${Buffer.from(served.body).length}-v1"` : served.etag;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Listens on a free port of 127.0.0.1, or on the one given. */
export const imitate = async (files: Readonly<Record<string, Served>> = {}, port = 0): Promise<Imitation> => {
  const served = new Map(Object.entries(files));
  const times = new Map<string, number>();
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    asked.push({ method: request.method ?? '', path, headers: request.headers, body: await bodyOf(request) });
    const count = (times.get(path) ?? 0) + 1;
    times.set(path, count);
    const first = served.get(path);
    if (first === undefined) return void response.writeHead(404).end('no such file');
    const now = first.later !== undefined && count > first.later.after ? first.later.instead : first;
    await serve(now, count, asked.at(-1) as Asked, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    serve: (path, file) => {
      served.set(path, file);
      times.delete(path);
    },
    forget: () => {
      asked.length = 0;
      times.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function serve(file: Served, count: number, asked: Asked, response: ServerResponse): Promise<void> {
  if (file.answersAfterMs !== undefined) await wait(file.answersAfterMs);
  if (file.fails !== undefined && count <= (file.fails.times ?? Number.POSITIVE_INFINITY)) {
    const { status, retryAfter } = file.fails;
    response.writeHead(status, retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
    return void response.end('not now');
  }
  if (file.redirectTo !== undefined) {
    return void response.writeHead(file.redirectStatus ?? 302, { Location: file.redirectTo }).end();
  }
  if (file.expectsPost !== undefined && !(asked.method === 'POST' && asked.body.includes(file.expectsPost))) {
    return void response.writeHead(400).end('bad query');
  }
  if (isUnchanged(file, asked)) return void response.writeHead(304, headersOf(file)).end();
  sendBody(file, count, asked, response);
}

const headersOf = (file: Served): Record<string, string> => {
  const tag = tagOf(file);
  return {
    'Content-Type': file.type ?? 'application/octet-stream',
    ...(tag === null ? {} : { ETag: tag }),
    ...(file.lastModified ? { 'Last-Modified': file.lastModified } : {}),
  };
};

const isUnchanged = (file: Served, { headers, method }: Asked): boolean => {
  if (method !== 'GET' || headers.range !== undefined) return false;
  const tag = headers['if-none-match'];
  if (tag !== undefined) return tag === tagOf(file);
  return headers['if-modified-since'] !== undefined && headers['if-modified-since'] === file.lastModified;
};

/** First byte of the rest that is asked for; null where the whole file is to be sent. */
const startOf = (file: Served, { headers }: Asked): number | null => {
  const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
  if (from === undefined || file.hasRanges === false) return null;
  const condition = headers['if-range'];
  const holds = condition === undefined || condition === tagOf(file) || condition === file.lastModified;
  return holds ? Number(from) : null;
};

function sendBody(file: Served, count: number, asked: Asked, response: ServerResponse): void {
  const whole = Buffer.from(file.body);
  const start = startOf(file, asked);
  if (start !== null && start >= whole.length) {
    return void response.writeHead(416, { 'Content-Range': `bytes */${whole.length}` }).end();
  }
  const plain = whole.subarray(start ?? 0);
  const body = file.encoding === 'gzip' ? gzipSync(plain) : plain;
  const range = `bytes ${file.rangeStart ?? start}-${whole.length - 1}/${whole.length}`;
  response.writeHead(start === null ? 200 : 206, {
    ...headersOf(file),
    ...(start === null ? {} : { 'Content-Range': range }),
    ...(file.encoding === undefined ? {} : { 'Content-Encoding': file.encoding }),
    ...(file.isChunked === true ? {} : { 'Content-Length': String(file.statedLength ?? body.length) }),
  });
  const { cutAfter, stopsAfter } = file;
  if (cutAfter !== undefined && count <= (cutAfter.times ?? Number.POSITIVE_INFINITY)) {
    // Late enough for what was sent to be read on a busy machine: a cut throws away what still waits.
    response.write(body.subarray(0, cutAfter.bytes), () => setTimeout(() => response.destroy(), 150));
  } else if (stopsAfter !== undefined) response.write(body.subarray(0, stopsAfter));
  else if (file.statedLength !== undefined) {
    // Node would not let us lie: past it, on the bare connection.
    response.flushHeaders();
    response.socket?.end(body);
  } else response.end(body);
}
