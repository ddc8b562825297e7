import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { Problem } from '#core/problem.ts';
import {
  type Damaged,
  findDirectory,
  type Located,
  type ReadAt,
  readDirectory,
  tooLarge,
  zipLimits,
} from './zip-directory.ts';

const ratioFrom = 10_000_000;
/** Deflate grows to at most a thousand times: one piece never fills more than 66 MB. */
const pieceBytes = 64 * 1024;

export interface ZipEntry {
  /** Path in the archive, with "/". */
  readonly name: string;
  readonly unpackedBytes: number;
  /** Unpacks piece by piece. @throws Problem `bad-import` when damaged, `too-large` when it grows beyond its size. */
  read(): Iterable<Uint8Array>;
}

export interface Zip {
  readonly entries: readonly ZipEntry[];
  close(): void;
}

/**
 * Opens a ZIP archive (PKWARE APPNOTE 6.3, with the 64-bit sizes of 4.5.3) by its directory at the end, so that
 * nothing but the entries asked for is ever unpacked.
 *
 * Nothing is ever written to a path that an archive names; one that names a path outside itself is refused whole,
 * because nobody packs such a thing by accident.
 *
 * @throws Problem `bad-import` when it is none, is cut short or climbs out, `too-large` beyond `zipLimits`.
 */
export function openZip(path: string, fileName: string): Zip {
  const size = statSync(path).size;
  const file = openSync(path, 'r');
  const damaged = (what: string): Problem =>
    new Problem('bad-import', {
      faults: [{ field: fileName, fault: 'malformed', value: what, expected: 'ZIP' }],
    });
  const readAt = (position: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    if (position < 0 || readSync(file, bytes, 0, length, position) !== length) throw damaged(`${size} B`);
    return bytes;
  };
  try {
    const { start, length } = findDirectory(readAt, size, damaged);
    const located = readDirectory(readAt(start, length), damaged);
    for (const entry of located) checkSize(entry.packed, entry.unpacked);
    const outside = located.find(({ name }) => climbsOut(name));
    if (outside !== undefined) throw refusePath(fileName, outside.name);
    const entries = located.map((entry) => ({
      name: entry.name,
      unpackedBytes: entry.unpacked,
      read: () => unpack(entry, readAt, damaged),
    }));
    return { entries, close: () => closeSync(file) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function checkSize(packed: number, unpacked: number): void {
  const isBomb = unpacked > ratioFrom && unpacked > packed * zipLimits.ratio;
  if (isBomb || unpacked > zipLimits.unpackedBytes) throw tooLarge();
}

/** "../x", "/x", "C:/x": paths that lead out of wherever the archive is. */
const climbsOut = (name: string): boolean =>
  name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || name.includes('\0');

const refusePath = (fileName: string, path: string): Problem =>
  new Problem('bad-import', {
    faults: [
      {
        field: fileName,
        fault: 'malformed',
        value: path.replaceAll('\0', '\\0').slice(0, 200),
        expected: 'folder/file',
      },
    ],
  });

function* unpack(entry: Located, readAt: ReadAt, damaged: Damaged): Generator<Uint8Array> {
  const { name, method, packed, unpacked } = entry;
  if (entry.isEncrypted || (method !== 0 && method !== 8)) throw damaged(`${name}: method ${method}`);
  const local = readAt(entry.offset, 30);
  if (local.readUInt32LE(0) !== 0x04034b50) throw damaged(name);
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  let [length, crc] = [0, 0];
  const check = (piece: Uint8Array): Uint8Array => {
    length += piece.length;
    if (length > unpacked) throw tooLarge();
    crc = crc32(piece, crc);
    return piece;
  };
  const inflate = method === 8 ? createInflate(() => damaged(name)) : (piece: Uint8Array) => [piece];
  for (let at = 0; at < packed; at += pieceBytes) {
    const piece = readAt(start + at, Math.min(pieceBytes, packed - at));
    for (const part of inflate(piece, at + pieceBytes >= packed)) yield check(part);
  }
  if (length !== unpacked || crc !== entry.crc) throw damaged(name);
}

/** Unpacks raw deflate piece by piece. */
function createInflate(damaged: () => Problem): (piece: Uint8Array, isLast: boolean) => Uint8Array[] {
  let parts: Uint8Array[] = [];
  const inflate = new Inflate((part) => parts.push(part));
  return (piece, isLast) => {
    parts = [];
    try {
      inflate.push(piece, isLast);
    } catch {
      throw damaged();
    }
    return parts;
  };
}
