import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Endpoints } from '#core/contract/index.ts';
import type { Language } from '#core/language/routes.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { ImportManner, ImportReport } from '../context.ts';
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

/** A report with what was found in the language of the request. */
export const writeReport = (report: ImportReport, language: Language): Answer => {
  const say = (finding: ImportWarning) => ({ ...finding, message: sayWarning(finding, language) });
  const { warnings, findings } = report;
  const answer = jsonBody({
    ...report,
    warnings: warnings.map(say),
    ...(findings === undefined ? {} : { findings: findings.map(say) }),
  });
  // Only looked at: nothing was created.
  return report.isCheck ? { ...answer, status: 200 } : answer;
};

/** How an import is asked for: for good or only to look, and no longer than whoever asked waits. */
export const mannerOf = ({
  query,
  language,
  signal,
}: {
  readonly query: { readonly check: boolean; readonly map: boolean };
  readonly language: Language;
  readonly signal: AbortSignal;
}): ImportManner => ({ isCheck: query.check, ...(query.map ? { mapIn: language } : {}), signal });

/** @throws Problem `unavailable` where nobody waits any more, which is no fault of the server. */
export const untilGone = async <T>(
  { signal }: { readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    if (signal.aborted) throw new Problem('unavailable', { cause });
    throw cause;
  }
};

export const imports: Handler<Endpoints['imports']> = async (call, site) => {
  const { dataset } = call.path;
  const { list, fileName } = call.query;
  const report = await untilGone(call, () =>
    site.imports.importCsv(dataset, list, fileName, call.body, mannerOf(call)),
  );
  return writeReport(report, call.language);
};

export const importUnderWay: Handler<Endpoints['importUnderWay']> = (_call, site) =>
  jsonBody({ step: site.imports.underWay() });
