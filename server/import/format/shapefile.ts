import { Readable } from 'node:stream';
import type { Geometry } from 'geojson';
import { openDbf, openShp } from 'shapefile';
import { type CrsSaid, crsOfPrj } from '#core/place/prj.ts';
import { type Fault, Problem } from '#core/problem.ts';
import { type DbfHead, type Encoding, findEncoding, readDbfHead } from './shapefile-text.ts';
import { openZip, type Zip, type ZipEntry } from './zip.ts';

export type ShapefileValue = string | number | boolean | null;

export interface ShapefileRecord {
  /** The first is 1, deleted ones counted. */
  readonly record: number;
  /** Struck out in the .dbf, though its shape may still be there. */
  readonly isDeleted: boolean;
  /** By column as the .dbf names it; a date as "2026-07-18". */
  readonly values: Readonly<Record<string, ShapefileValue>>;
  /** In the units of the file, as it lies there; null for a shape without points. */
  readonly geometry: Geometry | null;
}

/** One shapefile of an archive: .shp and .dbf with what stands beside them. */
export interface ShapefileLayer {
  /** Without folder and ending: "Pagasti". */
  readonly name: string;
  /** Path in the archive: "aw_shp/Pagasti.shp". */
  readonly file: string;
  /** What the .prj says; null where there is none. */
  readonly crs: CrsSaid | null;
  readonly encoding: Encoding;
  readonly columns: readonly string[];
  /** By the head of the .dbf, deleted ones included. */
  readonly recordCount: number;
  /** Endings of files that should be there and are not: ".shx", ".prj". */
  readonly missing: readonly string[];
  /**
   * Reads from the first record to the last, in pieces: memory does not grow with the file.
   * @throws Problem `bad-import` where the file is damaged or its parts hold different numbers of records.
   */
  records(): AsyncGenerator<ShapefileRecord>;
}

export interface ShapefileArchive {
  readonly fileName: string;
  readonly layers: readonly ShapefileLayer[];
  close(): void;
}

type Parts = ReadonlyMap<string, ZipEntry>;

/**
 * Opens the shapefiles (ESRI Shapefile Technical Description, 1998) of a ZIP archive.
 * @throws Problem `bad-import` for what is no archive, holds none, or lacks a .dbf; `too-large` beyond limits.
 */
