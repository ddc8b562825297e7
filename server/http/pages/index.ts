import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { words } from '#core/language/index.ts';
import { wordsOfRegion } from '#core/language/region-words.ts';
import { findPage, type Language, pagePath } from '#core/language/routes.ts';
import { Problem } from '#core/problem.ts';
import type { Site } from '../call.ts';
import { statusOf, toProblem } from '../errors.ts';
import { originOf } from '../origin.ts';
import { type PageText, textOnly } from './page.ts';
import { type Place, plainTemplate, renderPage } from './render.ts';
import { writeRobots, writeSitemap } from './sitemap.ts';
import { describePage } from './texts.ts';

/** Files of the built page. Names with a hash never change their content. */
export function clientFiles(folder: string): RequestHandler {
  const forEver = 'public, max-age=31536000, immutable';
  const files = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, file) => {
      const isHashed = /[\\/]assets[\\/]/.test(file);
      response.setHeader('Cache-Control', isHashed ? forEver : 'no-cache');
    },
  });
  // The template by its own name would be a page without a head.
  return (request, response, next) =>
    request.path === '/index.html' ? response.redirect(308, '/') : files(request, response, next);
}

interface Outcome {
  readonly status: number;
  readonly text: PageText;
  readonly place: Place | null;
}

const missing = (language: Language): Outcome => {
  const { page } = words[language].collections;
  return { status: 404, text: textOnly(page.missing, page.missingText), place: null };
};

/** A failing database must not take the page away: it has words of its own for that, so it is sent all the same. */
async function describe(request: Request, origin: string, language: Language, site: Site): Promise<Outcome> {
  const found = findPage(request.path);
  if (found === null) return missing(language);
  const place: Place = { page: found.page, id: found.id };
  try {
    const said = wordsOfRegion(words[language], language, site.region);
    const text = await describePage(found.page, found.id ?? '', { origin, language, words: said }, site);
    return { status: 200, text, place };
  } catch (error) {
    const problem = toProblem(error);
    if (problem.code === 'not-found') return missing(language);
    request.log.error({ err: problem.cause ?? problem }, problem.code);
    const [title, detail] = words[language].problems.unavailable;
    return { status: statusOf(problem.code), text: textOnly(title, detail), place: null };
  }
}

/** The address alone says the language of a page, so that a link looks the same to everybody. */
const languageOf = (path: string): Language =>
  findPage(path)?.language ?? (/^\/en(\/|$)/.test(path) ? 'en' : 'lv');

const isForMachines = (path: string) => /^\/(api|imports|health|assets)(\/|$)|\.[a-z0-9]{1,5}$/i.test(path);

const sendText = (response: Response, mediaType: string, body: string) => {
  response.setHeader('Content-Type', `${mediaType}; charset=utf-8`);
  response.setHeader('Cache-Control', 'no-cache');
  response.end(body);
};

/**
 * Pages of the addresses in `core/language/routes.ts`, with head and essentials written by the server.
 * @param template reads the built `index.html`; null where none was built
 */
export function pages(site: Site, template: () => string | null): Router {
  const router = express.Router();
  router.get('/sitemap.xml', async (request, response) => {
    sendText(response, 'application/xml', await writeSitemap(site, originOf(request)));
  });
  router.get('/robots.txt', (request, response) => {
    sendText(response, 'text/plain', writeRobots(originOf(request)));
  });
  router.all('/{*path}', async (request, response) => {
    if (isForMachines(request.path)) throw new Problem('not-found', { values: { what: request.path } });
    if (request.method === 'OPTIONS')
      return void response.setHeader('Allow', 'GET, HEAD, OPTIONS').status(204).end();
    if (!['GET', 'HEAD'].includes(request.method)) {
      throw new Problem('method-not-allowed', { values: { allow: 'GET, HEAD, OPTIONS' } });
    }
    const origin = originOf(request);
    const language = languageOf(request.path);
    const { status, text, place } = await describe(request, origin, language, site);
    if (place !== null && text.nowAt !== undefined) {
      // For now only: a decision about one place can be taken back.
      const query = /\?.*$/s.exec(request.url)?.[0] ?? '';
      return response.redirect(302, `${pagePath(place.page, language, text.nowAt)}${query}`);
    }
    response.status(status).setHeader('Content-Language', language);
    sendText(
      response,
      'text/html',
      renderPage(template() ?? plainTemplate, text, {
        origin,
        language,
        place,
        site: wordsOfRegion(words[language], language, site.region).common.title,
      }),
    );
  });
  return router;
}
