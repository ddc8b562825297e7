import { sayFindings } from '#core/language/findings.ts';
import { licenceNotStated, type RowCounts, type SourceName } from '#core/place/provenance.ts';
import { type Fault, Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { ImportManner } from '../context.ts';
import { stoppable } from '../db/stoppable.ts';
import { writeFiles } from '../db/writes/files.ts';
import { completeVersion, dropVersions, switchOver, type VersionHeader } from '../db/writes/versions.ts';
import { type Built, buildVersion, type Content, rowCountOf } from './build.ts';
import type { ImportsOptions, ReadFiles } from './importer.ts';

/** What one import brings, and what it takes the place of. */
export interface Bringing extends ReadFiles {
  readonly sourceName: SourceName;
  readonly list: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly standsAlone: boolean;
}

/** Versions that are whole, with everything that was found on the way. */
export interface Stored {
  readonly built: readonly Built[];
  readonly counts: RowCounts | null;
  /** Every finding by row. */
  readonly findings: readonly ImportWarning[];
}

const headerOf = (bringing: Bringing, content: Content, now: Date): VersionHeader => ({
  dataset: content.dataset,
  list: bringing.list,
  title: bringing.title ?? bringing.fileName,
  source: bringing.source ?? bringing.fileName,
  licence: bringing.licence ?? licenceNotStated,
  retrievedAt: bringing.retrievedAt ?? now.toISOString().slice(0, 10),
  fileHash: bringing.fileHash,
  rowCount: rowCountOf(content),
  counts: null,
  warnings: [],
  isModel: bringing.isModel ?? false,
  sourceName: bringing.sourceName,
  standsAlone: bringing.standsAlone && bringing.beside?.includes(content.dataset) !== true,
});

/**
 * A list that was streamed and of which nothing could be kept is refused as one that was read at once is, with the
 * first reason of each kind.
 */
const checkRows = (
  content: Content | undefined,
  built: Built | undefined,
  all: readonly ImportWarning[],
): void => {
  if (content === undefined || built === undefined) throw new Error('an importer gave nothing');
  if (!('batches' in content) || built.rowCount > 0) return;
  const reasons = [...Map.groupBy(all, ({ code }) => code).values()].flatMap((found) => found.slice(0, 1));
  const faults = reasons.map(
    ({ field, file, row, code }): Fault => ({
      field: field ?? file ?? 'FILE',
      fault: 'malformed',
      value: code,
      ...(row === undefined ? {} : { row }),
    }),
  );
  throw new Problem('bad-import', {
    faults: faults.length > 0 ? faults : [{ field: 'FILE', fault: 'missing', expected: '> 0' }],
  });
};

/** Findings are whole only now: they say how often, and stay with the version as a file. */
const complete = async (
  bulk: ImportsOptions['database']['bulk'],
  bringing: Bringing,
  [main]: readonly Built[],
  isCheck: boolean,
): Promise<Omit<Stored, 'built'>> => {
  const { findings, warnings } = bringing;
  const all = [...warnings, ...(findings?.list() ?? [])];
  if (!isCheck) checkRows(bringing.contents[0], main, all);
  if (main === undefined) throw new Error('an importer gave nothing');
  const counts = findings?.counts ?? null;
  if (all.length > 0)
    await writeFiles(bulk, main.id, { findings: new TextEncoder().encode(JSON.stringify(all)) });
  await completeVersion(bulk, main.id, { counts, warnings: sayFindings(warnings, findings) });
  return { counts, findings: all };
};

/**
 * Builds the versions beside the current ones, lets them be looked at, and makes them current in one moment
 * unless they are only to be checked. On failure nothing of them stays.
 * @param look called while both the new versions and those they take the place of are there.
 */
export const store = async <T>(
  { database, clock }: Pick<ImportsOptions, 'database' | 'clock'>,
  bringing: Bringing,
  { isCheck = false, progress, signal }: ImportManner,
  look: (stored: Stored) => Promise<T>,
): Promise<T> => {
  const now = clock.now();
  const bulk = stoppable(database.bulk, signal);
  const built: Built[] = [];
  try {
    for (const content of bringing.contents) {
      const [first] = built;
      const header = { ...headerOf(bringing, content, now), ...(first && { importId: first.id }) };
      const step = (done: number, of: number | null) => progress?.({ what: content.dataset, done, of });
      built.push(await buildVersion({ bulk, clean: database.bulk }, header, content, now, step));
    }
    const looked = await look({ built, ...(await complete(bulk, bringing, built, isCheck)) });
    const ids = built.map(({ id }) => id);
    await (isCheck ? dropVersions(database.bulk, ids) : switchOver(bulk, ids, now));
    return looked;
  } catch (error) {
    await dropVersions(
      database.bulk,
      built.map(({ id }) => id),
    ).catch(() => undefined);
    throw error;
  }
};
