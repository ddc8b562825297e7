import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express from 'express';
import type { MethodPages } from '#core/contract/methods.ts';
import type { SourceListing } from '#core/contract/sources.ts';
import { localDay } from '#core/offer/local-time.ts';
import type { Context } from './context.ts';
import { answerError } from './http/errors.ts';
import { tagEncoding } from './http/etag.ts';
import { extentMemory } from './http/extent.ts';
import {
  checkPath,
  type Limits,
  limitRates,
  openToAll,
  permissions,
  secureHeaders,
  usualLimits,
} from './http/guards.ts';
import { apiRouter } from './http/index.ts';
import { logRequests } from './http/logging.ts';
import { clientFiles, pages } from './http/pages/index.ts';

export interface AppOptions {
  /** Key for imports over the network; null switches them off. */
  readonly importToken: string | null;
  /** Folder of the built page. */
  readonly clientFolder: string;
  readonly softwareVersion: string;
  /** Where every computed answer leads that names its method. */
  readonly methods: MethodPages;
  /** Where official data can be had; none unless said. */
  readonly sources?: readonly SourceListing[];
  /** Requests per minute and address; generous unless said. */
  readonly limits?: Limits;
  /** Day in Latvia for which the dates of events are laid out; the present day unless said. */
  readonly laidOutOn?: () => string;
}

/** The whole HTTP side: what every request passes, the API, the pages, the errors. */
export function createApp(context: Context, options: AppOptions): express.Express {
  const app = express();
  // A proxy on the same machine may say which scheme, host and address it served.
  app.set('trust proxy', 'loopback');
  app.set('etag', false);
  // `searchOf` reads the query string; nothing else may.
  app.set('query parser', false);

  const { importToken, softwareVersion, methods, sources = [] } = options;
  const laidOutOn = options.laidOutOn ?? (() => localDay(context.clock.now()));
  const extentOf = extentMemory(context.data, laidOutOn);
  const site = { ...context, importToken, softwareVersion, methods, sources, laidOutOn, extentOf };
  // Read anew for every page: its names of files change when the page is built again under a running server.
  const file = join(options.clientFolder, 'index.html');
  const template = () => (existsSync(file) ? readFileSync(file, 'utf8') : null);

  app.use(logRequests(context), tagEncoding, compression(), secureHeaders, permissions, openToAll, checkPath);
  app.use(clientFiles(options.clientFolder));
  app.use(...limitRates(options.limits ?? usualLimits));
  app.use(apiRouter(site));
  app.use(pages(site, template));
  app.use(answerError);
  return app;
}
