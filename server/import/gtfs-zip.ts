import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { Problem } from '#core/problem.ts';

/** What an archive may hold, so that a small file cannot fill the memory of the server. */
export const zipLimits = {
  entries: 10_000,
  /** All that is unpacked of one archive. */
  unpackedBytes: 2_000_000_000,
  /** Unpacked to packed, for entries above 10 MB: text of timetables packs 5 to 30 to one. */
  ratio: 150,
} as const;

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

interface Located {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Opens a ZIP archive (PKWARE APPNOTE 6.3, with the 64-bit sizes of 4.5.3) by its directory at the end, so that
 * nothing but the entries asked for is ever unpacked.
 *
 * @throws Problem `bad-import` when it is none or is cut short, `too-large` beyond `zipLimits`.
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

type ReadAt = (position: number, length: number) => Buffer;
type Damaged = (what: string) => Problem;

const tooLarge = (): Problem =>
  new Problem('too-large', {
    values: { limit: `${zipLimits.unpackedBytes / 1e9} GB, 1 : ${zipLimits.ratio}` },
  });

function checkSize(packed: number, unpacked: number): void {
  const isBomb = unpacked > ratioFrom && unpacked > packed * zipLimits.ratio;
  if (isBomb || unpacked > zipLimits.unpackedBytes) throw tooLarge();
}

const endLength = 22;

/** The record at the very end, before a comment of up to 65,535 bytes, says where the directory is. */
function findDirectory(readAt: ReadAt, size: number, damaged: Damaged): { start: number; length: number } {
  const tailLength = Math.min(size, endLength + 0xffff);
  const tail = readAt(size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + endLength > tail.length) throw damaged('no directory');
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  const isLong = count === 0xffff || length === 0xffffffff || start === 0xffffffff;
  const found = isLong ? findLongDirectory(readAt, tail, end, damaged) : { count, length, start };
  if (found.count > zipLimits.entries) throw tooLarge();
  if (found.start + found.length > size) throw damaged('directory');
  return found;
}

function findLongDirectory(readAt: ReadAt, tail: Buffer, end: number, damaged: Damaged) {
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw damaged('zip64');
  const record = readAt(Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (record.readUInt32LE(0) !== 0x06064b50) throw damaged('zip64');
  const [count, length, start] = [32, 40, 48].map((at) => Number(record.readBigUInt64LE(at)));
  return { count: count ?? 0, length: length ?? 0, start: start ?? 0 };
}

const headerLength = 46;

function readDirectory(bytes: Buffer, damaged: Damaged): Located[] {
  const entries: Located[] = [];
  for (let at = 0; at + headerLength <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw damaged('directory');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    );
    const nameEnd = at + headerLength + (nameLength ?? 0);
    const extraEnd = nameEnd + (extraLength ?? 0);
    const sizes = longSizes(bytes.subarray(nameEnd, extraEnd), [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]);
    entries.push({
      name: bytes.toString('utf8', at + headerLength, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      unpacked: sizes[0] ?? 0,
      packed: sizes[1] ?? 0,
      offset: sizes[2] ?? 0,
    });
    at = extraEnd + (commentLength ?? 0);
  }
  return entries;
}

/** Sizes that did not fit into 32 bits stand in the extra field 1, in this order. */
function longSizes(extra: Buffer, short: readonly number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return short.map((value) => {
    if (value !== 0xffffffff || at + 8 > extra.length) return value;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

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
