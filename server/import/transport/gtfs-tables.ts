import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from '#core/problem.ts';
import { type GtfsTable, gtfsTables } from '#core/transit/gtfs/problems.ts';
import type { GtfsFeed } from '#core/transit/gtfs/table.ts';
import type { BroughtFile } from '../../context.ts';
import { openZip, type Zip, type ZipEntry } from '../format/zip.ts';
import { tooLarge, zipLimits } from '../format/zip-directory.ts';

/** A feed whose tables are read from disk while they are walked through, each once. */
export interface OpenFeed {
  readonly feed: GtfsFeed;
  close(): void;
}

/**
 * Opens a GTFS archive, or a folder with its tables. Only the tables that are read are ever unpacked.
 * @throws Problem `bad-import`, `too-large`; when walked through, also for text that is not UTF-8.
 */
export function openFeed({ name, path }: BroughtFile): OpenFeed {
  if (!existsSync(path)) {
    throw new Problem('bad-import', { faults: [{ field: 'FILE', fault: 'missing', value: name }] });
  }
  if (statSync(path).isDirectory())
    return { feed: { fileName: name, tables: folderTables(path, name) }, close: () => undefined };
  const zip = openZip(path, name);
  try {
    return { feed: { fileName: name, tables: zipTables(zip, name) }, close: zip.close };
  } catch (error) {
    zip.close();
    throw error;
  }
}

type Tables = Partial<Record<GtfsTable, Iterable<string>>>;

function folderTables(folder: string, fileName: string): Tables {
  const found = gtfsTables.filter((table) => existsSync(join(folder, table)));
  return Object.fromEntries(
    found.map((table) => [table, decode([readFileSync(join(folder, table))], `${fileName}/${table}`)]),
  );
}

/** Some publishers pack the folder: the tables may stand in one, but not twice. */
function zipTables({ entries }: Zip, fileName: string): Tables {
  const found = new Map<GtfsTable, ZipEntry>();
  for (const entry of entries) {
    const table = gtfsTables.find((each) => each === basename(entry.name));
    if (table === undefined || entry.name.startsWith('__MACOSX/')) continue;
    if (found.has(table)) {
      throw new Problem('bad-import', {
        faults: [{ field: `${fileName}/${table}`, fault: 'duplicate', value: entry.name }],
      });
    }
    found.set(table, entry);
  }
  const whole = [...found.values()].reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (whole > zipLimits.unpackedBytes) throw tooLarge();
  return Object.fromEntries(
    [...found].map(([table, entry]) => [table, decode(entry.read(), `${fileName}/${table}`)]),
  );
}

/** @throws Problem `bad-import` at the first byte that is no UTF-8. */
function* decode(pieces: Iterable<Uint8Array>, field: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const text = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      const faults = [{ field, fault: 'malformed', expected: 'UTF-8' } as const];
      throw new Problem('bad-import', { faults });
    }
  };
  for (const piece of pieces) yield text(piece);
  yield text();
}
