import { Problem } from '#core/problem.ts';

/** What an archive may hold, so that a small file cannot fill the memory of the server. */
export const zipLimits = {
  entries: 10_000,
  /** All that is unpacked of one archive. */
  unpackedBytes: 2_000_000_000,
  /** Unpacked to packed, for entries above 10 MB: text of timetables packs 5 to 30 to one. */
  ratio: 150,
} as const;

/** An entry as the directory states it. */
export interface Located {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** Bytes of the archive. @throws Problem `bad-import` where it has none. */
export type ReadAt = (position: number, length: number) => Buffer;
/** The archive is damaged here. */
export type Damaged = (what: string) => Problem;

export const tooLarge = (): Problem =>
  new Problem('too-large', {
    values: { limit: `${zipLimits.unpackedBytes / 1e9} GB, 1 : ${zipLimits.ratio}` },
  });

const endLength = 22;

/** The record at the very end, before a comment of up to 65,535 bytes, says where the directory is. */
export function findDirectory(
  readAt: ReadAt,
  size: number,
  damaged: Damaged,
): { start: number; length: number } {
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

/** Every entry of the directory. */
export function readDirectory(bytes: Buffer, damaged: Damaged): Located[] {
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
      // Some Windows programs write "\\" where the format wants "/".
      name: bytes.toString('utf8', at + headerLength, nameEnd).replaceAll('\\', '/'),
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
