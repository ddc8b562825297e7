import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Context } from '../context.ts';

const givenId = /^[A-Za-z0-9_-]{1,64}$/;

/** Ids that differ within a process and, by the start time, between processes; a proxy's own id is kept. */
function idMaker({ clock }: Context): (given: string | undefined) => string {
  const start = clock.now().getTime().toString(36);
  let count = 0;
  return (given) =>
    given !== undefined && givenId.test(given) ? given : `${start}-${(++count).toString(36)}`;
}

/**
 * One line for each request: id, method, path, status, milliseconds. Never the query string, headers or
 * addresses: a resident's position could be in them.
 */
export function logRequests(context: Context): RequestHandler {
  const makeId = idMaker(context);
  const path = (url: string | undefined) => (url ?? '').split('?')[0];
  return pinoHttp({
    logger: context.log,
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId', responseTime: 'ms' },
    genReqId: (request, response) => {
      const header = request.headers['x-request-id'];
      const id = makeId(Array.isArray(header) ? undefined : header);
      response.setHeader('X-Request-Id', id);
      return id;
    },
    wrapSerializers: false,
    serializers: {
      req: () => undefined,
      res: (response: { statusCode: number }) => response.statusCode,
      err: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack }),
    },
    customProps: (request) => ({ method: request.method, path: path(request.originalUrl ?? request.url) }),
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode >= 500
        ? 'error'
        : response.statusCode >= 400
          ? 'info'
          : 'debug',
  });
}
