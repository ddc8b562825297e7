import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Endpoints } from '#core/contract/index.ts';
import type { Language } from '#core/language/routes.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { Problem } from '#core/problem.ts';
import type { ImportReport } from '../context.ts';
import { type Answer, type Handler, jsonBody, type Site } from './call.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compared as hashes, so that neither time nor length tells anything of the key. */
const isSame = (given: string, key: string) => timingSafeEqual(digest(given), digest(key));

/** Stands before the body is read. Without a key on the server this address does not exist. */
export const checkImportKey =
  ({ importToken }: Site): RequestHandler =>
  (request, _response, next) => {
    if (importToken === null) throw new Problem('not-found', { values: { what: request.path } });
    const [scheme = '', given = ''] = (request.get('Authorization') ?? '').split(' ');
    const isAllowed = scheme.toLowerCase() === 'bearer' && isSame(given, importToken);
    next(isAllowed ? undefined : new Problem('unauthorised'));
  };

/** A report with its warnings in the language of the request. */
export const writeReport = (report: ImportReport, language: Language): Answer => {
  const warnings = report.warnings.map((warning) => ({ ...warning, message: sayWarning(warning, language) }));
  return jsonBody({ ...report, warnings });
};

export const imports: Handler<Endpoints['imports']> = async ({ path, query, body, language }, site) =>
  writeReport(await site.imports.importCsv(path.dataset, query.list, query.fileName, body), language);