export function openShapefiles({ name, path }: { name: string; path: string }): ShapefileArchive {
  const zip = openZip(path, name);
  try {
    const groups = groupParts(zip, name);
    const layers = [...groups].map(([stem, parts]) => createLayer(name, stem, parts));
    if (layers.length === 0) throw bad(name, 'missing', '', '.shp, .dbf, .shx, .prj');
    return { fileName: name, layers, close: zip.close };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const bad = (field: string, fault: Fault['fault'], value = '', expected = ''): Problem =>
  new Problem('bad-import', {
    faults: [{ field, fault, ...(value && { value }), ...(expected && { expected }) }],
  });

const wanted = ['shp', 'dbf', 'shx', 'prj', 'cpg'];

/** Files of one name in one folder belong together, whatever the case of their endings. */
function groupParts({ entries }: Zip, fileName: string): ReadonlyMap<string, Parts> {
  const groups = new Map<string, Map<string, ZipEntry>>();
  for (const entry of entries) {
    const match = /^(.*)\.([a-z]{3})$/i.exec(entry.name);
    const [stem, ending] = [match?.[1] ?? '', (match?.[2] ?? '').toLowerCase()];
    if (!wanted.includes(ending) || entry.name.startsWith('__MACOSX/')) continue;
    const group = groups.get(stem) ?? new Map<string, ZipEntry>();
    if (group.has(ending)) throw bad(`${fileName}/${entry.name}`, 'duplicate');
    groups.set(stem, group.set(ending, entry));
  }
  return new Map([...groups].filter(([, group]) => group.has('shp')));
}

const baseOf = (stem: string): string => stem.slice(stem.lastIndexOf('/') + 1);

function createLayer(fileName: string, stem: string, parts: Parts): ShapefileLayer {
  const [shp, dbf] = [parts.get('shp'), parts.get('dbf')];
  if (shp === undefined || dbf === undefined) throw bad(`${fileName}/${stem}.dbf`, 'missing');
  const file = `${fileName}/${shp.name}`;
  const head = readDbfHead(dbf.read(), `${fileName}/${dbf.name}`);
  const prj = parts.get('prj');
  const cpg = `${fileName}/${stem}.cpg`;
  // Found when it is asked for: an archive may hold buildings of a whole country beside what is wanted.
  let found: Encoding | null = null;
  const encoding = () => {
    found ??= findEncoding(textOf(parts.get('cpg')), head, () => dbf.read(), cpg);
    return found;
  };
  return {
    name: baseOf(stem),
    file: shp.name,
    crs: prj === undefined ? null : crsOfPrj(textOf(prj) ?? ''),
    get encoding() {
      return encoding();
    },
    columns: head.columns.map(({ name }) => name),
    recordCount: head.recordCount,
    missing: ['shx', 'prj'].filter((ending) => !parts.has(ending)).map((ending) => `.${ending}`),
    records: () => readRecords(file, shp, dbf, { head, encoding: encoding() }),
  };
}

/** The small text files beside a shapefile. */
function textOf(entry: ZipEntry | undefined): string | null {
  if (entry === undefined) return null;
  if (entry.unpackedBytes > 65_536) throw bad(entry.name, 'too-long', '', '64 kB');
  return Buffer.concat([...entry.read()])
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
}

async function* readRecords(
  file: string,
  shpEntry: ZipEntry,
  dbfEntry: ZipEntry,
  { head, encoding }: { readonly head: DbfHead; readonly encoding: Encoding },
): AsyncGenerator<ShapefileRecord> {
  const deleted = new Set<number>();
  const damaged = (cause: unknown): Problem => {
    if (cause instanceof Problem) return cause;
    const value = cause instanceof Error ? cause.message : String(cause);
    return new Problem('bad-import', {
      faults: [{ field: file, fault: 'malformed', value, expected: 'SHP, DBF' }],
      cause,
    });
  };
  const streams = [streamOf(shpEntry.read()), streamOf(noteDeleted(dbfEntry.read(), head, deleted))] as const;
  try {
    const [shp, dbf] = [await openShp(streams[0]), await openDbf(streams[1], { encoding: encoding.label })];
    for (let record = 1; ; record += 1) {
      const [shape, row] = [await shp.read(), await dbf.read()];
      if (shape.done !== row.done) {
        const value = `${record - 1} < ${shape.done ? '.dbf' : '.shp'}`;
        throw bad(file, 'malformed', value, '.shp = .dbf');
      }
      if (shape.done || row.done) return;
      yield {
        record,
        isDeleted: deleted.has(record),
        values: plain(row.value ?? {}),
        geometry: (shape.value as Geometry | null) ?? null,
      };
    }
  } catch (cause) {
    throw damaged(cause);
  } finally {
    for (const stream of streams) stream.destroy();
  }
}

const streamOf = (pieces: Iterable<Uint8Array>): Readable =>
  Readable.from(pieces, { objectMode: false, highWaterMark: 256 * 1024 });

/** The library takes no notice of the sign "*" in front of a row that was struck out. */
function* noteDeleted(
  pieces: Iterable<Uint8Array>,
  { headLength, recordLength, recordCount }: DbfHead,
  deleted: Set<number>,
): Generator<Uint8Array> {
  let at = 0;
  let record = 0;
  for (const piece of pieces) {
    for (; record < recordCount; record += 1) {
      const sign = headLength + record * recordLength - at;
      if (sign >= piece.length) break;
      if (piece[sign] === 0x2a) deleted.add(record + 1);
    }
    at += piece.length;
    yield piece;
  }
}

const plain = (row: Readonly<Record<string, unknown>>): Record<string, ShapefileValue> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Date ? day(value) : (value as ShapefileValue),
    ]),
  );

/** The library makes dates of the clock of this machine. */
function day(date: Date): string | null {
  // Eight blanks, which mean no date, become the month before the first of the year 0, that is of 1900.
  const isBlank = date.getTime() === new Date(0, -1, 0).getTime();
  if (isBlank || Number.isNaN(date.getTime())) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
