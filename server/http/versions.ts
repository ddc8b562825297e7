import type { Endpoints } from '#core/contract/index.ts';
import { sayWarning } from '#core/language/warnings.ts';
import { Problem } from '#core/problem.ts';
import { type Answer, type Handler, jsonBody } from './call.ts';
import { csvFile, writeCsv } from './csv.ts';

export const versions: Handler<Endpoints['versions']> = async (_call, site): Promise<Answer> =>
  jsonBody({ versions: await site.data.listVersions() });

const columns = ['file', 'row', 'field', 'code', 'effect', 'message'];

export const findings: Handler<Endpoints['findings']> = async ({ path, format, language, address }, site) => {
  const found = await site.data.findFindings(path.versionId);
  if (found === null) throw new Problem('not-found', { values: { what: address } });
  if (format === 'json') {
    return jsonBody({
      findings: found.map((finding) => ({ ...finding, message: sayWarning(finding, language) })),
    });
  }
  const rows = found.map(({ file = null, row = null, field = null, code, effect = 'kept', values }) => [
    file,
    row,
    field,
    code,
    effect,
    sayWarning({ code, values }, language),
  ]);
  return { body: writeCsv(columns, rows), headers: csvFile(`findings-${path.versionId}`) };
};

export const useVersion: Handler<Endpoints['useVersion']> = async ({ path }, site) =>
  jsonBody({ versions: await site.imports.use(path.versionId) });

export const forgetVersion: Handler<Endpoints['forgetVersion']> = async ({ path }, site) =>
  jsonBody({ versions: [await site.imports.forget(path.versionId)] });

export const retireList: Handler<Endpoints['retireList']> = async ({ path }, site) =>
  jsonBody({ versions: [await site.imports.retire(path.dataset, path.list)] });
