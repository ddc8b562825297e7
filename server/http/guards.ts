import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { Problem } from '#core/problem.ts';
import { decode } from './query-string.ts';

/** Requests an address may make. */
export interface Limits {
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
  /** Figures kept: they stay for ever, so they count as writes and once more by the hour. */
  readonly figuresPerHour: number;
}

export const usualLimits: Limits = { readsPerMinute: 1200, writesPerMinute: 60, figuresPerHour: 20 };

/**
 * Everything comes from this server: no inline script or style, no third party. `blob:` and `data:` are for
 * images only (icons of the map's style sheet, previews of figures). Strict transport is the business of
 * whoever ends TLS in front.
 */
export const secureHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  strictTransportSecurity: false,
});

/** Only the page itself may ask for a position, and only the browser hears it. */
export const permissions: RequestHandler = (_request, response, next) => {
  response.setHeader('Permissions-Policy', 'geolocation=(self), camera=(), microphone=(), payment=()');
  next();
};

/** Open data: any page may read the API, none may write through a visitor's browser. */
export const openToAll: RequestHandler = (request, response, next) => {
  if (/^\/(api|f)\//.test(request.path) || request.path === '/api/v1') {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS');
    response.setHeader('Access-Control-Allow-Headers', 'If-None-Match');
    response.setHeader('Access-Control-Expose-Headers', 'Content-Crs, ETag, Link, Retry-After, X-Request-Id');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  next();
};

/** Refuses a path with a broken encoding, broken UTF-8 or NUL before anything reads it. */
export const checkPath: RequestHandler = (request, _response, next) => {
  decode(request.path, 'path');
  next();
};

/** The router takes the path with and without a slash at its end. */
const keepsFigure = /^\/api\/v1\/figures\/?$/;

const isWrite = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

function limiter(
  windowMs: number,
  limit: number,
  counts: (request: Pick<Request, 'method' | 'path'>) => boolean,
  skipFailedRequests = false,
): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipFailedRequests,
    skip: (request) => request.path.startsWith('/health/') || !counts(request),
    handler: (_request, _response, next) =>
      next(new Problem('too-many-requests', { values: { seconds: windowMs / 1000 } })),
  });
}

/** Generous for reading, strict for writing; counted by address in this process. */
export const limitRates = (limits: Limits): readonly RequestHandler[] => [
  limiter(minuteMs, limits.readsPerMinute, ({ method }) => !isWrite(method)),
  limiter(minuteMs, limits.writesPerMinute, ({ method }) => isWrite(method)),
  // A refused specification keeps nothing.
  limiter(
    hourMs,
    limits.figuresPerHour,
    ({ method, path }) => isWrite(method) && keepsFigure.test(path),
    true,
  ),
];
