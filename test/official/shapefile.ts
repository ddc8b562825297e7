import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** A point or the rings of a polygon, in the order in which they are to lie in the file. */
export type Shape = readonly [number, number] | readonly (readonly (readonly [number, number])[])[] | null;

export interface Column {
  readonly name: string;
  readonly type: 'C' | 'N' | 'D';
  readonly length: number;
  readonly decimals?: number;
}

export interface Row {
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly shape: Shape;
  /** Struck out with "*". */
  readonly isDeleted?: boolean;
}

export interface Layer {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly prj?: string | null;
  /** Contents of the .cpg; null: none. */
  readonly cpg?: string | null;
  /** Writes text; UTF-8 unless given. */
  readonly encode?: (text: string) => Uint8Array;
  /** Endings that are left out: ".shx". */
  readonly without?: readonly string[];
}

export const lks92Prj =
  'PROJCS["LKS92_Latvia_TM",GEOGCS["GCS_LKS92",DATUM["D_Latvia_1992",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",-6000000.0],PARAMETER["Central_Meridian",24.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
export const wgs84Prj =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

const baltic = 'āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ';
const balticBytes = [
  0xe2, 0xe8, 0xe7, 0xec, 0xee, 0xed, 0xef, 0xf2, 0xf0, 0xfb, 0xfe, 0xc2, 0xc8, 0xc7, 0xcc, 0xce, 0xcd, 0xcf,
  0xd2, 0xd0, 0xdb, 0xde,
];
/** Text in windows-1257, as Latvian programs wrote it before UTF-8. */
export const toBaltic = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((sign) => balticBytes[baltic.indexOf(sign)] ?? sign.charCodeAt(0)));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const isPoint = (shape: Shape): shape is readonly [number, number] => typeof shape?.[0] === 'number';

function content(shape: Shape): Buffer {
  if (shape === null) return Buffer.alloc(4);
  if (isPoint(shape)) {
    const bytes = Buffer.alloc(20);
    bytes.writeInt32LE(1, 0);
    bytes.writeDoubleLE(shape[0], 4);
    bytes.writeDoubleLE(shape[1], 12);
    return bytes;
  }
  const points = shape.flat();
  const bytes = Buffer.alloc(44 + 4 * shape.length + 16 * points.length);
  bytes.writeInt32LE(5, 0);
  for (const [i, value] of box(points).entries()) bytes.writeDoubleLE(value, 4 + 8 * i);
  bytes.writeInt32LE(shape.length, 36);
  bytes.writeInt32LE(points.length, 40);
  let start = 0;
  shape.forEach((ring, i) => {
    bytes.writeInt32LE(start, 44 + 4 * i);
    start += ring.length;
  });
  points.forEach(([x, y], i) => {
    bytes.writeDoubleLE(x, 44 + 4 * shape.length + 16 * i);
    bytes.writeDoubleLE(y, 52 + 4 * shape.length + 16 * i);
  });
  return bytes;
}

function box(points: readonly (readonly [number, number])[]): number[] {
  const found = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    found[0] = Math.min(found[0] ?? x, x);
    found[1] = Math.min(found[1] ?? y, y);
    found[2] = Math.max(found[2] ?? x, x);
    found[3] = Math.max(found[3] ?? y, y);
  }
  return found;
}

function head(bytes: number, type: number, bounds: readonly number[]): Buffer {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(bytes / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  for (const [i, value] of bounds.entries()) {
    header.writeDoubleLE(Number.isFinite(value) ? value : 0, 36 + 8 * i);
  }
  return header;
}

/** .shp and .shx after the ESRI Shapefile Technical Description (1998). */
function shapes(rows: readonly Row[]): { shp: Uint8Array; shx: Uint8Array } {
  const contents = rows.map(({ shape }) => content(shape));
  const first = rows.find(({ shape }) => shape !== null)?.shape ?? null;
  const bounds = box(
    rows.flatMap(({ shape }) => (shape === null ? [] : isPoint(shape) ? [shape] : shape.flat())),
  );
  const type = first === null || !isPoint(first) ? 5 : 1;
  const index = Buffer.alloc(8 * rows.length);
  const parts: Buffer[] = [];
  let at = 100;
  contents.forEach((bytes, i) => {
    const record = Buffer.alloc(8);
    record.writeInt32BE(i + 1, 0);
    record.writeInt32BE(bytes.length / 2, 4);
    index.writeInt32BE(at / 2, 8 * i);
    index.writeInt32BE(bytes.length / 2, 8 * i + 4);
    parts.push(record, bytes);
    at += 8 + bytes.length;
  });
  return {
    shp: Buffer.concat([head(at, type, bounds), ...parts]),
    shx: Buffer.concat([head(100 + index.length, type, bounds), index]),
  };
}

const cell = ({ type, length, decimals = 0 }: Column, value: string | number | null): string => {
  if (value === null) return ' '.repeat(length);
  if (type !== 'N') return String(value);
  return (typeof value === 'number' ? value.toFixed(decimals) : value).padStart(length);
};

/** dBase III. */
function dbf({ columns, rows, encode = utf8 }: Layer): Uint8Array {
  const recordLength = columns.reduce((sum, { length }) => sum + length, 1);
  const headLength = 33 + 32 * columns.length;
  const bytes = Buffer.alloc(headLength + recordLength * rows.length + 1, 0x20);
  bytes.fill(0, 0, headLength);
  bytes[0] = 3;
  bytes.writeUInt32LE(rows.length, 4);
  bytes.writeUInt16LE(headLength, 8);
  bytes.writeUInt16LE(recordLength, 10);
  columns.forEach((column, i) => {
    const at = 32 + 32 * i;
    bytes.write(column.name.slice(0, 10), at, 'latin1');
    bytes.write(column.type, at + 11, 'latin1');
    bytes[at + 16] = column.length;
    bytes[at + 17] = column.decimals ?? 0;
  });
  bytes[headLength - 1] = 0x0d;
  rows.forEach((row, r) => {
    let at = headLength + r * recordLength;
    bytes[at] = row.isDeleted === true ? 0x2a : 0x20;
    at += 1;
    for (const column of columns) {
      const text = encode(cell(column, row.values[column.name] ?? null));
      bytes.set(text.subarray(0, column.length), at);
      at += column.length;
    }
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** Files of shapefiles by their path in an archive. */
export function shapefileEntries(layers: Readonly<Record<string, Layer>>): Record<string, Uint8Array> {
  const entries: Record<string, Uint8Array> = {};
  for (const [path, layer] of Object.entries(layers)) {
    const { shp, shx } = shapes(layer.rows);
    const prj = layer.prj === undefined ? lks92Prj : layer.prj;
    const cpg = layer.cpg === undefined ? 'UTF-8' : layer.cpg;
    const parts: Record<string, Uint8Array | null> = {
      '.shp': shp,
      '.shx': shx,
      '.dbf': dbf(layer),
      '.prj': prj === null ? null : utf8(prj),
      '.cpg': cpg === null ? null : utf8(cpg),
    };
    for (const [ending, bytes] of Object.entries(parts)) {
      if (bytes !== null && layer.without?.includes(ending) !== true) entries[`${path}${ending}`] = bytes;
    }
  }
  return entries;
}

export const shapefileZip = (layers: Readonly<Record<string, Layer>>): Uint8Array =>
  zipSync(shapefileEntries(layers), { level: 6 });

/** Writes a file into a folder of its own, to be imported from there. */
export function asFile(name: string, bytes: Uint8Array | string): { name: string; path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'official-'));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { name, path };
}
