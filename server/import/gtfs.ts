import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Bbox } from '#core/place/units.ts';
import { Problem } from '#core/problem.ts';
import { warningsOf } from '#core/transit/gtfs/warnings.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { BroughtFile } from '../context.ts';
import type { Content } from './build.ts';
import type { FilesImporter } from './importer.ts';
import type { GtfsTask } from './transport/gtfs-read.ts';
import type { GtfsResult } from './transport/gtfs-worker.ts';

export interface GtfsImportOptions {
  /** Stops outside are not read: `Region.networkBounds`. Absent: all are. */
  readonly bounds?: Bbox;
}

export interface GtfsImport {
  readonly content: Extract<Content, { readonly dataset: 'timetable' }>;
  readonly warnings: readonly ImportWarning[];
  /** Who published each of the feeds, in their order. */
  readonly publishers: readonly string[];
}

/**
 * Reads GTFS archives, or folders with the tables of one, into one timetable. On a thread of its own, so that
 * the server goes on answering.
 *
 * @throws Problem `bad-import` with faults by file, table and row, `too-large` for an archive that unpacks to
 *   more than it may.
 */
export async function readGtfsImport(
  files: readonly (string | BroughtFile)[],
  options: GtfsImportOptions = {},
): Promise<GtfsImport> {
  const named = files.map((file) => (typeof file === 'string' ? { name: basename(file), path: file } : file));
  await refuseTwice(named);
  const result = await onThread({ files: named, bounds: options.bounds ?? null });
  if ('code' in result) throw new Problem(result.code, { faults: result.faults, values: result.values });
  const { timetable, report, publishers } = result;
  const rowCount = report.feeds.reduce((sum, { trips }) => sum + trips, 0);
  const written = { timetable, report: new TextEncoder().encode(JSON.stringify(report)) };
  return {
    content: { dataset: 'timetable', rowCount, files: written },
    warnings: warningsOf(report),
    publishers,
  };
}

/** Timetables of the region that somebody brings, joined into one. */
export const gtfs: FilesImporter = async ({ region }, files) => {
  const { content, warnings, publishers } = await readGtfsImport(files, { bounds: region.networkBounds });
  return { contents: [content], warnings, source: [...new Set(publishers)].join('; ') };
};

/** The same file twice would run every vehicle twice. */
async function refuseTwice(files: readonly BroughtFile[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const { name, path } of files) {
    const found = await stat(path).catch(() => null);
    if (found === null || files.length === 1 || found.isDirectory()) continue;
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    const other = seen.get(hash);
    if (other !== undefined) {
      throw new Problem('bad-import', {
        faults: [{ field: 'FILE', fault: 'duplicate', value: `${other}, ${name}` }],
      });
    }
    seen.set(hash, name);
  }
}

const onThread = (task: GtfsTask): Promise<GtfsResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./transport/gtfs-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', (cause) => reject(new Problem('internal', { cause })));
    worker.once('exit', (code) => reject(new Problem('internal', { cause: new Error(`exit ${code}`) })));
  });
