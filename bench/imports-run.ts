import { basename } from 'node:path';
import { fileSources } from '#core/place/provenance.ts';
import { setRegionTime } from '#core/place/region-clock.ts';
import { openEmbedded, openPostgres } from '#server/db/database.ts';
import { createImports } from '#server/import/index.ts';
import { importShipped } from '#server/import/shipped/shipped.ts';
import { geodataFolder } from '#server/region.ts';
import { country } from './imports-files.ts';

/*
 * One import in a process of its own, so that its peak of memory is its own:
 * node bench/imports-run.ts FOLDER|postgres://... prepare|SOURCE FILE... Prints one line of JSON.
 */

export interface ImportRun {
  readonly read: number;
  readonly kept: number;
  readonly milliseconds: number;
  /** Resident memory with the database open and nothing read, and at most. */
  readonly beforeMb: number;
  readonly peakMb: number;
}

const clock = { now: () => new Date('2026-06-01T09:00:00Z') };
const [where = '', what = '', ...paths] = process.argv.slice(2);

const bring = async (database: Awaited<ReturnType<typeof openEmbedded>>): Promise<ImportRun> => {
  const source = fileSources.find((known) => known === what);
  if (source === undefined) throw new Error(`${what} is no source`);
  const log = {
    error: (...said: readonly unknown[]) => process.stderr.write(`${said.map(String).join(' ')}\n`),
  };
  const imports = createImports({ database, region: country, clock, onImported: async () => undefined, log });
  const files = paths.map((path) => ({ name: basename(path), path }));
  const beforeMb = process.memoryUsage.rss() / 2 ** 20;
  const begun = performance.now();
  const { rows, counts } = await imports.importFiles(source, 'bench', files);
  const milliseconds = performance.now() - begun;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { read: counts?.read ?? rows, kept: counts?.kept ?? rows, milliseconds, beforeMb, peakMb };
};

setRegionTime(country);
const open = where.startsWith('postgres://') ? openPostgres : openEmbedded;
const database = await open(where, () => undefined);
try {
  if (what === 'prepare') {
    const source = { region: country, folder: geodataFolder };
    await importShipped(
      database,
      source,
      clock.now(),
      () => undefined,
      () => undefined,
    );
  } else process.stdout.write(`${JSON.stringify(await bring(database))}\n`);
} finally {
  await database.close();
}
