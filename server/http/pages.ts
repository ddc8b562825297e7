import express, { type RequestHandler, type Router } from 'express';
import { findPage } from '#core/language/routes.ts';
import { Problem } from '#core/problem.ts';
import type { Site } from './call.ts';

/** Files of the built page. Names with a hash never change their content. */
export function clientFiles(folder: string): RequestHandler {
  const forEver = 'public, max-age=31536000, immutable';
  return express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, file) => {
      const isHashed = /[\\/]assets[\\/]/.test(file);
      response.setHeader('Cache-Control', isHashed ? forEver : 'no-cache');
    },
  });
}

/** Pages of the addresses in `core/language/routes.ts`. */
export function pages(_site: Site, template: string | null): Router {
  const router = express.Router();
  router.get('/{*path}', (request, response) => {
    const found = findPage(request.path);
    if (found === null || template === null)
      throw new Problem('not-found', { values: { what: request.path } });
    response.type('html').send(template);
  });
  return router;
}
