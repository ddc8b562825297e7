import type { ErrorRequestHandler, Request, Response } from 'express';
import { fill } from '#core/language/format.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { type Fault, Problem, type ProblemCode } from '#core/problem.ts';
import { chooseLanguage } from './negotiate.ts';
import { originOf } from './origin.ts';

/** The only place where an error code becomes a status. */
const statuses: Readonly<Record<ProblemCode, number>> = {
  'bad-query': 400,
  'bad-body': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  unauthorised: 401,
  unavailable: 503,
  timeout: 504,
  'bad-import': 422,
  'version-in-use': 409,
  'version-forgotten': 410,
  'dataset-needed': 409,
  'bad-figure': 422,
  'figures-full': 507,
  'bad-config': 500,
  'folder-in-use': 503,
  'folder-damaged': 503,
  'database-unreachable': 503,
  'port-in-use': 500,
  internal: 500,
};

export const statusOf = (code: ProblemCode): number => statuses[code];

/** Errors that Express and its body parsers throw, by their `type` (npm http-errors). */
const fromParser = (type: string, limit: unknown): Problem | null => {
  switch (type) {
    case 'entity.too.large':
      return new Problem('too-large', { values: { limit: `${Math.round(Number(limit) / 1000)} kB` } });
    case 'entity.parse.failed':
    case 'request.size.invalid':
    case 'request.aborted':
      return new Problem('bad-body', { faults: [{ field: '/', fault: 'malformed', expected: 'JSON' }] });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new Problem('unsupported-media-type', { values: { accepted: 'utf-8; gzip, br, deflate' } });
    default:
      return null;
  }
};

/** Any thrown thing as a problem; what nobody foresaw is `internal`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return new Problem('internal', { cause: error });
  const { type, status, limit } = error as Error & { type?: unknown; status?: unknown; limit?: unknown };
  const parsed = typeof type === 'string' ? fromParser(type, limit) : null;
  if (parsed !== null) return parsed;
  if (status === 400) return new Problem('bad-query', { faults: [{ field: 'path', fault: 'malformed' }] });
  if (status === 403 || status === 404) return new Problem('not-found', { values: { what: '' } });
  return new Problem('internal', { cause: error });
}

const writeFault = (fault: Fault, language: Language) => ({
  field: fault.field,
  ...(fault.row === undefined ? {} : { row: fault.row }),
  ...(fault.cell === undefined ? {} : { cell: fault.cell }),
  fault: fault.fault,
  message: words[language].faults[fault.fault],
  ...(fault.value === undefined ? {} : { value: fault.value }),
  ...(fault.expected === undefined ? {} : { expected: fault.expected }),
});

/** Body of an error answer: RFC 9457, in the reader's language. */
function writeProblem(problem: Problem, request: Request, language: Language) {
  const requestId = String(request.id);
  const [title, detail] = words[language].problems[problem.code];
  return {
    type: `${originOf(request, 'http://localhost')}/api/v1/docs#${problem.code}`,
    title,
    status: statusOf(problem.code),
    detail: fill(detail, { what: request.path, ...problem.values, requestId }),
    instance: request.path,
    code: problem.code,
    requestId,
    errors: problem.faults.map((fault) => writeFault(fault, language)),
  };
}

function setHeaders(problem: Problem, response: Response): void {
  const { allow, seconds } = problem.values;
  if (allow !== undefined) response.setHeader('Allow', String(allow));
  if (problem.code === 'unauthorised') response.setHeader('WWW-Authenticate', 'Bearer');
  const status = statusOf(problem.code);
  if (status === 429 || status === 503) response.setHeader('Retry-After', String(seconds ?? 5));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Vary', 'Accept, Accept-Encoding, Accept-Language');
  for (const name of ['ETag', 'Content-Disposition', 'Content-Crs']) response.removeHeader(name);
}

/** The trailing error handler. */
export const answerError: ErrorRequestHandler = (error, request, response, next) => {
  // Whoever asked has gone: nobody hears what was broken off for that.
  if (response.closed) return;
  const problem = toProblem(error);
  if (statusOf(problem.code) >= 500) request.log.error({ err: problem.cause ?? problem }, problem.code);
  if (response.headersSent) return next(error);
  const asked = /[?&]lang=(lv|en)(&|$)/.exec(request.originalUrl)?.[1];
  const language = chooseLanguage(request, asked);
  setHeaders(problem, response);
  response.setHeader('Content-Language', language);
  response.status(statusOf(problem.code)).type('application/problem+json');
  response.end(JSON.stringify(writeProblem(problem, request, language)));
};
