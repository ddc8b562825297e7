import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Endpoint } from '#core/contract/define.ts';
import { type DatasetName, type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import type { Answer, Call, Site } from './call.ts';
import { etagOf, matchingTag } from './etag.ts';
import { toFaults } from './faults.ts';
import { chooseFormat, chooseLanguage } from './negotiate.ts';
import { originOf } from './origin.ts';
import { parseQueryString } from './query-string.ts';

type Some = Endpoint<unknown, unknown, unknown, string>;
type SomeHandler = (call: Call<unknown, unknown, unknown, string>, site: Site) => Promise<Answer> | Answer;

/** Parameters after "?", as text. */
function searchOf(request: Request): ReadonlyMap<string, string> {
  const at = request.originalUrl.indexOf('?');
  return at < 0 ? new Map() : parseQueryString(request.originalUrl.slice(at + 1));
}

/** Names a schema knows, to offer them for an unknown one. */
const namesOf = (schema: z.ZodType): readonly string[] => {
  if (schema instanceof z.ZodPipe) return namesOf(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return namesOf(schema.options[0] as z.ZodType);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
};

function readPath(endpoint: Some, request: Request): unknown {
  const path = endpoint.parameters.safeParse(request.params, { reportInput: true });
  if (path.success) return path.data;
  throw new Problem('not-found', {
    faults: toFaults(path.error, 'query', []),
    values: { what: request.path },
  });
}

function readQuery(
  endpoint: Some,
  path: unknown,
  search: ReadonlyMap<string, string>,
  regionCrs: number,
): unknown {
  const schema = endpoint.query(path, regionCrs);
  const query = schema.safeParse(Object.fromEntries(search), { reportInput: true });
  if (query.success) return query.data;
  throw new Problem('bad-query', { faults: toFaults(query.error, 'query', namesOf(schema)) });
}

function readBody(endpoint: Some, request: Request): unknown {
  if (endpoint.body === null) return null;
  const body = endpoint.body.schema.safeParse(request.body, { reportInput: true });
  if (body.success) return body.data;
  throw new Problem('bad-body', { faults: toFaults(body.error, 'body', namesOf(endpoint.body.schema)) });
}

/** Fires when the connection closes before the answer is out. */
function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  return gone.signal;
}

/** Reads everything of a request but the versions. @throws Problem */
function readCall(
  endpoint: Some,
  request: Request,
  response: Response,
  site: Site,
): Omit<Call<unknown, unknown, unknown, string>, 'versions'> {
  const path = readPath(endpoint, request);
  const search = searchOf(request);
  const query = readQuery(endpoint, path, search, site.region.crs);
  return {
    path,
    query,
    body: readBody(endpoint, request),
    format: endpoint.formatOf?.(path) ?? chooseFormat(request, endpoint.formats, search.get('f')),
    language: chooseLanguage(request, search.get('lang'), site.region),
    origin: originOf(request),
    address: request.path,
    search,
    signal: goneSignal(response),
  };
}

const versionsOf = async (
  site: Site,
  datasets: readonly DatasetName[],
): Promise<readonly DatasetVersion[]> =>
  datasets.length === 0
    ? []
    : (await site.data.currentVersions()).filter((version) => datasets.includes(version.dataset));

const textTypes = /^text\//;

function setHeaders(
  endpoint: Some,
  call: Omit<Call<unknown, unknown, unknown, string>, 'versions'>,
  response: Response,
): void {
  const mediaType = endpoint.formats[call.format]?.mediaType ?? 'application/octet-stream';
  response.setHeader('Content-Type', textTypes.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType);
  response.setHeader('Content-Language', call.language);
  response.setHeader('Vary', 'Accept, Accept-Encoding, Accept-Language');
  response.setHeader('Cache-Control', 'no-cache');
}

/** The day counts for events: after midnight other dates are laid out, without an import. */
const dayOf = (datasets: readonly DatasetName[], site: Site): string =>
  datasets.includes('events') ? site.laidOutOn() : '';

const attempts = 3;

/**
 * Lets the handler answer on one state of the data: when an import switched over meanwhile, the answer
 * may be of either state, so it is thrown away and asked for again. Null ends the request without a body.
 */
async function answerOnOneState(
  state: () => Promise<readonly DatasetVersion[]>,
  answer: (versions: readonly DatasetVersion[]) => Promise<Answer | null>,
): Promise<Answer | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const versions = await state();
    const answered = await answer(versions);
    const later = await state();
    if (answered === null || stateOf(later) === stateOf(versions)) return answered;
  }
  throw new Problem('unavailable');
}

/**
 * One request in four sentences: read, ask whether the reader already has it, let the handler gather,
 * compute and present, and send.
 */
export function serve(endpoint: Some, handler: SomeHandler, site: Site): RequestHandler {
  return async (request, response) => {
    const read = readCall(endpoint, request, response, site);
    setHeaders(endpoint, read, response);
    const datasets = endpoint.datasets(read.path);
    const hasAlready = (versions: readonly DatasetVersion[], of: readonly DatasetName[]) => {
      const parts = [
        site.softwareVersion,
        site.region.id,
        read.language,
        read.format,
        read.origin,
        dayOf(of, site),
      ];
      const etag = etagOf(versions, parts);
      const known = matchingTag(request.get('If-None-Match'), etag);
      response.setHeader('ETag', known ?? etag);
      return known !== null;
    };
    const answer =
      datasets === null
        ? await handler({ ...read, versions: [] }, site)
        : await answerOnOneState(
            () => versionsOf(site, datasets),
            async (versions) =>
              hasAlready(versions, datasets) ? null : await handler({ ...read, versions }, site),
          );
    if (answer === null) return void response.status(304).end();
    response.status(answer.status ?? endpoint.success);
    response.setHeaders(new Map(Object.entries(answer.headers ?? {})));
    const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
    response.setHeader('Content-Length', bytes.byteLength);
    response.end(bytes);
  };
}
