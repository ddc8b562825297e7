import { closeSync, createReadStream, existsSync, openSync, readSync } from 'node:fs';
import { Problem } from '#core/problem.ts';
import type { BroughtFile } from '../../context.ts';
import type { TableFile } from '../format/streamed-table.ts';
import { openZip, type Zip } from '../format/zip.ts';

/** Tables of the address register that are read, from the largest thing to the smallest. */
const varisTables = ['novads', 'pilseta', 'pagasts', 'ciems', 'iela', 'eka', 'vietu_centroidi'] as const;
export type VarisTable = (typeof varisTables)[number];

export interface VarisFiles {
  readonly tables: ReadonlyMap<VarisTable, TableFile>;
  /** Files that are none of them: flats, past addresses, anything else. */
  readonly others: readonly string[];
  close(): void;
}

/** "AW_EKA.CSV", "data/aw_eka.csv", "aw_eka (1).csv"; not "aw_eka_his.csv". */
const tableOf = (name: string): VarisTable | null => {
  const base = name.split(/[\\/]/).at(-1)?.toLowerCase() ?? '';
  const said = /^(?:aw_)?([a-z_]+?)_?(?:\s*\(\d+\)|-\d+|_\d+)?\.(?:csv|txt)$/.exec(base)?.[1];
  return varisTables.find((table) => table === said) ?? null;
};

const isZip = (path: string): boolean => {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4);
    return readSync(file, head, 0, 4, 0) === 4 && head.readUInt32LE(0) === 0x04034b50;
  } finally {
    closeSync(file);
  }
};

const pieceBytes = 262_144;

/** Files given one by one, or archives of them, which are opened into `zips`. */
export function* filesIn(files: readonly BroughtFile[], zips: Zip[]): Generator<TableFile> {
  for (const { name, path } of files) {
    if (!existsSync(path))
      throw new Problem('bad-import', { faults: [{ field: 'FILE', fault: 'missing', value: name }] });
    if (!isZip(path)) {
      yield { name, read: () => createReadStream(path, { highWaterMark: pieceBytes }) };
      continue;
    }
    const zip = openZip(path, name);
    zips.push(zip);
    for (const entry of zip.entries) {
      if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/')) continue;
      yield { name: entry.name, read: () => entry.read() };
    }
  }
}

/**
 * Finds the tables among the files, in archives or not.
 * @throws Problem `bad-import` where the buildings are missing or a table is there twice.
 */
export const openVarisFiles = (files: readonly BroughtFile[]): VarisFiles => {
  const zips: Zip[] = [];
  const close = () => {
    for (const zip of zips) zip.close();
  };
  try {
    const tables = new Map<VarisTable, TableFile>();
    const others: string[] = [];
    for (const file of filesIn(files, zips)) {
      const table = tableOf(file.name);
      if (table === null) {
        others.push(file.name);
        continue;
      }
      const known = tables.get(table);
      if (known !== undefined) {
        const value = `${known.name}, ${file.name}`;
        throw new Problem('bad-import', { faults: [{ field: `aw_${table}`, fault: 'duplicate', value }] });
      }
      tables.set(table, file);
    }
    if (!tables.has('eka')) {
      const fault = { field: 'aw_eka', fault: 'missing', value: others.join(', ') } as const;
      throw new Problem('bad-import', { faults: [fault] });
    }
    return { tables, others, close };
  } catch (error) {
    close();
    throw error;
  }
};
