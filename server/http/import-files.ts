import { fileRules } from '#core/contract/import-files.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { Problem } from '#core/problem.ts';
import type { Handler } from './call.ts';
import { mannerOf, untilGone, writeReport } from './imports.ts';

/** As many names as sizes, and not more than the source takes. @throws Problem `bad-query` */
function checkCounts(names: readonly string[], sizes: readonly number[] | undefined, most: number): void {
  const refuse = (field: string, expected: string) =>
    new Problem('bad-query', { faults: [{ field, fault: 'out-of-range', expected }] });
  if (names.length > most) throw refuse('fileName', `1-${most}`);
  if (names.length !== (sizes?.length ?? 1)) throw refuse('sizes', String(names.length));
}

export const importFiles: Handler<Endpoints['importFiles']> = async (call, site) => {
  const { source } = call.path;
  const { list, fileName: names, sizes, origin } = call.query;
  checkCounts(names, sizes, fileRules[source].mostFiles);
  const report = await untilGone(call, () =>
    call.body.receive(sizes ?? null, (files) =>
      site.imports.importFiles(
        source,
        list,
        files.map(({ path }, index) => ({ name: names[index] ?? '', path })),
        { ...mannerOf(call), ...(origin === undefined ? {} : { origin }) },
      ),
    ),
  );
  return writeReport(report, call.language);
};
